// The budget, whole or of a step: set, raised, lowered, shared out.
import type { Money } from '../../kernel/money.ts';
import { open, type Part } from '../draft.ts';
import { SURE } from '../names.ts';
import { has, lengthAt, type Pieces, seek, startsWith, strip, type SumPiece, trimStart, words } from '../pieces.ts';
import { contentOf, stepsCalled } from '../resolve.ts';
import { cue, cues, type Frame, missing, oneOf, openJourney, refused, type Said } from '../said.ts';
import { SYNONYM } from '../names.ts';
import { amountIn } from './amounts.ts';
import { stepPhrase } from './phrases.ts';

export const budgetSet: Frame = (said) => {
  if (said.isQuestion) return null;
  const budget = seek(said.pieces, cue(said, 'budget'));
  const allot = seek(said.pieces, cue(said, 'allot'));
  const ofIt = said.context.budget && has(said.pieces, cue(said, 'it'));
  if (budget === null && allot === null && !ofIt) return null;
  const amount = amountIn(said, said.pieces);
  if (amount === null) return budget === null ? null : withoutAmount(said);
  const step = stepPhrase(said, strip(amount.rest, cue(said, 'budget')));
  const verbs = cues(
    said,
    'budget',
    'set',
    'raise',
    'lower',
    'allot',
    'change',
    'add',
    'toAmount',
    'byAmount',
    'not',
    'want',
    'new',
  );
  const bare = strip(step.step === undefined ? amount.rest : step.rest, ...verbs);
  const called = contentOf(said, strip(bare, ...cues(said, 'by', 'of', 'room'))).filter(
    (word) => !isOpenJourney(said, word),
  );
  const near = called.length === 0 ? [] : stepsCalled(said, called).filter(({ level }) => level >= SURE);
  if (called.length > 0 && near.length === 0) return null;
  const part =
    near.length > 0
      ? oneOf(
          said,
          'step',
          near.map(({ key }) => key),
        )
      : step.step;
  if (has(bare, cue(said, 'or')) && amount.sums.length === 1) {
    const keys = [...near.map(({ key }) => key), ...(typeof step.step === 'string' ? [step.step] : [])];
    return keys.length > 1
      ? { outcome: { moves: [open('budget.set', { money: amount.part, step: oneOf(said, 'step', keys) })] } }
      : refused('unknown');
  }
  // "give tiling 2k" needs its step; "give Tom 2k" is no budget.
  if (budget === null && part === undefined) return null;
  if (amount.isNegative) return refused('impossible');
  const money = part === undefined ? reckoned(said, amount.part, amount.sums[0]) : amount.part;
  if (money === null) return refused('impossible');
  if (part !== undefined && isRelative(said, amount.sums[0]) !== null)
    return { outcome: { moves: [open('budget.set', { money: missing('amount'), step: part })] } };
  return {
    outcome: { moves: [open('budget.set', { money, step: part })] },
    leaves: { budget: true, carry: budget === null ? [] : said.pieces.slice(budget.at, budget.at + budget.length) },
  };
};

const withoutAmount = (said: Said): ReturnType<Frame> => {
  const isAsked =
    startsWith(trimStart(said.pieces, cue(said, 'fill')), cue(said, 'budget')) ||
    has(said.pieces, cue(said, 'set')) ||
    has(said.pieces, cue(said, 'raise')) ||
    has(said.pieces, cue(said, 'lower')) ||
    has(said.pieces, cue(said, 'change'));
  const step = stepPhrase(said, said.pieces);
  const rest = strip(step.rest, ...cues(said, 'budget', 'set', 'raise', 'lower', 'change', 'toAmount', 'new'));
  const left = contentOf(said, rest).filter((word) => !isOpenJourney(said, word));
  return isAsked && left.length === 0
    ? { outcome: { moves: [open('budget.set', { money: missing('amount'), step: step.step })] } }
    : null;
};

const isOpenJourney = (said: Said, word: string): boolean =>
  said.known.journeys.fits([word]).some(({ key, level }) => key === openJourney(said)?.key && level >= SYNONYM);

/** "add 500", "by 500" up, "take 500 off" down; null when the amount is the new budget itself. */
const isRelative = (said: Said, sum: SumPiece | undefined): 'up' | 'down' | null => {
  if (sum === undefined) return null;
  const { pieces } = said;
  const at = pieces.indexOf(sum);
  const before = pieces.slice(Math.max(0, at - 3), at);
  const isTo = endsWith(before, said, 'toAmount') && !endsWith(before, said, 'byAmount');
  if (isTo) return null;
  const lower = has(pieces, cue(said, 'lower'));
  const raise = has(pieces, cue(said, 'raise'));
  const by = endsWith(before, said, 'byAmount');
  const firstVerb = pieces.slice(0, at);
  const budgetAfter = has(pieces.slice(at + 1), cue(said, 'budget'));
  if (lower && (by || budgetAfter)) return 'down';
  if (
    raise &&
    (by || (budgetAfter && (has(firstVerb, cue(said, 'raise')) || has(pieces.slice(at), cue(said, 'raise')))))
  )
    return 'up';
  return null;
};

const endsWith = (pieces: Pieces, said: Said, name: 'toAmount' | 'byAmount'): boolean =>
  pieces.some((_, at) => {
    const length = lengthAt(pieces, at, cue(said, name));
    return length > 0 && words(strip(pieces.slice(at + length), cue(said, 'fill'))).length === 0;
  });

const reckoned = (said: Said, part: Part, sum: SumPiece | undefined): Part | null => {
  const way = isRelative(said, sum);
  if (way === null) return part;
  const now = openJourney(said)?.budget ?? null;
  const add = (by: Money): Money | null =>
    now === null || now.currency !== by.currency
      ? null
      : { minor: now.minor + (way === 'up' ? by.minor : -by.minor), currency: now.currency };
  if (typeof part !== 'object' || !('minor' in part)) return null;
  const whole = add(part);
  return whole === null || whole.minor < 0 ? null : whole;
};
