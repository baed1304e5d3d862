// What becomes of a registry document that two nodes of a cluster wrote at once: one version, and what it takes back from whom.
// Every rule is the same whichever node applies it, in whatever order, and none gives anyone more than one of the versions did:
// lists of where to look are joined, a name goes to who took it first, and a grant that was taken back anywhere stays taken back.
import type { PersonId, SpaceId } from '../../domain/kernel/ids.ts';
import type { Value } from '../store/doc-store.ts';
import type { Account, CalendarLink, Claim, ClaimedJourney, Household, Invite, Join, Membership } from './registry.ts';

/** What an account loses because another was first. */
export type Withdrawal =
  | { readonly type: 'person'; readonly account: string; readonly person: PersonId }
  | { readonly type: 'ownership'; readonly account: string; readonly home: SpaceId }
  | { readonly type: 'grant'; readonly account: string; readonly epoch: string };

export interface Merged {
  readonly value: Value;
  readonly withdrawals: readonly Withdrawal[];
}

type Body<T> = Omit<T, 'id'>;

/** Null where versions of such a document never differ in what they say: then the store's own choice stands. */
export const mergeVersions = (id: string, versions: readonly Value[]): Merged | null => {
  const kind = id.slice(0, id.indexOf('_'));
  switch (kind) {
    case 'account':
      return alone(mergeAccounts(as<Body<Account>>(versions)));
    case 'home':
      return mergeHouseholds(id, as<Body<Household>>(versions));
    case 'journey':
      return alone(mergeJourneys(as<Body<ClaimedJourney>>(versions)));
    case 'invite':
      return mergeInvites(as<Body<Invite>>(versions));
    case 'email':
    case 'person':
      return mergeClaims(id, as<Body<Claim>>(versions));
    case 'calendar':
      return alone(mergeCalendars(as<Body<CalendarLink>>(versions)));
    case 'store':
      return alone(least(versions, ({ store }) => [String(store)]));
    default:
      return null;
  }
};

/** Grants of all versions less those that any of them says have ended. */
const mergeAccounts = (versions: readonly Body<Account>[]): Body<Account> => {
  const [first] = versions.toSorted((a, b) => compare([a.passwordHash, a.email], [b.passwordHash, b.email]));
  const ended = new Set(versions.flatMap((version) => version.ended));
  const memberships = onePer(
    living(
      versions.flatMap((version) => version.memberships),
      ended,
    ),
    ({ home }) => home,
    ({ role }) => (role === 'family' ? 0 : 1),
  );
  const joins = onePer(
    living(
      versions.flatMap((version) => version.joins),
      ended,
    ),
    ({ journey }) => journey,
    ({ role }) => (role === 'viewer' ? 0 : 1),
  );
  return {
    ...(first ?? none()),
    people: union(versions.map(({ people }) => people)),
    memberships: memberships.kept,
    joins: joins.kept,
    ended: [...ended, ...memberships.dropped, ...joins.dropped].toSorted(),
    ...mergeKeys(versions),
  };
};

/** Every key that any version knows, each once, as it was known first. */
const mergeKeys = (versions: readonly Body<Account>[]): Pick<Account, 'keys'> => {
  if (versions.every(({ keys }) => keys === undefined)) return {};
  const all = versions.flatMap(({ keys }) => keys ?? []);
  const same = [...Map.groupBy(all, ({ person, key }) => `${person} ${key}`).values()];
  const keys = same.map((some) => least(some, ({ at }) => [at]));
  return { keys: keys.toSorted((a, b) => compare([a.at, a.key], [b.at, b.key])) };
};

const living = <T extends Membership | Join>(grants: readonly T[], ended: ReadonlySet<string>): readonly T[] => [
  ...new Map(grants.filter(({ epoch }) => !ended.has(epoch)).map((grant) => [grant.epoch, grant])).values(),
];

