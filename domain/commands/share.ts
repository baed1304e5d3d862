// Widening: a copy of a private record's body in a space that more people read. Never the other way, never by accident.
import { z } from 'zod';
import {
  idOfKey,
  keyOf,
  recordKey,
  spaceId,
  spaceOfKey,
  type RecordId,
  type RecordKey,
  type SpaceId,
} from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { sha256 } from '../records/media.ts';
import { definitionByType, recordAs, type BodyOf, type RecordOf } from '../records/registry.ts';
import { isHiddenIn } from '../spaces/readable.ts';
import { journeyOfSpace, spaceKind, type SpaceKind } from '../spaces/space.ts';
import { categoryOf } from '../words/cost-category.ts';
import { allocationKey } from './allocation.ts';
import { edited, findAny, madeOrEdited } from './changes.ts';
import { defineCommand, type Change, type CommandFailure, type Reads } from './command.ts';

// Only private things are widened. What a contractor was shown (party) is not for the others on the journey, their prices
// least of all; and whoever reads a journey space already includes every party.
const widerThan: Readonly<Record<SpaceKind, readonly SpaceKind[]>> = {
  private: ['journey', 'party'],
  party: [],
  journey: [],
  home: [],
};

const original = z.object({
  sha: sha256,
  bytes: z.int().positive(),
  mime: z.string().max(100),
  /** Where it became another kind of file: its name says so. */
  name: z.string().max(300).optional(),
});

/** Sharing a photo or document does not share its reading: the text may say more than the picture was shared for. */
export const recordShare = defineCommand({
  name: 'record.share',
  input: z.object({
    key: recordKey,
    to: spaceId,
    /** The file that the copy names instead, from which was taken what its readers must not know (where it was taken). */
    original: original.optional(),
    /** The further pages of a photographed paper, which go with it. A page that is not named here is not named in the copy either. */
    pages: z.array(z.object({ key: recordKey, original: original.optional() })).optional(),
  }),
  needs: ({ key, to, pages = [] }) =>
    [key, ...pages.map((page) => page.key)].flatMap((each) =>
      [each, keyOf(to, idOfKey(each)), allocationKey(each)].map((needed) => ({ key: needed })),
    ),
  plan: (reads, { key, to, original: instead, pages = [] }) => {
    const first = widened(reads, { key, to, original: instead });
    if (!first.ok) return first;
    const record = recordAs('photo', reads.get(key));
    const going = new Set([idOfKey(key), ...pages.map((page) => idOfKey(page.key))]);
    const named = (record?.body.pages ?? []).filter((id) => going.has(id));
    const changes = first.value.map((put) => (record === null || put.draft.space !== to ? put : withPages(put, named)));
    for (const page of pages) {
      // Its further pages and nothing else go along.
      if (spaceOfKey(page.key) !== spaceOfKey(key) || !named.includes(idOfKey(page.key)))
        return err({ type: 'NotAllowed', fields: ['pages'], detail: page.key });
      const more = widened(reads, { ...page, to });
      if (!more.ok) return more;
      changes.push(...more.value);
    }
    return ok(changes);
  },
});

type Put = Extract<Change, { kind: 'put' }>;

/** The copy in the wider space, and the original naming it. */
const widened = (
  reads: Reads,
  {
    key,
    to,
    original: instead,
  }: { readonly key: RecordKey; readonly to: SpaceId; readonly original?: z.infer<typeof original> | undefined },
): Result<readonly Put[], CommandFailure> => {
  const found = findAny(reads, key);
  if (!found.ok) return found;
  const record = found.value;
  if (record.trashedAt !== 0) return err({ type: 'RecordTrashed', detail: key });
  const wider = keyOf(to, record.id);
  // A copy that went to the trash comes back with what is shared now.
  const copy = reads.get(wider) ?? null;
  if (record.space === to || copy?.trashedAt === 0) return err({ type: 'AlreadyThere', detail: wider });
  if (!mayWiden(record.type, record.space, to))
    return err({ type: 'NotAllowed', fields: ['to'], detail: `${record.type} from ${record.space} to ${to}` });
  const { id, type, journey } = record;
  const parent = isHiddenIn(to, record.parent) ? '' : record.parent;
  const cost = recordAs('cost', record);
  const shown = cost === null ? record.body : billOf(cost);
  const body = { ...bodyFor(to, shown), ...instead };
  return ok([
    { kind: 'put', before: copy, draft: { space: to, id, type, journey, parent, trashedAt: 0, body } },
    ...[
      ...edited(record, { body: { movedTo: wider } }),
      ...(cost === null ? [] : keptAside(reads, cost, wider)),
    ].filter((change) => change.kind === 'put'),
  ]);
};

/** What is between the family and its contractor: under which category they count it, and by which rate, is theirs. */
const billOf = ({ body }: RecordOf<'cost'>): BodyOf<'cost'> => {
  const { rate: _rate, ...bill } = body;
  return { ...bill, category: categoryOf(bill.description, bill.vendor) };
};

/** The rest of it, for the copy as it was for the original. */
const keptAside = (reads: Reads, { journey, body: { category, rate } }: RecordOf<'cost'>, of: RecordKey) => {
  const key = allocationKey(of);
  const categories = { ...recordAs('allocation', reads.get(key))?.body.categories, '': category };
  const place = { space: spaceOfKey(key), id: idOfKey(key), type: 'allocation', journey, parent: '' } as const;
  return madeOrEdited(reads, { ...place, body: { of, categories, rate: rate ?? null } });
};

const withPages = (change: Put, pages: readonly RecordId[]): Put => {
  const { pages: _all, ...body } = change.draft.body;
  return { ...change, draft: { ...change.draft, body: pages.length > 1 ? { ...body, pages } : body } };
};

/** An entry says its space in what was signed; a change order and a payment would stand twice. */
const STAYS: ReadonlySet<string> = new Set(['event', 'party', 'budget', 'reading', 'approval', 'change', 'payment']);

const mayWiden = (type: keyof typeof definitionByType, from: SpaceId, to: SpaceId): boolean => {
  const fromKind = spaceKind(from);
  const toKind = spaceKind(to);
  if (fromKind === null || toKind === null || journeyOfSpace(from) !== journeyOfSpace(to)) return false;
  // Who is on a journey, what it may cost and what happened in private are made where they belong, never copied there.
  if (STAYS.has(type)) return false;
  const homes: readonly SpaceKind[] = definitionByType[type].spaces;
  return widerThan[fromKind].includes(toKind) && homes.includes(toKind);
};

// A copy names nothing its readers can't read: a key into the private space would tell them that something is there.
const bodyFor = (space: SpaceId, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { movedTo: _movedTo, ...rest } = body;
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      isHiddenIn(space, value) ? null : (shownOf(space, value) ?? null),
    ]),
  );
};

/** The value without what it names that its readers can't read; undefined when it speaks of that and of nothing else. */
const shownOf = (space: SpaceId, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => {
      if (isHiddenIn(space, item)) return [];
      const shown = shownOf(space, item);
      return shown === undefined ? [] : [shown];
    });
  const entries = Object.entries(value);
  // A spot on a hidden photo is no spot: what names one thing goes with it.
  if (entries.some(([, item]) => isHiddenIn(space, item))) return undefined;
  return Object.fromEntries(
    entries.flatMap(([name, item]) => {
      if (isHiddenIn(space, name)) return [];
      const shown = shownOf(space, item);
      return shown === undefined && item !== undefined ? [] : [[name, shown]];
    }),
  );
};
