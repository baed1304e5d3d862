// A step that can't go on, and why.
import { open } from '../draft.ts';
import { has, isSum, type Pieces, seek, strip, textOf, trimEnd, trimStart } from '../pieces.ts';
import { stateOf, stepsIn } from '../resolve.ts';
import { cue, cues, doubtOf, type Frame, type Heard, refused, type Said } from '../said.ts';
import { phrasesOf } from '../words/lexicon.ts';
import { forSteps, GOING_ON } from './steps.ts';

export const stepBlocked: Frame = (said) => {
  if (said.pieces.some(isSum) || has(said.pieces, cue(said, 'reopen'))) return null;
  const block = seek(said.pieces, cue(said, 'block'));
  const waiting = seek(said.pieces, cue(said, 'waiting'));
  const found = block ?? waiting;
  if (found === null) return null;
  const { head, reason } = cutAtReason(said, block === null ? found.at : null);
  const verbs = said.lang === 'de' && has(said.pieces, cue(said, 'cannot')) ? [GOING_ON] : [];
  const bare = strip(head, ...cues(said, 'block', 'because'), ...verbs);
  const text = textOf(block === null ? trimStart(reason, ...cues(said, 'be', 'fill')) : reason, said.text);
  const parts = { reason: text === '' ? undefined : text };
  const named = stepsIn(
    said,
    bare.filter((piece) => piece.is !== 'day'),
  );
  if (named.is === 'unknown') return block === null ? null : withTail(said, block.at, block.length);
  // "I can't go on Friday" blocks nothing.
  if (named.is === 'none' && !named.it && has(said.pieces, cue(said, 'cannot'))) return null;
  // "waiting for Tom" with no step is only told.
  if (named.is === 'none' && block === null) return null;
  const heard = forSteps(said, 'step.block', { rest: bare.filter((piece) => piece.is !== 'day'), parts });
  return heard === null
    ? null
    : {
        ...heard,
        leaves: { ...heard.leaves, carry: block === null ? [] : said.pieces.slice(block.at, block.at + block.length) },
      };
};

/** "electrics blocked Eva is ill": the step before the word, the reason behind it, nothing between. */
const withTail = (said: Said, at: number, length: number): Heard | null => {
  const named = stepsIn(said, said.pieces.slice(0, at));
  if (named.is !== 'steps' || named.groups.length !== 1) return null;
  const keys = (named.groups[0] ?? []).map(({ key }) => key).filter((key) => stateOf(said, key) !== 'done');
  const reason = textOf(trimStart(said.pieces.slice(at + length), ...cues(said, 'light', 'by')), said.text);
  const [one] = keys;
  if (one === undefined) return refused('impossible');
  const step = keys.length === 1 ? one : doubtOf(said, 'step', keys);
  return {
    outcome: { moves: [open('step.block', { step, reason: reason === '' ? undefined : reason })] },
    leaves: { step: one },
  };
};

/** Words in which a phrase that begins a reason is looked for. */
const NEAR = { because: 3, waiting: 4 } as const;

const SIGNS = new Set([':', '-', '–', '—', ',', '(', ';', '.']);

/** What stands before the reason of a block; all, if nothing is blocked. */
export const beforeReason = (said: Said): Pieces => {
  const block = seek(said.pieces, cue(said, 'block'));
  return block === null ? said.pieces : cutAtReason(said, null).head;
};

/** Where the reason begins: at "because", "waiting for", or a sign once the step is said. */
const cutAtReason = (said: Said, from: number | null): { readonly head: Pieces; readonly reason: Pieces } => {
  const { pieces } = said;
  const cutAt = (at: number, skip: number): { readonly head: Pieces; readonly reason: Pieces } => ({
    head: pieces.slice(0, at),
    reason: trimEnd(trimStart(pieces.slice(at + skip), cue(said, 'because'))),
  });
  if (from !== null) return cutAt(from, 0);
  for (let at = 1; at < pieces.length; at += 1) {
    const piece = pieces[at];
    const ahead = pieces.slice(at);
    const because = seek(ahead.slice(0, NEAR.because), cue(said, 'because'));
    if (because?.at === 0) return cutAt(at, because.length);
    const until = seek(ahead.slice(0, 2), UNTIL);
    if (until?.at === 0 && isNamed(said, pieces.slice(0, at))) return cutAt(at, 0);
    const waiting = seek(ahead.slice(0, NEAR.waiting), cue(said, 'waiting'));
    if (waiting?.at === 0 && at > 1) return cutAt(at, 0);
    const by = seek(ahead.slice(0, 2), cue(said, 'by'));
    if (
      by?.at === 0 &&
      said.lang !== 'es' &&
      has(pieces.slice(0, at), cue(said, 'block')) &&
      isNamed(said, pieces.slice(0, at))
    )
      return cutAt(at, by.length);
    if (piece?.is === 'sign' && SIGNS.has(piece.token.raw) && isNamed(said, pieces.slice(0, at))) return cutAt(at, 1);
  }
  return { head: pieces, reason: [] };
};

const UNTIL = phrasesOf('until,till,bis,hasta que');

const isNamed = (said: Said, head: Pieces): boolean =>
  stepsIn(said, strip(head, ...cues(said, 'block'))).is === 'steps';
