// Quotes: that one came, and that one is taken.
import { open, type Part } from '../draft.ts';
import type { QuoteThere } from '../house.ts';
import { has, isDay, type Pieces, seek, strip, trimStart, without } from '../pieces.ts';
import { contentOf, stepsCalled, type Who, whoIn } from '../resolve.ts';
import { cue, cues, doubtOf, type Frame, missing, oneOf, openJourney, refused, type Said } from '../said.ts';
import { SURE } from '../names.ts';
import { phrasesOf } from '../words/lexicon.ts';
import { amountIn } from './amounts.ts';
import { stepPhrase } from './phrases.ts';

export const quoteAdded: Frame = (said) => {
  // "Handed in" and "gave us a quote" pay nobody.
  if (said.isQuestion || has(strip(said.pieces, SENT[said.lang], cue(said, 'quoted')), cue(said, 'pay'))) return null;
  const noun = seek(said.pieces, cue(said, 'quote'));
  const verb = seek(said.pieces, cue(said, 'quoted'));
  if (noun === null && verb === null) return null;
  if (has(said.pieces, cue(said, 'accept')) && !has(said.pieces, cue(said, 'add'))) return null;
  const amount = amountIn(said, said.pieces);
  const who = whoIn(said, said.pieces, 'contractors');
  const other = who === null ? null : orOther(said, who);
  // In Spanish the word is also the budget's: without who made it, it is that.
  if (who === null && (verb !== null || has(said.pieces, cue(said, 'budget')))) return null;
  const isAdded = has(said.pieces, cue(said, 'add')) || has(said.pieces, cue(said, 'new'));
  if (amount === null && !(noun !== null && isAdded)) return null;
  if (amount?.isNegative === true) return refused('impossible');
  const named = strip(
    cutOut(cutOut(said.pieces, other), who),
    ...(who === null || has(said.pieces, OURS[said.lang]) ? [] : [SENT[said.lang]]),
  );
  const bare = amount === null ? named : named.filter((piece) => amount.rest.includes(piece));
  const step = stepPhrase(said, bare);
  const left = contentOf(
    said,
    strip(
      step.step === undefined ? bare : step.rest,
      ...cues(said, 'quote', 'quoted', 'add', 'new', 'by', 'inside', 'budget', 'him', 'costs', 'toAmount'),
    ).filter((piece) => !isDay(piece)),
  );
  const near = left.length === 0 ? [] : stepsCalled(said, left).filter(({ level }) => level >= SURE);
  if (left.length > 0 && near.length === 0) return null;
  const vendor: Part =
    who === null
      ? doubtOf(
          said,
          'person',
          said.known.house.contractors.map(({ key }) => key),
        )
      : oneOf(said, 'person', [...who.keys, ...(other?.keys ?? [])]);
  const part =
    near.length > 0
      ? oneOf(
          said,
          'step',
          near.map(({ key }) => key),
        )
      : step.step;
  const cuePieces = [noun, verb].flatMap((found) =>
    found === null ? [] : said.pieces.slice(found.at, found.at + found.length),
  );
  return {
    outcome: {
      moves: [open('quote.add', { vendor, money: amount === null ? missing('amount') : amount.part, step: part })],
    },
    leaves: { carry: cuePieces, ...(typeof vendor === 'string' ? { person: vendor } : {}) },
  };
};

/** "the electrician or the plumber quotes 3,300": the one behind "or". */
const orOther = (said: Said, who: Who): Who | null => {
  const tail = said.pieces.slice(who.at + who.length);
  const or = seek(tail.slice(0, 2), cue(said, 'or'));
  const other = or?.at === 0 ? whoIn(said, tail, 'contractors') : null;
  if (or === null || other === null || trimStart(tail.slice(or.length, other.at), cue(said, 'fill')).length > 0)
    return null;
  return { ...other, at: who.at + who.length + other.at };
};

