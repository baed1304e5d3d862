// Whether what was read is a paper, to be shown among the papers, or words on a photo of something else. Pure.
import type { BodyOf } from '../records/registry.ts';

type Read = Pick<BodyOf<'reading'>, 'guess' | 'offer' | 'fixes' | 'seenFixes'>;

/** What a person said of it counts most: what kind of paper or of photo it is, or that something was made of it. */
export const isPaper = ({ guess, offer, fixes, seenFixes }: Read): boolean => {
  if (fixes?.kind !== undefined || offer === 'taken') return true;
  if (seenFixes?.kind != null) return seenFixes.kind === 'receipt' || seenFixes.kind === 'plan';
  return offer !== 'none' || (guess?.kind ?? 'other') !== 'other';
};
