// Saying something: it is read, what the assistant answers is worked out, and both are kept in one write.
import { useCallback } from 'react';
import { houseOf, seenFrom, type Records } from '../../../domain/assistant/house-of.ts';
import { LANGS, type House } from '../../../domain/assistant/house.ts';
import { saidTo } from '../../../domain/assistant/propose.ts';
import { readAnswer, readMessage } from '../../../domain/assistant/reader.ts';
import type { Reading } from '../../../domain/assistant/reading.ts';
import type { Said } from '../../../domain/assistant/reply.ts';
import { idOfKey, keyOf, type RecordId, type RecordKey } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { readDates } from '../../data/date-reader.ts';
import { useStore } from '../../data/hooks.ts';
import type { Store } from '../../data/store.ts';
import { desktop } from '../../ports/desktop.ts';
import { today } from '../../ui/dates.ts';
import { usePlace } from '../../ui/place-context.ts';
import { usePeople } from '../../ui/use-people.ts';
import { lastDeed } from './deeds.ts';
import { findWords } from './find-words.ts';
import { isAlone, openQuestion, stepNamed } from './thread.ts';
import type { Thread } from './use-thread.ts';

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
}

export const useSay = ({ thread, records, journey, step }: Listening): Say => {
  const store = useStore();
  const people = usePeople();
  const { go } = usePlace();
  const name = people.all[0]?.name ?? '';
  return useCallback(
    async (words) => {
      const { id, text, attachments } = words;
      const seen = seenFrom(thread.space, records);
      const speaker = { me: store.me, name, today: today(), lang: language(), journey };
      const reading = text === '' ? null : (words.means ?? read(text, thread, houseOf(seen, speaker)));
      const said = reading === null ? null : await answer(reading, { id, seen, thread, journey, store });
      const kept = await store.run('message.send', {
        space: thread.space,
        ...conversationOf(thread, id),
        id,
        text,
        step: stepNamed(said) ?? step,
        attachments: [...attachments],
        said,
      });
      // A try before this one had been written after all.
      if (!kept.ok && kept.error.type !== 'AlreadyThere') return kept;
      // Going somewhere changes nothing, so nobody is asked; the talk there goes on where it was left.
      if (said?.kind === 'opened') go({ go: 'journey', journey: idOfKey(said.journey), tab: 'chat', record: null });
      return ok(null);
    },
    [store, name, thread, records, journey, step, go],
  );
};

/** A first message begins the family's talk under an id that follows from its own. */
const conversationOf = ({ space, conversation }: Thread, id: RecordId): { readonly conversation: RecordKey } => ({
  conversation: conversation ?? keyOf(space, id.replace('message_', 'conversation_')),
});

const language = (): House['lang'] => LANGS.find((lang) => navigator.language.startsWith(lang)) ?? 'en';

const read = (text: string, { messages }: Thread, house: House): Reading => {
  const tools = { dates: readDates };
  const open = openQuestion(messages);
  return open === null ? readMessage(text, house, tools) : readAnswer({ text, pending: open.pending }, house, tools);
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
    return { kind: 'answer', answer: await findWords(reading.asks, { space, journey, records: seen, store, ask }) };
  }
  const undoes = 'does' in reading && reading.does.some(({ act }) => act === 'undo');
  const last = undoes ? await lastDeed(store, journey, space) : null;
  const said = saidTo(reading, { records: seen, journey, today: today(), message: id, last });
  // People who talk to each other are not interrupted to be told that they were not understood.
  return said?.kind === 'unread' && said.why === null && !isAlone(messages, store.me) ? null : said;
};