/** How an offer comes from whoever made it; what "we sent" is ours. */
const SENT = {
  en: phrasesOf(
    'sent,has sent,sent in,sent over,sent us,sent me,came with,came in with,handed in,submitted,emailed,dropped off,came,came in,arrived,is in,has come',
  ),
  de: phrasesOf('geschickt,schickt,schickte,gesendet,abgegeben,vorgelegt,eingereicht,gemacht,macht,ist da,gekommen'),
  es: phrasesOf(
    'envió,ha enviado,enviado,mandó,ha mandado,mandado,presentó,ha presentado,entregó,ha entregado,ha hecho,hizo,llegó,ha llegado',
  ),
} as const;
const OURS = { en: phrasesOf('i,we'), de: phrasesOf('ich,wir'), es: phrasesOf('yo,nosotros,enviamos,envié') } as const;

const cutOut = (pieces: Pieces, who: { readonly at: number; readonly length: number } | null): Pieces =>
  who === null ? pieces : without(pieces, who);

export const quoteAccepted: Frame = (said) => {
  if (said.isQuestion) return null;
  const accept = seek(said.pieces, cue(said, 'accept'));
  if (accept === null) return null;
  const rest = without(said.pieces, accept);
  const noun = seek(rest, cue(said, 'quote'));
  const who = whoIn(said, rest, 'vendors');
  if (who !== null && has(rest, cue(said, 'or'))) return ofTwo(said, rest);
  if (noun === null && (who === null || !isStrong(said))) return null;
  const amount = amountIn(said, rest);
  const journey = openJourney(said);
  const all = (journey === null ? [] : (said.known.quotesByJourney.get(journey.key) ?? [])).filter(
    ({ accepted }) => !accepted,
  );
  const named = cutOut(rest, who).filter((piece) => amount === null || amount.rest.includes(piece));
  const step = stepPhrase(said, named);
  const left = contentOf(
    said,
    strip(
      step.step === undefined ? named : step.rest,
      ...cues(said, 'quote', 'by', 'inside', 'of', 'him', 'accept'),
    ).filter((piece) => !isDay(piece)),
  );
  const near = left.length === 0 ? [] : stepsCalled(said, left).filter(({ level }) => level >= SURE);
  if (left.length > 0 && near.length === 0) return null;
  const steps = [...near.map(({ key }) => key), ...(typeof step.step === 'string' ? [step.step] : [])];
  const pronoun =
    who === null && said.context.person !== null && has(rest, cue(said, 'him')) ? said.context.person : null;
  const fits = (quote: QuoteThere): boolean =>
    (who === null || who.keys.includes(said.known.vendorOf(quote))) &&
    (pronoun === null || quote.contractor === pronoun) &&
    (steps.length === 0 || (quote.step !== null && steps.includes(quote.step))) &&
    (amount === null ||
      amount.sums.some(({ span }) => span.values.some((value) => value.minor === quote.amount.minor)));
  const keys = all.filter(fits).map(({ key }) => key);
  if (keys.length === 0) return refused('unknown');
  return { outcome: { moves: [open('quote.accept', { quote: oneOf(said, 'quote', keys) })] } };
};

/** "accept Tom's or Eva's quote": asked among the two. */
const ofTwo = (said: Said, rest: Pieces): ReturnType<Frame> => {
  const keys: string[] = [];
  let left = rest;
  for (let who = whoIn(said, left, 'vendors'); who !== null; who = whoIn(said, left, 'vendors')) {
    keys.push(...who.keys);
    left = without(left, who);
  }
  const journey = openJourney(said)?.key ?? '';
  const quotes = (said.known.quotesByJourney.get(journey) ?? []).filter(
    (each) => !each.accepted && keys.includes(said.known.vendorOf(each)),
  );
  const quote = oneOf(
    said,
    'quote',
    quotes.map(({ key }) => key),
  );
  return quotes.length < 2 ? null : { outcome: { moves: [open('quote.accept', { quote })] } };
};

/** "accept Volt" is enough; "take Volt" is not. */
const isStrong = (said: Said): boolean =>
  seek(said.pieces, cue(said, 'accept'))?.at === 0 && !has(said.pieces, cue(said, 'take'));
