// A person's answer to a proposal: the lines they take are done in one deed with the mark that says so; the rest is left.
import { z } from 'zod';
import { callable, type Call } from '../assistant/call.ts';
import { callsOfLine } from '../assistant/calls.ts';
import { needsOfLine, type Place } from '../assistant/line-needs.ts';
import { madeId } from '../assistant/made-id.ts';
import { line, saidIn, type Line } from '../assistant/reply.ts';
import { idOfKey, keyOf, recordKey, spaceOfKey, typeOfId, type RecordId, type RecordKey } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { sameValue } from '../kernel/same-value.ts';
import { calendarDate, type CalendarDate } from '../kernel/time.ts';
import type { Outcome } from '../records/chat.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import { isHiddenIn } from '../spaces/readable.ts';
import { journeySpace } from '../spaces/space.ts';
import { edited, findLive } from './changes.ts';
import {
  defineCommand,
  type AnyCommand,
  type Change,
  type CommandContext,
  type CommandFailure,
  type Need,
  type Reads,
} from './command.ts';
import { THIS_DEED } from './deed.ts';
import { overlaid, type Work } from './overlay.ts';

/** The line's place in the proposal. */
const nth = z.int().min(0).max(19);
const takenLine = z.object({ nth, line });

export const proposalAnswer = defineCommand({
  name: 'proposal.answer',
  input: z.object({
    /** The assistant's message. */
    message: recordKey,
    /** Of a conversation with no journey yet, when a line starts one. */
    conversation: recordKey.optional(),
    take: z.array(takenLine).max(20),
    leave: z.array(nth).max(20),
    today: calendarDate,
  }),
  needs: ({ message, conversation, take, today }) => [
    { key: message },
    ...(conversation === undefined ? [] : [{ key: conversation }]),
    ...take.flatMap(({ nth: at, line: taken }) => {
      const place = placeOf(message, { at, today });
      return [...needsOfLine(taken, place), ...needsOfCalls(taken, place)];
    }),
  ],
  plan: (reads, { message, conversation, take, leave, today }, context) => {
    const found = findLive(reads, 'message', message);
    if (!found.ok) return found;
    if (!isProposed(found.value, { take, leave })) return err({ type: 'NotProposed' });
    const work = overlaid(reads);
    const outcomes: Record<string, Outcome> = {};
    const { at, by } = context;
    for (const { nth: place, line: taken } of take) {
      const made = carryOut(taken, work, { place: placeOf(message, { at: place, today }), context });
      if (!made.ok) return made;
      const known = made.value.filter((key) => !isHiddenIn(found.value.space, key));
      outcomes[`${place}:done`] = { state: 'done', at, by, deed: THIS_DEED, made: known.slice(0, 50) };
    }
    const state = take.length === 0 ? 'declined' : 'left';
    for (const place of leave) outcomes[`${place}:${state}`] = { state, at, by, deed: null, made: [] };
    // An undo may have taken the mark of this very message back: it is set on what stands by then.
    const marked = findLive(work.reads, 'message', message);
    if (!marked.ok) return marked;
    work.add(edited(marked.value, { body: { outcomes: { ...marked.value.body.outcomes, ...outcomes } } }));
    if (conversation !== undefined) work.add(begun(take, work.reads, { conversation, message }));
    return ok(work.changes());
  },
});

/** What is carried out is what the message proposes, and nothing else that a page may hand in as a line of it. */
const isProposed = (
  { body }: RecordOf<'message'>,
  { take, leave }: { readonly take: readonly z.infer<typeof takenLine>[]; readonly leave: readonly number[] },
): boolean => {
  const said = body.who === 'assistant' ? saidIn(body.said) : null;
  if (said?.kind !== 'proposal') return false;
  const { lines } = said;
  const places = [...take.map(({ nth: place }) => place), ...leave];
  return (
    new Set(places).size === places.length &&
    places.every((place) => place < lines.length) &&
    take.every(({ nth: place, line: taken }) => sameValue(taken, lines[place]))
  );
};

