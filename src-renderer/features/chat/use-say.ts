// Saying something: it is read, what the assistant answers is worked out, and both are kept in one write.
import { useCallback, useEffect, useRef } from 'react';
import type { Question } from '../../../domain/assistant/acts.ts';
import { houseOf, seenFrom, type Records } from '../../../domain/assistant/house-of.ts';
import type { House } from '../../../domain/assistant/house.ts';
import { LANGS } from '../../../domain/words/languages.ts';
import { answering, saidTo } from '../../../domain/assistant/propose.ts';
import { readMessage, readReply } from '../../../domain/assistant/reader.ts';
import type { Reading } from '../../../domain/assistant/reading.ts';
import type { Taken } from '../../../domain/assistant/reason-given.ts';
import type { Said } from '../../../domain/assistant/reply.ts';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import { idOfKey, keyOf, type RecordId, type RecordKey } from '../../../domain/kernel/ids.ts';
import { isFamilyOnly } from '../../../domain/spaces/readable.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { ModelSettings } from '../../../protocol/ipc/model.ts';
import { readDates } from '../../data/date-reader.ts';
import { useStore } from '../../data/hooks.ts';
import type { Store } from '../../data/store.ts';
import { desktop } from '../../ports/desktop.ts';
import { today } from '../../ui/dates.ts';
import { usePlace } from '../../ui/place-context.ts';
import { usePeople } from '../../ui/use-people.ts';
import { askTheModel, saidBefore } from './ask-the-model.ts';
import { leftUnanswered, noteAnswered, noteAsked } from './asked.ts';
import { lastDeed } from './deeds.ts';
import { agreedFor } from './agreed-for.ts';
import { findWords, wordsFound } from './find-words.ts';
import type { ModelTurns } from './model-turns.ts';
import { isAlone, openQuestion, stepNamed } from './thread.ts';
import type { Thread } from './use-thread.ts';
import { FORECAST_SEED } from '../../../domain/analytics/done-by.ts';
import { seededChance } from '../../data/seeded-chance.ts';

export interface Words {
  readonly id: RecordId;
  readonly text: string;
  readonly attachments: readonly RecordKey[];
  /** What an option that was pressed means; absent for words, which are read. */
  readonly means?: Reading;
}

/** Answers what the store says; the words stay with whoever handed them in until it is ok. */
export type Say = (words: Words) => Promise<Result<null, Failure>>;

export interface Listening {
  readonly thread: Thread;
  readonly records: Records;
  /** The journey that is open. */
  readonly journey: RecordId | null;
  /** The step that is spoken of when a message names none. */
  readonly step: RecordKey | null;
  readonly turns: ModelTurns;
}

export const useSay = ({ thread, records, journey, step, turns }: Listening): Say => {
  const store = useStore();
  const people = usePeople();
  const { go } = usePlace();
  const name = people.all[0]?.name ?? '';
  return useCallback(
    async (words) => {
      const { id, text, attachments } = words;
      const seen = seenFrom(thread.space, records);
      const speaker = { me: store.me, name, today: today(), lang: language(), journey };
      const house = houseOf(seen, speaker);
      const about: Asked = { id, seen, thread, journey, store };
      const { reading, taken } = heard(words, thread, house);
      const model =
        words.means !== undefined || text === '' || openQuestion(thread.messages) !== null ? null : await chosenModel();
      const own = reading === null ? null : await answer(reading, about);
      const answered = own === null || taken === null ? own : { ...own, taken };
      const said = model === null ? answered : null;
      const kept = await store.run('message.send', {
        space: thread.space,
        ...conversationOf(thread, id),
        id,
        text,
        step: stepNamed(answered) ?? step,
        attachments: [...attachments],
        said,
      });
      // A try before this one had been written after all.
      if (!kept.ok && kept.error.type !== 'AlreadyThere') return kept;
      // Going somewhere changes nothing, so nobody is asked; the talk there goes on where it was left.
      if (said?.kind === 'opened') go({ go: 'journey', journey: idOfKey(said.journey), tab: 'chat', record: null });
      if (model !== null) void answerLater(text, { about, house, model, turns, answered });
      return ok(null);
    },
    [store, name, thread, records, journey, step, go, turns],
  );
};

/** Null where no language model is turned on: then nothing leaves the device. */
const chosenModel = async (): Promise<ModelSettings | null> => {
  const settings = await desktop().ask('model.settings', {});
  return settings.ok && settings.value.on ? settings.value : null;
};

interface Later {
  readonly about: Asked;
  readonly house: House;
  readonly model: ModelSettings;
  readonly turns: ModelTurns;
  /** What the reader says; it counts where the model fails. */
  readonly answered: Said | null;
}

/** The message is kept by now; its answer follows when the model has spoken. */
export const answerLater = async (text: string, { about, house, model, turns, answered }: Later): Promise<void> => {
  const { id, seen, thread, journey, store } = about;
  const { space } = thread;
  // On the disk before it is asked: a window that goes down meanwhile leaves no message without an answer.
  await noteAsked(store.settings, keyOf(space, id));
  const { ask } = desktop();
  const search = { question: 'search' as const, words: text };
  const found = await wordsFound(search, { space, journey, records: seen, store, ask });
  const says = await askTheModel(text, {
    message: id,
    house,
    found: found.map(({ key, title, text: words }) => ({ type: typeOfKey(key), title, text: words })),
    before: saidBefore(thread.messages),
    settings: model,
    turns,
  });
  if (says === null) return noteAnswered(store.settings, keyOf(space, id));
  const said = says.model.failed !== null ? answered : says.reading === null ? null : await answer(says.reading, about);
  await keepAnswer(store, { message: keyOf(space, id), text: says.text, said, model: says.model });
};

