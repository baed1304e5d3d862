// What a quote says it does not do: lines without a price and sentences of its terms that exclude something, in the languages papers come in.
import { fold } from '../kernel/fold.ts';
import type { PaperLine } from '../records/paper.ts';
import { ideasOf } from './trade-words.ts';

const EXCLUDES =
  /\b(?:not included|excluded|exclud(?:es|ing)|exclusions?|excl\b|without\b|by (?:the )?(?:client|customer|owner|others)|nicht (?:enthalten|inbegriffen|im preis)|bauseits|ohne\b|exkl\w*|no inclu(?:ye|ido|ida|idos|idas)|excluido|excluida|non compris|hors\b|non incluso|escluso|niet inbegrepen|exclusief)/u;

export const isExclusion = (text: string): boolean => EXCLUDES.test(fold(text));

/** A line that names work only to say that it is not done: without a price of its own. */
export const isExcludedLine = ({ description, amount }: PaperLine): boolean =>
  (amount === null || amount.minor === 0) && isExclusion(description);

/** The sentences of the terms that exclude something, as they stand. "Prices exclude VAT" excludes no work. */
export const exclusionsIn = (terms: string): readonly string[] =>
  terms
    .split(/(?<=[.;!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => isExclusion(sentence) && !TAX_ONLY.test(fold(sentence)))
    // "Payable without deduction" excludes nothing: such a word alone must speak of work.
    .filter((sentence) => isExclusion(fold(sentence).replaceAll(WEAK, ' ')) || tradesIn(sentence).size > 0);

const WEAK = /\b(?:without|ohne|hors)\b/gu;

const TAX_ONLY =
  /\b(?:excl\w*|exkl\w*|ohne|without|hors|exclusief|escluso|no inclu\w+|zzgl\w*|not included?)\b[^.;]{0,20}\b(?:vat|tax|taxes|mwst|ust|mehrwertsteuer|umsatzsteuer|iva|tva|btw)\b|\b(?:vat|tax|mwst|ust|mehrwertsteuer|iva|tva|btw)\b[^.;]{0,12}\b(?:excl\w*|not included|nicht enthalten|no incluido)/u;

/**
 * Of a sentence, whether it or a part of its list names nothing but what a line is about: "waste and painting are not included". It is
 * asked for every line that a quote does not have, so the sentence is taken apart once.
 */
export const speakerOf = (sentence: string): ((about: ReadonlySet<string>) => boolean) => {
  const parts = sentence
    .split(/,|;|:|\b(?:and|und|y|et|e|en)\b/u)
    .map(tradesIn)
    .filter((named) => named.size > 0);
  return (about) => parts.some((named) => [...named].every((idea) => about.has(idea)));
};

/** What words are about. */
export const tradesIn = (text: string): ReadonlySet<string> =>
  new Set(
    (fold(text).match(/[\p{L}\d]+/gu) ?? []).flatMap((word) =>
      [...ideasOf(word)].filter((idea) => !idea.startsWith('=')),
    ),
  );