const placeOf = (message: RecordKey, { at, today }: { readonly at: number; readonly today: CalendarDate }): Place => ({
  space: spaceOfKey(message),
  today,
  idOf: (type, many = 0) => madeId(idOfKey(message), at, { type, many }),
});

/** The keys of what it made or changed, the first being what it was about. */
const carryOut = (
  taken: Line,
  work: Work,
  { place, context }: { readonly place: Place; readonly context: CommandContext },
): Result<readonly RecordKey[], CommandFailure> => {
  const calls = callsOfLine(taken, work.reads, place);
  if (!calls.ok) return err(HINDRANCES[calls.error]);
  const touched: RecordKey[] = [];
  const minted = new Map<string, number>();
  const newId = (type: string): RecordId => {
    const many = minted.get(type) ?? 0;
    minted.set(type, many + 1);
    return place.idOf(type, many);
  };
  for (const call of calls.value) {
    const planned = planCall(call, work.reads, { ...context, newId });
    if (!planned.ok) return planned;
    const changes = planned.value.flatMap((change) => asItStands(change, work.reads));
    work.add(changes);
    touched.push(
      ...planned.value.flatMap((change) => (change.kind === 'put' ? [keyOf(change.draft.space, change.draft.id)] : [])),
    );
  }
  // A journey has its steps; naming it is enough.
  const about =
    taken.act.act === 'journey.start'
      ? touched.slice(0, 1)
      : touched.filter((key) => typeOfId(idOfKey(key)) !== 'event');
  return ok([...new Set(about)]);
};

const HINDRANCES = {
  gone: { type: 'RecordNotFound' },
  state: { type: 'StepTransitionRefused' },
  noJourney: { type: 'RecordNotFound', fields: ['journey'] },
} as const satisfies Record<string, CommandFailure>;

const planCall = (
  { command, input }: Call,
  reads: Reads,
  context: CommandContext,
): Result<readonly Change[], CommandFailure> => {
  const definition: AnyCommand = callable[command];
  const parsed = definition.input.safeParse(input);
  if (!parsed.success)
    return err({ type: 'InputInvalid', fields: parsed.error.issues.map(({ path }) => String(path[0] ?? '')) });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own schema has just said that this is its input
  return definition.plan(reads, parsed.data as never, context);
};

/** What another device made of the same message stays as it is; what was taken back comes back as it is said now. */
const asItStands = (change: Change, reads: Reads): readonly Change[] => {
  if (change.kind === 'remove' || change.before !== null) return [change];
  const standing = reads.get(keyOf(change.draft.space, change.draft.id));
  if (standing === undefined) return [change];
  return standing.trashedAt === 0 ? [] : edited(standing, { body: change.draft.body, trashedAt: 0 });
};

/** What the commands themselves look at. None of it follows from the records, so it can be told beforehand. */
const needsOfCalls = ({ act, journey }: Line, place: Place): readonly Need[] => {
  if (act.act === 'budget.set' && journey !== null) return [{ key: keyOf(journeySpace(journey), journey) }];
  if (act.act === 'step.plan') return callable['step.edit'].needs({ key: act.step, set: {} });
  if (act.act === 'quote.accept') return callable['quote.accept'].needs({ key: act.quote });
  return act.act === 'journey.start'
    ? [{ key: keyOf(journeySpace(place.idOf('journey')), place.idOf('journey')) }]
    : [];
};

/** A conversation that had no journey belongs to the one it started. */
const begun = (
  take: readonly { readonly nth: number; readonly line: Line }[],
  reads: Reads,
  { conversation, message }: { readonly conversation: RecordKey; readonly message: RecordKey },
): readonly Change[] => {
  const start = take.find(({ line: { act } }) => act.act === 'journey.start');
  const standing: RecordOf<'conversation'> | null = recordAs('conversation', reads.get(conversation));
  if (start === undefined || standing === null || standing.body.journey !== null) return [];
  const journey = placeOf(message, { at: start.nth, today: '' }).idOf('journey');
  return edited(standing, { body: { journey: keyOf(journeySpace(journey), journey) } });
};