/** Waits before each try, ms: a disk that was full for a moment. What still can't be kept waits for the next start. */
const TRIES = [0, 1_000, 10_000];

const keepAnswer = async (store: Store, given: CommandInput<'message.answer'>): Promise<void> => {
  const isSilent = given.said === null && given.text === '';
  for (const ms of TRIES) {
    if (!isSilent) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      const kept = await store.run('message.answer', given);
      if (!kept.ok && kept.error.type !== 'AlreadyThere' && kept.error.type !== 'RecordTrashed') continue;
    }
    return noteAnswered(store.settings, given.message);
  }
};

/** Once for each thread that is opened: what the model was asked when the window went down is read without it. */
export const useAnswerLeft = ({ thread, records, journey, turns }: Omit<Listening, 'step'>): void => {
  const store = useStore();
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (opened.current === thread.space) return;
    opened.current = thread.space;
    const seen = seenFrom(thread.space, records);
    const speaker = { me: store.me, name: '', today: today(), lang: language(), journey };
    const answerAll = async (): Promise<void> => {
      for (const message of leftUnanswered(store.settings, thread.messages)) {
        // It is still being answered: one left the chat and came back.
        if (turns.now().some((turn) => turn.message === message.id)) continue;
        const reading = readMessage(message.body.text, houseOf(seen, speaker), { dates: readDates });
        const said = await answer(reading, { id: message.id, seen, thread, journey, store });
        const model = { name: (await chosenModel())?.model ?? '', tokens: null, cost: null, failed: 'ModelStopped' };
        await keepAnswer(store, { message: message.key, text: '', said, model });
      }
    };
    void answerAll();
  }, [store, thread, records, journey, turns]);
};

const typeOfKey = (key: RecordKey): string => idOfKey(key).split('_')[0] ?? '';

/** A first message begins the family's talk under an id that follows from its own. */
const conversationOf = ({ space, conversation }: Thread, id: RecordId): { readonly conversation: RecordKey } => ({
  conversation: conversation ?? keyOf(space, id.replace('message_', 'conversation_')),
});

const language = (): House['lang'] => LANGS.find((lang) => navigator.language.startsWith(lang)) ?? 'en';

/** What the words say, or the option that was pressed means. */
const heard = (
  { text, means }: Words,
  { messages }: Thread,
  house: House,
): { readonly reading: Reading | null; readonly taken: Taken | null } => {
  if (text === '' || means !== undefined) return { reading: text === '' ? null : (means ?? null), taken: null };
  const tools = { dates: readDates };
  const open = openQuestion(messages);
  return open === null
    ? { reading: readMessage(text, house, tools), taken: null }
    : readReply({ text, choose: open }, house, tools);
};

interface Asked {
  readonly id: RecordId;
  readonly seen: Records;
  readonly thread: Thread;
  readonly journey: RecordId | null;
  readonly store: Store;
}

const answer = async (reading: Reading, { id, seen, thread, journey, store }: Asked): Promise<Said | null> => {
  const { space, messages } = thread;
  if ('asks' in reading && reading.asks.question === 'search') {
    const { ask } = desktop();
    const found = await findWords(reading.asks, { space, journey, records: seen, store, ask });
    return answering(found, !isFamilyOnly(space));
  }
  const records = 'asks' in reading && reading.asks.question === 'photos' ? await withPhotos(seen, space, store) : seen;
  const agreed =
    'asks' in reading && OF_WHAT_WAS_AGREED.has(reading.asks.question)
      ? await agreedFor(store, { space, journey })
      : null;
  const undoes = 'does' in reading && reading.does.some(({ act }) => act === 'undo');
  const last = undoes ? await lastDeed(store, journey, space) : null;
  const said = saidTo(reading, {
    records,
    isShared: !isFamilyOnly(space),
    journey,
    me: store.me,
    today: today(),
    ...(agreed === null ? {} : { agreed }),
    chance: () => seededChance(FORECAST_SEED),
    message: id,
    last,
  });
  // People who talk to each other are not interrupted to be told that they were not understood.
  return said?.kind === 'unread' && said.why === null && !isAlone(messages, store.me) ? null : said;
};

/** Signatures are verified for these, which takes a moment. */
const OF_WHAT_WAS_AGREED: ReadonlySet<Question['question']> = new Set([
  'waiting',
  'signing',
  'committed',
  'changes',
  'shares',
  'left',
]);

const withPhotos = async (seen: Records, space: Thread['space'], store: Store): Promise<Records> => {
  const [photos, pairs] = await Promise.all([store.find({ type: 'photo' }), store.find({ type: 'pair' })]);
  const shown = seenFrom(space, { ...seen, photos, pairs });
  return { ...seen, photos: shown.photos, pairs: shown.pairs };
};
