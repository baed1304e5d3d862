// What was read from a picture or document, and what became of the cost it suggested.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceId, spaceOfKey, uuidOf, type RecordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { readingBody } from '../records/media.ts';
import { recordAs, type BodyOf, type RecordOf } from '../records/registry.ts';
import { edited, findAny, findLive, made } from './changes.ts';
import { defineCommand, type Change } from './command.ts';
import { costFields } from './cost.ts';
import { familyOf, outcomeKey, takeOffer } from './offer.ts';

const fields = readingBody.shape;

/** The reading of a picture or document: beside it, under an id that follows from its own, so reading twice is one record. */
export const readingKey = (of: RecordKey): RecordKey => keyOf(spaceOfKey(of), `reading_${uuidOf(idOfKey(of))}`);

export const readingSave = defineCommand({
  name: 'reading.save',
  input: z.object({
    of: recordKey,
    sha: fields.sha,
    language: fields.language,
    pages: fields.pages,
    guess: fields.guess,
  }),
  needs: ({ of }) => [{ key: of }, { key: readingKey(of) }],
  plan: (reads, { of, ...read }, { at }) => {
    // A picture that went to the trash while it was read still gets its text: it may come back.
    const picture = findAny(reads, of);
    if (!picture.ok) return picture;
    const key = readingKey(of);
    const before = recordAs('reading', reads.get(key));
    const answered = before !== null && (before.body.offer === 'taken' || before.body.offer === 'dismissed');
    const offer = answered ? before.body.offer : offersSomething(read.guess) ? 'open' : 'none';
    const body: BodyOf<'reading'> = { ...read, offer, readAt: at };
    if (before !== null) return ok(edited(before, { body }));
    return ok([
      made({
        space: spaceOfKey(of),
        id: idOfKey(key),
        type: 'reading',
        journey: picture.value.journey,
        parent: of,
        body,
      }),
    ]);
  },
});

/** What a paper seems to be, told anew: more of its pages were read. An answered offer stays answered. */
export const readingGuess = defineCommand({
  name: 'reading.guess',
  input: z.object({ of: recordKey, guess: fields.guess }),
  needs: ({ of }) => [{ key: readingKey(of) }],
  plan: (reads, { of, guess }) => {
    const reading = recordAs('reading', reads.get(readingKey(of)));
    return ok(reading === null ? [] : guessed(reading, guess));
  },
});

/** `anew`: what was waved away is asked once more. What it became stays. */
export const guessed = (
  reading: RecordOf<'reading'>,
  guess: BodyOf<'reading'>['guess'],
  { anew = false }: { readonly anew?: boolean } = {},
): readonly Change[] => {
  const { offer } = reading.body;
  const answered = offer === 'taken' || (offer === 'dismissed' && !anew);
  return edited(reading, { body: { guess, offer: answered ? offer : offersSomething(guess) ? 'open' : 'none' } });
};

/** Of a warranty its end is worth keeping, of everything else its total. */
const offersSomething = (guess: BodyOf<'reading'>['guess']): boolean =>
  guess !== null && (guess.total !== null || (guess.kind === 'warranty' && guess.date !== null));

const { receipt: _derived, ...suggested } = costFields;

export const readingAccept = defineCommand({
  name: 'reading.accept',
  input: z.object({ key: recordKey, cost: z.object({ ...suggested, space: spaceId.optional() }) }),
  needs: ({ key, cost: { space = familyOf(key) } }) => [{ key }, { key: outcomeKey(key, 'cost', space) }],
  plan: (reads, { key, cost: { space = familyOf(key), ...body } }) => {
    const found = findLive(reads, 'reading', key);
    if (!found.ok) return found;
    return takeOffer(reads, found.value, {
      space,
      id: idOfKey(outcomeKey(key, 'cost', space)),
      type: 'cost',
      journey: found.value.journey,
      parent: '',
      body: { ...body, receipt: found.value.parent },
    });
  },
});

export const readingDismiss = defineCommand({
  name: 'reading.dismiss',
  input: z.object({ key: recordKey }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key }) => {
    const found = findLive(reads, 'reading', key);
    if (!found.ok) return found;
    return found.value.body.offer === 'taken'
      ? err({ type: 'AlreadyThere', detail: key })
      : ok(edited(found.value, { body: { offer: 'dismissed' } }));
  },
});
