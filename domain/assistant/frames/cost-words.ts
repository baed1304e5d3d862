// What a sentence about money is made of: its amount, day, payee and step, and the costs that its words name.
import type { Part } from '../draft.ts';
import type { CostThere, Key } from '../house.ts';
import { SURE, best } from '../names.ts';
import { has, isDay, isPercentage, lengthAt, type Pieces, startsWith, strip, trimEnd, trimStart } from '../pieces.ts';
import { whoIn } from '../resolve.ts';
import { cue, cues, dayPart, daysOf, oneOf, openJourney, type Said } from '../said.ts';
import { phrasesOf } from '../words/lexicon.ts';
import { type Amount, amountIn } from './amounts.ts';
import { stepPhrase } from './phrases.ts';

export const costsHere = (said: Said): readonly CostThere[] => {
  const journey = openJourney(said);
  return journey === null ? [] : (said.known.costsByJourney.get(journey.key)?.all ?? []);
};

/** Costs of the open journey that are called so, the best fits only; "paint" fits Paint and Paint samples alike. */
export const costsCalled = (said: Said, called: readonly string[]): readonly CostThere[] => {
  const journey = openJourney(said);
  if (journey === null || called.length === 0) return [];
  const fits = said.known.costsByJourney.get(journey.key)?.names.fits(called) ?? [];
  return best(fits.filter(({ level }) => level >= SURE)).flatMap(({ key }) => said.known.costByKey.get(key) ?? []);
};

export const keysOf = (costs: readonly CostThere[]): readonly Key[] => costs.map(({ key }) => key);

/** What is left of a sentence about money once its amount, day, payee and step are taken out. */
export interface Spoken {
  readonly amount: Amount | null;
  readonly on: Part;
  readonly payee: Part;
  readonly payees: readonly Key[];
  readonly step: Part;
  /** With the step's phrase still in it, for names that have one: "deposit for the cabinets". */
  readonly full: Pieces;
  readonly name: Pieces;
}

export const spokenOf = (
  said: Said,
  pieces: Pieces,
  verbs: readonly ('pay' | 'bought' | 'add' | 'costNoun' | 'costs')[],
): Spoken | null => {
  const day = pieces.find(isDay) ?? null;
  const days = day === null ? [] : daysOf(said, day, 'past');
  // What is paid is paid by now: "I pay Tom tomorrow" is no payment yet.
  const isLater = days.some((each) => each > said.known.house.today);
  if (day !== null && (days.length === 0 || day.span.until !== null || isLater)) return null;
  const amount = amountIn(said, pieces);
  const bare = strip(
    (amount?.rest ?? pieces).filter((piece) => !isDay(piece)),
    ...verbs.map((name) => cue(said, name)),
  );
  const who = whoIn(said, bare, 'contractors');
  const cut = who === null ? bare : cutWho(said, bare, who);
  // "paid Tom or Piet"
  const other = who !== null && has(cut, cue(said, 'or')) ? whoIn(said, cut, 'contractors') : null;
  const payees = [...(who?.keys ?? []), ...(other?.keys ?? [])];
  const rest =
    other === null ? cut : cutWho(said, strip(cut, cue(said, 'or')), { ...other, at: Math.max(0, other.at - 1) });
  const pronoun =
    who === null &&
    said.context.person !== null &&
    has(rest, cue(said, 'him')) &&
    isContractor(said, said.context.person);
  const phrase = stepPhrase(said, rest);
  // "Two bags of plaster" are what was bought, whatever step is called so.
  const step = phrase.lead === 'of' ? { step: undefined, rest } : phrase;
  return {
    amount,
    on: day === null ? undefined : dayPart(days),
    payee: who === null ? (pronoun ? (said.context.person ?? undefined) : undefined) : oneOf(said, 'person', payees),
    payees: pronoun && said.context.person !== null ? [said.context.person] : payees,
    step: step.step,
    full: tidy(said, rest),
    name: tidy(said, step.rest),
  };
};

const isContractor = (said: Said, key: Key): boolean => said.known.house.contractors.some((each) => each.key === key);

/** Also the word that leads to who: "to Tom", "by Eva". */
const cutWho = (said: Said, pieces: Pieces, who: { readonly at: number; readonly length: number }): Pieces => {
  const before = pieces.slice(0, who.at);
  const led = trimEndOnce(said, before);
  return [...led, ...pieces.slice(who.at + who.length)];
};

const trimEndOnce = (said: Said, before: Pieces): Pieces => {
  const last = before.slice(-1);
  return has(last, cue(said, 'for')) || has(last, cue(said, 'by')) ? before.slice(0, -1) : before;
};

/** Where a cost is kept, said behind it: "on the list of costs", "to our expenses". */
const KEPT_AT = {
  en: phrasesOf(
    'list of costs,list of expenses,list of our costs,cost list,costs list,expense list,expenses list,costs,expenses,books',
  ),
  de: phrasesOf('kostenliste,liste der kosten,liste der ausgaben,kosten,ausgaben'),
  es: phrasesOf('lista de costes,lista de gastos,lista de costos,costes,costos,gastos,cuentas'),
} as const;

/** "ordered 20 m2 of tiles for 680": they are paid when that is said. */
const ORDERED = {
  en: phrasesOf('ordered,have ordered,reordered'),
  de: phrasesOf('bestellt,bestelle'),
  es: phrasesOf('pedido,pedimos,encargado,encargamos'),
} as const;

/** Only at the end, and behind a word that leads there: "new costs" is a name. */
const withoutPlace = (said: Said, pieces: Pieces): Pieces => {
  const bare = trimEnd(pieces);
  for (let at = 1; at < bare.length; at += 1) {
    const lead = lengthAt(bare, at, cue(said, 'inside'));
    if (lead === 0) continue;
    const tail = trimStart(bare.slice(at + lead), cue(said, 'fill'));
    if (tail.length > 0 && lengthAt(tail, 0, KEPT_AT[said.lang]) === tail.length) return bare.slice(0, at);
  }
  return pieces;
};

/** Without what only leads to a name or hangs on it; a discount is no part of one. */
export const tidy = (said: Said, pieces: Pieces): Pieces => {
  const ends = cues(said, 'fill', 'be', 'for', 'light', 'too', 'him', 'and');
  const bare = trimEnd(
    trimStart(
      withoutPlace(said, pieces),
      ORDERED[said.lang],
      ...cues(said, 'fill', 'be', 'for', 'light', 'inside', 'too', 'him', 'costNoun', 'by', 'and', 'or'),
    ),
    ...ends,
  );
  const last = bare.at(-1);
  return last !== undefined && isPercentage(last) ? trimEnd(bare.slice(0, -1), ...ends) : bare;
};

/** "new cost: wall paint 80" begins no painting, and says nothing of being paid. */
export const isNewCost = (said: Said): boolean => {
  const front = trimStart(said.pieces, ...cues(said, 'fill', 'polite'));
  const noun = lengthAt(trimStart(front, ...cues(said, 'new', 'add', 'fill')), 0, cue(said, 'costNoun'));
  return noun > 0 && (startsWith(front, cue(said, 'new')) || startsWith(front, cue(said, 'add')));
};