/** Let in twice at once to the same: the narrower role stands, and of equal ones that with the lesser epoch. */
const onePer = <T extends Membership | Join>(
  grants: readonly T[],
  into: (grant: T) => string,
  width: (grant: T) => number,
): { readonly kept: readonly T[]; readonly dropped: readonly string[] } => {
  const kept = [...Map.groupBy(grants, into).values()].map((same) =>
    least(same, (grant) => [width(grant), grant.epoch]),
  );
  const held = new Set(kept.map(({ epoch }) => epoch));
  return {
    kept: kept.toSorted((a, b) => compare([a.epoch], [b.epoch])),
    dropped: grants.filter(({ epoch }) => !held.has(epoch)).map(({ epoch }) => epoch),
  };
};

const mergeHouseholds = (id: string, versions: readonly Body<Household>[]): Merged => {
  const first = least(versions, ({ at, owner }) => [at, owner]);
  const merged: Body<Household> = {
    ...first,
    journeys: union(versions.map(({ journeys }) => journeys)),
    accounts: union(versions.map(({ accounts }) => accounts)),
  };
  const others = union([versions.map(({ owner }) => owner)]).filter((owner) => owner !== first.owner);
  return {
    value: { ...merged },
    withdrawals: others.map((account) => ({ type: 'ownership', account, home: id })),
  };
};

/** Which household's list it stands in counts for nothing, so whoever was second loses it by this alone. */
const mergeJourneys = (versions: readonly Body<ClaimedJourney>[]): Body<ClaimedJourney> => {
  const first = least(versions, ({ at, home }) => [at, home]);
  // What a second household noted beside its claim is its own business.
  const same = versions.filter(({ home }) => home === first.home);
  return {
    ...first,
    partySpaces: union(same.map(({ partySpaces }) => partySpaces)),
    accounts: union(same.map(({ accounts }) => accounts)),
  };
};

/** Good once: whoever was let in already keeps it, else who drew the lesser epoch; what the other got by it ends. */
const mergeInvites = (versions: readonly Body<Invite>[]): Merged => {
  const taken = versions.filter(({ usedBy }) => usedBy !== null);
  const first = least(taken.length > 0 ? taken : versions, ({ granted, epoch }) => [granted ? 0 : 1, epoch ?? '']);
  const others = taken.filter(({ usedBy }) => usedBy !== first.usedBy);
  return {
    value: { ...first },
    withdrawals: others.flatMap(({ usedBy, epoch }) =>
      usedBy === null || epoch === null ? [] : [{ type: 'grant', account: usedBy, epoch }],
    ),
  };
};

const mergeClaims = (id: string, versions: readonly Body<Claim>[]): Merged => {
  const first = least(versions, ({ at, account }) => [at, account]);
  const others = union([versions.map(({ account }) => account)]).filter((account) => account !== first.account);
  // An account that lost its e-mail stays with the devices that are signed in to it: nothing they hold is lost.
  const isPerson = id.startsWith('person_');
  return {
    value: { ...first },
    withdrawals: isPerson ? others.map((account) => ({ type: 'person', account, person: id })) : [],
  };
};

/** Ended anywhere is ended; of two that were made at once the later stands, and the other opens nothing. */
const mergeCalendars = (versions: readonly Body<CalendarLink>[]): Body<CalendarLink> =>
  least(versions, ({ secretHash, at }) => [secretHash === null ? 0 : 1, -at, secretHash ?? '']);

const alone = (value: object): Merged => ({ value: { ...value }, withdrawals: [] });

// oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-parameters -- shelves write only what they read
const as = <T>(versions: readonly Value[]): readonly T[] => versions as unknown as readonly T[];

type Rank = readonly (string | number)[];

const compare = (a: Rank, b: Rank): number => {
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};

const least = <T>(list: readonly T[], rank: (element: T) => Rank): T => {
  const [first] = list.toSorted((a, b) => compare(rank(a), rank(b)));
  return first ?? none();
};

const none = (): never => {
  throw new Error('registry: no version to merge');
};

/** In an order of its own, so that every node writes the same. */
const union = <T extends string>(lists: readonly (readonly T[])[]): readonly T[] =>
  [...new Set(lists.flat())].toSorted();
