// `chat`: how much of the assistant's table is read right, how often something would be written that nobody asked for, and how quick.
import type { House } from '../../domain/assistant/house.ts';
import type { Lang } from '../../domain/words/languages.ts';
import { readMessage } from '../../domain/assistant/reader.ts';
import { readDates } from '../../src-renderer/data/date-reader.ts';
import { isRight, type Score, scoreOf } from '../assistant/compare.ts';
import { houseOfWorld } from '../assistant/house-of-world.ts';
import { largeHouse } from '../assistant/large-house.ts';
import type { Row } from '../assistant/rows.ts';
import { seenDe } from '../assistant/seen-de.ts';
import { seenEn } from '../assistant/seen-en.ts';
import { seenEs } from '../assistant/seen-es.ts';
import { unseenDe } from '../assistant/unseen-de.ts';
import { unseenEn } from '../assistant/unseen-en.ts';
import { unseenEs } from '../assistant/unseen-es.ts';
import { percentile, tell } from './figures.ts';
import type { Sizes } from './sizes.ts';

const SEEN = [...seenEn, ...seenDe, ...seenEs];
const UNSEEN = [...unseenEn, ...unseenDe, ...unseenEs];
const tools = { dates: readDates };

/** Of the half that is not looked at, only numbers are told. `PLUMBLINE_CHAT=seen` leaves it out. */
export const benchChat = (sizes: Sizes): Promise<void> => {
  const isSeenOnly = process.env['PLUMBLINE_CHAT'] === 'seen';
  const houses: Readonly<Record<Lang, House>> = {
    en: houseOfWorld('en'),
    de: houseOfWorld('de'),
    es: houseOfWorld('es'),
  };
  const read = ({ says, lang }: Row): ReturnType<typeof readMessage> => readMessage(says, houses[lang], tools);
  for (const row of SEEN)
    if (!isRight(read(row), row.expect)) console.log(`not right: ${row.lang} ${row.kind}: ${row.says}`);
  const rows = isSeenOnly ? SEEN : [...SEEN, ...UNSEEN];
  const score = scoreOf(rows, read);
  tell('chat.right_pct', share(score), '%');
  tell('chat.wrong_writes', score.wrongWrites, 'sentences');
  tell('chat.seen_right_pct', share(scoreOf(SEEN, read)), '%');
  if (!isSeenOnly) {
    tell('chat.unseen_right_pct', share(scoreOf(UNSEEN, read)), '%');
    for (const lang of ['en', 'de', 'es'] as const)
      for (const kind of ['plain', 'several', 'ambiguous', 'wrong', 'irrelevant'] as const) {
        const {
          rows: all,
          right,
          wrongWrites,
        } = scoreOf(
          UNSEEN.filter((row) => row.lang === lang && row.kind === kind),
          read,
        );
        console.log(`unseen ${lang} ${kind}: ${right} of ${all} right, ${wrongWrites} wrong writes`);
      }
  }
  tell('chat.p95_ms', percentile(timesOf(rows, sizes.chatRecords), 0.95), 'ms');
  return Promise.resolve();
};

const share = ({ rows, right }: Score): number => (100 * right) / rows;

/** From the typed sentence to the proposal, in a house of so many records; what is derived from the house once is not in it. */
const timesOf = (rows: readonly Row[], records: number): readonly number[] => {
  const house = largeHouse(records);
  readMessage('undo', house, tools);
  return rows.map(({ says }) => {
    const from = performance.now();
    readMessage(says, house, tools);
    return performance.now() - from;
  });
};
