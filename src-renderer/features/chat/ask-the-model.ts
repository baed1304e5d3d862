// One message answered by the language model that the person chose: what it is told, and what its answer becomes in the chat.
import { aliasesOf } from '../../../domain/assistant/house-aliases.ts';
import type { House } from '../../../domain/assistant/house.ts';
import { modelContext, type Found, type SaidBefore } from '../../../domain/assistant/model-context.ts';
import { costOf } from '../../../domain/assistant/model-cost.ts';
import { modelTools, readCalls } from '../../../domain/assistant/model-tools.ts';
import type { Reading } from '../../../domain/assistant/reading.ts';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { BodyOf } from '../../../domain/records/registry.ts';
import type { ModelAnswer, ModelSettings } from '../../../protocol/ipc/model.ts';
import type { ModelTurns } from './model-turns.ts';
import type { Message } from './thread.ts';

/** Tokens of what is sent: small models hear 8,000, of which the tools take a third and the answer its share. */
const BUDGET = 3_500;

export interface ModelSays {
  /** Its own words; '' when it only proposed. */
  readonly text: string;
  /** Null when it asked for nothing. */
  readonly reading: Reading | null;
  readonly model: NonNullable<BodyOf<'message'>['model']>;
}

/**
 * What the model says to `text`. Without a word and without a call that makes sense, or when it failed, `reading` and `text` are empty and
 * `model.failed` says why: the reader answers then. Null when the person stopped it.
 */
export const askTheModel = async (
  text: string,
  {
    message,
    house,
    found,
    before,
    settings,
    turns,
  }: {
    readonly message: RecordId;
    /** As far as readers of the thread may know; nothing else is sent. */
    readonly house: House;
    readonly found: readonly Found[];
    readonly before: readonly SaidBefore[];
    readonly settings: ModelSettings;
    readonly turns: Pick<ModelTurns, 'take'>;
  },
): Promise<ModelSays | null> => {
  const aliases = aliasesOf(house);
  const { instructions, messages } = modelContext(text, { house, aliases, found, before, budget: BUDGET });
  const answer = await turns.take(message, {
    instructions,
    messages: messages.map(({ role, text: words }) => ({ role, text: words })),
    tools: modelTools().map(({ name, description, input }) => ({ name, description, input })),
  });
  if (!answer.ok)
    return answer.error.type === 'ModelStopped'
      ? null
      : { text: '', reading: null, model: spokenBy(settings, null, answer.error.type) };
  const { calls, unknown } = answer.value;
  // A tool that there is none of is a call like any other that makes no sense.
  const reading = readCalls([...calls, ...unknown.map((tool) => ({ tool, input: {} }))], { house, aliases });
  const isEmpty = answer.value.text.trim() === '' && (reading === null || 'unread' in reading);
  return isEmpty
    ? { text: '', reading: null, model: spokenBy(settings, answer.value, 'ModelBroken') }
    : { text: answer.value.text.trim().slice(0, LONGEST), reading, model: spokenBy(settings, answer.value, null) };
};

/** A message holds no more. */
const LONGEST = 10_000;

const spokenBy = (
  { model, price }: ModelSettings,
  answer: ModelAnswer | null,
  failed: string | null,
): ModelSays['model'] => {
  const tokens = answer?.tokens ?? null;
  return { name: model, tokens, cost: tokens === null || price === null ? null : costOf(tokens, price), failed };
};

/** Words of a thread as a model is told them; what was shown as a card is not repeated. */
export const saidBefore = (messages: readonly Message[]): readonly SaidBefore[] =>
  messages.flatMap(({ body: { who, text } }) =>
    text === '' ? [] : [{ role: who === 'assistant' ? ('assistant' as const) : ('user' as const), text }],
  );
