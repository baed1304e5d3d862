// Finds what a few words name: steps, people and contractors, by very name, near name, trade, or "it" and "him".
import type { StepState } from '../records/step.ts';
import type { Key } from './house.ts';
import { BEGINNING, best, type Fit, SURE, SYNONYM } from './names.ts';
import { isWord, type Match, type Pieces, seek, strip, words } from './pieces.ts';
import { cue, cues, openJourney, type Said } from './said.ts';
import { partsOf } from './whole-names.ts';
import { meaningsOf } from '../words/concepts.ts';

/** In the open journey, or in another if no step of the open one is called so. */
export const stepsCalled = (said: Said, called: readonly string[]): readonly Fit[] => {
  if (called.length === 0) return [];
  const journey = openJourney(said);
  const fitsIn = (key: Key): readonly Fit[] => said.known.stepsByJourney.get(key)?.fits(called) ?? [];
  const own = journey === null ? [] : best(fitsIn(journey.key));
  if (own.some(({ level }) => level >= SURE)) return own;
  const others = said.known.house.journeys.filter(({ key }) => key !== journey?.key);
  const elsewhere = best(others.flatMap(({ key }) => fitsIn(key))).filter(({ level }) => level >= SURE);
  if (elsewhere.length > 0) return elsewhere;
  if (own.length > 0) return own;
  return ofNamedJourney(said, called);
};

/** "bathroom painting": a step of the journey whose name stands beside it. */
const ofNamedJourney = (said: Said, called: readonly string[]): readonly Fit[] =>
  said.known.house.journeys.flatMap(({ key }) => {
    const rest = called.filter(
      (word) => !said.known.journeys.fits([word]).some((fit) => fit.key === key && fit.level >= SYNONYM),
    );
    if (rest.length === called.length || rest.length === 0) return [];
    return best(said.known.stepsByJourney.get(key)?.fits(rest) ?? []).filter(({ level }) => level >= SURE);
  });

export const stateOf = (said: Said, step: Key): StepState =>
  said.context.states.get(step) ?? said.known.stepByKey.get(step)?.state ?? 'todo';

export type Named =
  /** Nothing is named, or only "it" and "the step". */
  | { readonly is: 'none'; readonly it: boolean }
  /** One group of fits for each step that is named; `or` says that one of them is meant. */
  | {
      readonly is: 'steps';
      readonly groups: readonly (readonly Fit[])[];
      readonly or: boolean;
      readonly words: readonly string[];
    }
  | { readonly is: 'unknown'; readonly words: readonly string[] };

/** The steps that the pieces name once everything that names nothing is taken out. */
export const stepsIn = (said: Said, pieces: Pieces): Named => {
  const it = seek(pieces, cue(said, 'it')) !== null;
  const bare = strip(pieces, ...cues(said, 'stepNoun'));
  const whole = contentOf(said, bare);
  const or = seek(bare, cue(said, 'or')) !== null;
  // "first" says nothing, unless a step is called so.
  const index = said.known.stepsByJourney.get(said.context.journey ?? '');
  const full = words(bare).filter((word) => whole.includes(word) || index?.has(word) === true);
  const fuller = or || full.length === whole.length ? [] : stepsCalled(said, full);
  const asOne = or ? [] : fuller.length > 0 ? fuller : fitsOf(said, whole);
  if (asOne.length > 0) return { is: 'steps', groups: [asOne], or: false, words: whole };
  const parts = split(said, bare)
    .map((part) => contentOf(said, part))
    .filter((part) => part.length > 0);
  if (parts.length === 0) return { is: 'none', it: it || bare.length < pieces.length };
  const groups = parts.map((part) => fitsOf(said, part));
  return groups.every((group) => group.length > 0)
    ? { is: 'steps', groups, or, words: whole }
    : { is: 'unknown', words: whole };
};

/** Also without who does it: "Tom started on the plumbing". */
const fitsOf = (said: Said, called: readonly string[]): readonly Fit[] => {
  const fits = stepsCalled(said, called);
  if (fits.length > 0 || called.length < 2) return fits;
  const rest = called.filter((word) => !isSomeone(said, word));
  return rest.length === called.length ? [] : stepsCalled(said, rest);
};

/** The words that are left to name something. */
export const contentOf = (said: Said, pieces: Pieces): readonly string[] =>
  words(strip(pieces, ...cues(said, 'fill', 'be', 'will', 'too', 'it', 'light', 'and', 'or', 'me')));

