// The part of a day that was said with it ("tomorrow morning"): a reminder and a task are for a day, so it stays in their words.
import type { Lang } from '../words/languages.ts';
import { type DayPiece, type Pieces } from './pieces.ts';

interface WithoutPart {
  /** As it is put behind what is to be done; '' where none was said. */
  readonly part: string;
  readonly rest: Pieces;
}

/** @param pieces what stands around the day, without it */
export const dayPartOf = (
  { text, lang }: { readonly text: string; readonly lang: Lang },
  day: DayPiece,
  pieces: Pieces,
): WithoutPart => {
  const [behind = '', called = ''] = BEHIND[lang].exec(text.slice(day.to)) ?? [];
  if (called !== '')
    return {
      part: spoken(called, lang),
      rest: pieces.filter(({ from }) => from < day.to || from >= day.to + behind.length),
    };
  const [, within = ''] = WITHIN[lang].exec(text.slice(day.from, day.to)) ?? [];
  return { part: within === '' ? '' : spoken(within, lang), rest: pieces };
};

const BEHIND: Readonly<Record<Lang, RegExp>> = {
  en: /^ (?:in the |at )?(morning|afternoon|evening|night|lunchtime)(?![\p{L}-])/iu,
  de: /^ (?:am )?(früh|vormittag|mittag|nachmittag|abend)(?!\p{L})/iu,
  es: /^ (?:por|de) la (mañana|tarde|noche)(?!\p{L})/iu,
};
const WITHIN: Readonly<Record<Lang, RegExp>> = {
  en: /(?:tomorrow|day) (morning|afternoon|evening|night)$/iu,
  de: /(früh|vormittag|mittag|nachmittag|abend)$/iu,
  es: /(?:por|de) la (mañana|tarde|noche)$/iu,
};

const spoken = (called: string, lang: Lang): string => {
  const word = called.toLowerCase();
  if (lang === 'es') return `por la ${word}`;
  if (lang === 'de') return word === 'früh' ? 'in der Früh' : `am ${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return word === 'night' || word === 'lunchtime' ? `at ${word}` : `in the ${word}`;
};
