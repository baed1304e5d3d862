// Phrases that hang on a deed: "to electrics", "for tiling", "on it".
import type { Part } from '../draft.ts';
import { SURE } from '../names.ts';
import { isWord, lengthAt, type Pieces, strip, words } from '../pieces.ts';
import { stepsCalled } from '../resolve.ts';
import { cue, cues, doubtOf, type Said } from '../said.ts';

/** Words of a step's name, with its article. */
const LONGEST_NAME = 5;

export interface Phrase {
  readonly step: Part;
  readonly rest: Pieces;
  /** The first word that led to it; '' without one. */
  readonly lead: string;
}

/** A step that is called by its very name behind a word such as "to", "under", "for"; the last one counts. */
export const stepPhrase = (said: Said, pieces: Pieces, lead: 'inside' | 'purpose' = 'inside'): Phrase => {
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const length = lengthAt(pieces, at, cue(said, lead));
    if (length === 0) continue;
    for (let end = Math.min(pieces.length, at + length + LONGEST_NAME); end > at + length; end -= 1) {
      const named = pieces.slice(at + length, end);
      if (!named.every(isWord)) continue;
      const rest = [...pieces.slice(0, at), ...pieces.slice(end)];
      const led = words(pieces.slice(at, at + 1))[0] ?? '';
      const bare = words(strip(named, ...cues(said, 'fill', 'stepNoun')));
      const isIt = bare.length === 1 && lengthAt(strip(named, cue(said, 'stepNoun')), 0, cue(said, 'it')) === 1;
      if (isIt && end === pieces.length && said.context.step !== null)
        return { step: said.context.step, rest, lead: led };
      const fits = stepsCalled(said, bare).filter(({ level }) => level >= SURE);
      const [one, ...others] = fits;
      if (one === undefined) continue;
      if (others.length === 0) return { step: one.key, rest, lead: led };
      return {
        step: doubtOf(
          said,
          'step',
          fits.map(({ key }) => key),
        ),
        rest,
        lead: led,
      };
    }
  }
  return { step: undefined, rest: pieces, lead: '' };
};
