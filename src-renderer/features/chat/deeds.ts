// What "undo" takes back: a person's last deed, or the deed that a proposal became.
import type { Line } from '../../../domain/assistant/reply.ts';
import { journeyActivity, RUN_BY_ITSELF } from '../../../domain/journey/activity.ts';
import { keyOf, spaceOfKey, uuidOf, type RecordId, type RecordKey, type SpaceId } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { isReadableIn } from '../../../domain/spaces/readable.ts';
import { journeySpace, privateSpace } from '../../../domain/spaces/space.ts';
import type { Store } from '../../data/store.ts';

type Undone = NonNullable<Line['undoes']>;

/** As far back as an "undo" without more words may mean. */
const LOOKED_AT = 100;

/** What is only said, what was an undo, and who one is. */
const NOT_MEANT: ReadonlySet<string> = new Set(['message.send', 'deed.undo', 'person.set', 'household.set']);

/**
 * Null when there is nothing of this person's to take back. Of what reached beyond the readers of `space` nothing is: they may not
 * know of all of it, and half a deed is not undone.
 */
export const lastDeed = async (
  store: Pick<Store, 'find' | 'me'>,
  journey: RecordId | null,
  space: SpaceId,
): Promise<Undone | null> => {
  const events = await store.find({ type: 'event', latest: LOOKED_AT, ...(journey === null ? {} : { journey }) });
  const mine = journeyActivity(events).find(
    ({ by, undone, command, changes, events: ofDeed }) =>
      by === store.me &&
      !undone &&
      !NOT_MEANT.has(command) &&
      !RUN_BY_ITSELF.has(command) &&
      changes.some(({ type }) => type !== 'message') &&
      ofDeed.every((key) => isReadableIn(space, key)),
  );
  if (mine === undefined) return null;
  const { deed, command } = mine;
  return { deed, command, events: [...mine.events], records: [...recordsOf(events, mine.events)] };
};

/** Where a deed of the chat may have left an event: every space of the journey, and the family's own. */
export const deedEvents = async (
  store: Pick<Store, 'find' | 'get' | 'home'>,
  { deed, made }: { readonly deed: RecordId; readonly made: readonly RecordKey[] },
  message: RecordOf<'message'>,
): Promise<Pick<Undone, 'events' | 'records'>> => {
  const journeys = [...new Set([message.journey, ...made.map(journeyOf)])].filter((id) => id !== '');
  const parties = (await Promise.all(journeys.map((journey) => store.find({ type: 'party', journey })))).flat();
  const spaces = new Set([
    message.space,
    store.home,
    ...made.map(spaceOfKey),
    ...journeys.flatMap((journey) => [journeySpace(journey), privateSpace(journey)]),
    ...parties.map(({ body }) => body.space),
  ]);
  const found = await Promise.all([...spaces].map((space) => store.get(keyOf(space, `event_${uuidOf(deed)}`))));
  const events = found.flatMap((record) => recordAs('event', record ?? undefined) ?? []);
  const keys = events.map(({ key }) => key);
  return { events: keys, records: [...recordsOf(events, keys)] };
};

const journeyOf = (key: RecordKey): RecordId => `journey_${spaceOfKey(key).split('_')[1] ?? ''}`;

const recordsOf = (events: readonly RecordOf<'event'>[], keys: readonly RecordKey[]): readonly RecordKey[] =>
  events.filter(({ key }) => keys.includes(key)).flatMap(({ body }) => body.changes.map(({ key }) => key));
