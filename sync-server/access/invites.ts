// Invitations: a short code, good once and for a week, that lets its reader into a household or onto one journey.
import type { PersonId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { isFamilyRole } from '../../domain/spaces/roles.ts';
import { partySpace, spaceKind } from '../../domain/spaces/space.ts';
import type { AcceptReply, InvitePreview, InviteReply, InviteRequest } from '../../protocol/account/invite.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Access } from './access.ts';
import { accountToView, type Accounts } from './accounts.ts';
import { isJourneyId, type Households } from './households.ts';
import { withElement, withoutGrants, type Account, type Invite, type Registry } from './registry.ts';
import { newEpoch, newInviteCode, plainInviteCode, sha256Hex } from './secrets.ts';

export interface Invites {
  readonly create: (access: Access, request: InviteRequest) => Promise<Result<InviteReply, Failure>>;
  readonly preview: (code: string) => Promise<Result<InvitePreview, Failure>>;
  /** Lets the account in. The same account may ask again after a lost answer, as long as it is still in. */
  readonly accept: (account: Account, code: string, person: PersonId) => Promise<Result<AcceptReply, Failure>>;
}

interface InvitesOptions {
  readonly registry: Registry;
  readonly accounts: Accounts;
  readonly households: Households;
  readonly now: () => number;
  /** How long a code is good, ms. */
  readonly ttl: number;
}

export const createInvites = ({ registry, accounts, households, now, ttl }: InvitesOptions): Invites => ({
  create: async (access, request) => {
    const target = await targetOf(registry, access, request);
    if (!target.ok) return target;
    const code = newInviteCode();
    const expiresAt = now() + ttl;
    const { label, inviter } = request;
    await registry.invites.add({
      id: inviteId(code),
      inviterAccount: access.account.id,
      label,
      inviter,
      expiresAt,
      usedBy: null,
      epoch: null,
      granted: false,
      ...target.value,
    });
    return ok({ code, expiresAt });
  },

  preview: async (code) => {
    const invite = await registry.invites.get(inviteId(code));
    const usable = await checkUsable(registry, invite, now());
    if (!usable.ok) return usable;
    if (usable.value.usedBy !== null) return err({ type: 'InviteUsed' });
    const { into, role, label, inviter, expiresAt } = usable.value;
    return ok({ into, role, label, inviter, expiresAt });
  },

  accept: async (account, code, person) => {
    const id = inviteId(code);
    const invite = await registry.invites.get(id);
    // Someone who is in already has accepted: their first answer was lost. Even a week later that is not an error.
    const again = invite?.usedBy === account.id && invite.granted;
    if (invite !== null && again && isIn(account, invite)) return ok(replyOf(account, invite));
    const usable = await checkUsable(registry, invite, now());
    if (!usable.ok) return usable;
    if (again) return err({ type: 'InviteUsed' });
    if (isInOtherwise(account, usable.value)) return err({ type: 'InviteOtherRole' });
    const bound = await accounts.bind(account.id, person);
    if (!bound.ok) return bound;
    const drawn = newEpoch();
    const taken = await registry.invites.tryChange<Failure>(id, (held) =>
      held.usedBy === null || (held.usedBy === account.id && !held.granted)
        ? ok({ ...held, usedBy: account.id, epoch: held.epoch ?? drawn })
        : err({ type: 'InviteUsed' }),
    );
    if (!taken.ok) return taken;
    const epoch = taken.value?.epoch ?? drawn;
    // On a cluster another may have taken it at the same moment: then one of the two is told that it is used.
    const isOurs = (held: Invite | null): boolean => held?.usedBy === account.id && held.epoch === epoch;
    if (!isOurs(await registry.invites.confirm(id))) return err({ type: 'InviteUsed' });
    const letIn = await grant(registry, households, { account: account.id, person, invite: usable.value, epoch });
    const granted = await registry.invites.change(id, (held) => (isOurs(held) ? { ...held, granted: true } : held));
    if (!isOurs(granted)) {
      await registry.accounts.change(account.id, (held) => withoutGrants(held, (each) => each.epoch === epoch));
      return err({ type: 'InviteUsed' });
    }
    if (letIn === null) return err({ type: 'NotSignedIn' });
    return isIn(letIn, usable.value) ? ok(replyOf(letIn, usable.value)) : err({ type: 'InviteUsed' });
  },
});

type Target = Pick<Invite, 'into' | 'home' | 'journey' | 'role' | 'party'>;

/** What the invitation is into, if the caller may invite there: only owner and family do. */
const targetOf = async (
  registry: Registry,
  access: Access,
  request: InviteRequest,
): Promise<Result<Target, Failure>> => {
  const space = request.into === 'household' ? request.home : request.journey;
  const role = access.roleIn(space);
  if (!isFamilyRole(role)) return err({ type: 'NotAllowed' });
  if (request.into === 'household') {
    return spaceKind(request.home) === 'home'
      ? ok({ into: 'household', home: request.home, journey: null, role: 'family', party: null })
      : err({ type: 'Malformed', fields: ['home'] });
  }
  const journey = isJourneyId(request.journey) ? await registry.journeys.get(request.journey) : null;
  if (journey === null) return err({ type: 'UnknownSpace' });
  if (request.role === 'viewer')
    return ok({ into: 'journey', home: journey.home, journey: journey.id, role: 'viewer', party: null });
  // A contractor's own space is named after their party record, so that there must be one, and well-formed.
  if (request.party === null || !PARTY_ID.test(request.party)) return err({ type: 'Malformed', fields: ['party'] });
  return ok({ into: 'journey', home: journey.home, journey: journey.id, role: 'contractor', party: request.party });
};

const PARTY_ID = /^party_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** There, not expired, and from someone who could still invite. */
const checkUsable = async (registry: Registry, invite: Invite | null, at: number): Promise<Result<Invite, Failure>> => {
  if (invite === null) return err({ type: 'InviteUnknown' });
  if (invite.usedBy !== null && invite.granted) return err({ type: 'InviteUsed' });
  if (at >= invite.expiresAt) return err({ type: 'InviteExpired' });
  const inviter = await registry.accounts.get(invite.inviterAccount);
  // The journey's own document says whose it is: of two households that claimed it at once, the second one invites to nothing.
  const journey = invite.journey === null ? null : await registry.journeys.get(invite.journey);
  const isTheirs = invite.journey === null || journey?.home === invite.home;
  const mayInvite = isTheirs && inviter?.memberships.some(({ home }) => home === invite.home) === true;
  return mayInvite ? ok(invite) : err({ type: 'InviteExpired' });
};

const isIn = (account: Account, { into, home, journey }: Invite): boolean =>
  into === 'household'
    ? account.memberships.some((held) => held.home === home)
    : account.joins.some((held) => held.journey === journey);

/** A grant is not made wider by another: taken all the same, the code would be used up for nothing. */
const isInOtherwise = ({ joins }: Account, { into, journey, role, party }: Invite): boolean =>
  into === 'journey' && joins.some((held) => held.journey === journey && (held.role !== role || held.party !== party));

interface Grant {
  readonly account: string;
  readonly person: PersonId;
  readonly invite: Invite;
  readonly epoch: string;
}

/**
 * The list of where to look first, then the account, which is the truth: a crash between leaves nobody in by half. One who was taken
 * out before the invitation was noted as granted is not let in by it again, and never under an epoch that has ended.
 */
const grant = async (
  registry: Registry,
  households: Households,
  { account, person, invite, epoch }: Grant,
): Promise<Account | null> => {
  const { home, journey, party, role } = invite;
  if (role === 'family' || journey === null) {
    await registry.households.change(home, (held) => ({ ...held, accounts: withElement(held.accounts, account) }));
    return registry.accounts.change(account, (held) =>
      isIn(held, invite) || held.ended.includes(epoch)
        ? held
        : { ...held, memberships: [...held.memberships, { home, role: 'family', person, epoch }] },
    );
  }
  await registry.journeys.change(journey, (held) => ({ ...held, accounts: withElement(held.accounts, account) }));
  if (party !== null) await households.noteParty(partySpace(journey, party));
  return registry.accounts.change(account, (held) =>
    isIn(held, invite) || held.ended.includes(epoch)
      ? held
      : { ...held, joins: [...held.joins, { journey, role, party, person, epoch }] },
  );
};

const replyOf = (account: Account, { into, home, journey, party }: Invite): AcceptReply => ({
  account: accountToView(account),
  journey,
  home: into === 'household' ? home : null,
  party,
});

/** Only a hash of the code is kept: who reads the registry can't use what is in it. */
const inviteId = (code: string): string => `invite_${sha256Hex(plainInviteCode(code))}`;
