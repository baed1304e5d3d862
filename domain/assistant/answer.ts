// An answer to a question that had nothing to choose from: the amount, the day or the name that was missing.
import type { Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { daysMeant } from './day-said.ts';
import { open, type Part, readingOf } from './draft.ts';
import type { House } from './house.ts';
import { knownOf } from './known.ts';
import { languageOf } from './language.ts';
import { isDay, isSum, piecesOf, textOf, trimStart, words } from './pieces.ts';
import { LEXICON } from './words/lexicon.ts';
import type { Draft, Hole, Pending, Reading, Tools } from './reading.ts';

/** Null when the text does not give what was asked. */
export const answered = (
  { text, pending }: { text: string; pending: Pending },
  house: House,
  tools: Tools,
): Reading | null => {
  const [hole, ...others] = pending.holes;
  if (hole === undefined) return null;
  const typed = text.normalize('NFC');
  const found = givenIn(typed, { hole, house, tools });
  if (found === null) return null;
  const moves = pending.drafts.map((draft, at) =>
    open(
      draft.act,
      partsOf(
        draft,
        others.filter((each) => each.at === at),
      ),
    ),
  );
  return readingOf(
    moves.map((move, at) => (at === hole.at ? open(move.act, { ...move.parts, [hole.field]: found }) : move)),
  );
};

const partsOf = ({ act: _act, ...fields }: Draft, holes: readonly Hole[]): Readonly<Record<string, Part>> => ({
  ...fields,
  ...Object.fromEntries(holes.map(({ field, what }): [string, Part] => [field, { doubt: what, among: [] }])),
});

interface Place {
  readonly hole: Hole;
  readonly house: House;
  readonly tools: Tools;
}

const choice = (what: 'amount' | 'date', values: readonly (Money | CalendarDate)[]): Part | null =>
  values.length === 0
    ? null
    : values.length === 1
      ? (values[0] ?? null)
      : { doubt: what, among: values.map((value) => ({ value, label: '' })) };

/** Words that may stand beside the amount that was asked for: "about 300 I think". */
const MOST_BESIDE_AMOUNT = 3;
/** Words of a new cost's name. */
const LONGEST_NAME = 6;

const givenIn = (text: string, { hole, house, tools }: Place): Part | null => {
  const lang = languageOf(text, house.lang, knownOf(house).isName);
  const journey = house.journey === null ? undefined : knownOf(house).journeyByKey.get(house.journey);
  const pieces = piecesOf(text, { today: house.today, lang, currency: journey?.currency ?? house.currency }, tools);
  if (hole.what === 'amount') {
    const sums = pieces.filter(isSum);
    const isPlain =
      sums.length === 1 && sums[0]?.span.isNegative === false && words(pieces).length <= MOST_BESIDE_AMOUNT;
    return isPlain ? choice('amount', sums[0]?.span.values ?? []) : null;
  }
  if (hole.what === 'date') {
    const days = pieces.filter(isDay);
    const [day] = days;
    if (day === undefined || days.length > 1 || words(pieces).length > 2) return null;
    const meant = daysMeant(day.span.said, 'future', { today: house.today, lang });
    return choice(
      'date',
      meant.filter((each) => each >= house.today),
    );
  }
  if (hole.what === 'reason') return textOf(trimStart(pieces, LEXICON[lang]('because')), text) || null;
  const count = words(pieces).length;
  return hole.what === 'cost' && count > 0 && count <= LONGEST_NAME ? textOf(pieces, text) : null;
};