const split = (said: Said, pieces: Pieces): readonly Pieces[] => {
  const parts: Pieces[] = [[]];
  for (let at = 0; at < pieces.length;) {
    const parting = Math.max(lengthOf(said, pieces, at), 0);
    const piece = pieces[at];
    if (parting > 0) parts.push([]);
    else if (piece !== undefined) parts[parts.length - 1] = [...(parts.at(-1) ?? []), piece];
    at += Math.max(1, parting);
  }
  return parts;
};

const lengthOf = (said: Said, pieces: Pieces, at: number): number => {
  const piece = pieces[at];
  if (piece?.is === 'sign') return [',', '/', '&', '+'].includes(piece.token.raw) ? 1 : 0;
  const joins = seek(pieces.slice(at, at + 2), cue(said, 'and')) ?? seek(pieces.slice(at, at + 2), cue(said, 'or'));
  return joins?.at === 0 ? joins.length : 0;
};

/** True for a name or trade of a person or contractor, as it is written. */
export const isSomeone = (said: Said, word: string): boolean =>
  said.known.people.has(word) ||
  (said.known.contractors.has(word) && !isWork(word)) ||
  meaningsOf(word).some(({ concept }) => concept.kind === 'trade');

/** "Plumbing" of "Miller Plumbing" is a step's name sooner than a contractor's. */
const isWork = (word: string): boolean =>
  meaningsOf(word).some(({ concept }) => concept.kind === 'work' || concept.kind === 'thing');

export interface Who extends Match {
  readonly keys: readonly Key[];
  /** "Tom's". */
  readonly own: boolean;
}

/** Whether household members count too, only contractors, or contractors and whoever else made a quote. */
type Among = 'all' | 'contractors' | 'vendors';

/** Who is named first, and where. */
export const whoIn = (said: Said, pieces: Pieces, among: Among): Who | null => {
  for (let at = 0; at < pieces.length; at += 1) {
    for (const length of [3, 2, 1]) {
      const part = pieces.slice(at, at + length);
      if (part.length < length || !part.every(isWord)) continue;
      const keys = whoCalled(said, words(part), among);
      if (keys.length > 0) return { at, length, keys, own: part.some((piece) => isWord(piece) && piece.token.own) };
    }
    const generic = seek(pieces.slice(at, at + 1), cue(said, 'contractor'));
    if (generic !== null)
      return { at, length: 1, keys: said.known.house.contractors.map(({ key }) => key), own: false };
  }
  return null;
};

export const whoCalled = (said: Said, called: readonly string[], among: Among): readonly Key[] => {
  if (called.flatMap(partsOf).every((word) => isWork(word) && !said.known.people.has(word))) return [];
  const index = among === 'vendors' ? said.known.vendors : said.known.contractors;
  const own = called.flatMap((word) => (index.has(word) || said.known.people.has(word) ? [word] : partsOf(word)));
  const spoken = own.map((word) => (isSomeone(said, word) || index.has(word) ? word : genitive(said, word)));
  if (spoken.some((word) => word === null)) return [];
  const named = spoken.filter((word) => word !== null);
  const contractors = index.fits(named);
  const people = among === 'all' ? said.known.people.fits(named) : [];
  return best([...contractors, ...people].filter(({ level }) => level >= SYNONYM)).map(({ key }) => key);
};

/** German and hasty genitives: "Toms", "Evas"; and slips in longer names. */
const genitive = (said: Said, word: string): string | null => {
  const bare = word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : null;
  if (bare !== null && isSomeone(said, bare)) return bare;
  if (word.length < 5 || meaningsOf(word).length > 0) return null;
  const near = [...said.known.contractors.fits([word]), ...said.known.people.fits([word])].filter(
    ({ level }) => level >= SURE,
  );
  const [one] = near;
  const name = near.length === 1 && one !== undefined ? said.known.labelByKey.get(one.key) : undefined;
  return name === undefined ? null : nearest(said, word, one?.key ?? '');
};

const nearest = (said: Said, word: string, key: Key): string | null => {
  const there = said.known.house.contractors.find((each) => each.key === key);
  const person = said.known.house.people.find((each) => each.key === key);
  const names = [there?.company, there?.person, person?.name].flatMap((name) => name?.toLowerCase().split(/\s+/) ?? []);
  return (
    names.find(
      (name) =>
        name[0] === word[0] && Math.abs(name.length - word.length) <= 1 && name.slice(0, 2) === word.slice(0, 2),
    ) ?? null
  );
};

/** A short beginning ("pl") is asked even if only one step begins so. */
export const isFaint = (fits: readonly Fit[], called: readonly string[]): boolean =>
  fits.every(({ level }) => level === BEGINNING) && called.some((word) => word.length < 4);
