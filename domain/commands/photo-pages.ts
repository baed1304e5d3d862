// Photos become the pages of one paper, in an order, and stand alone again. The photos themselves stay as they are.
import { z } from 'zod';
import { idOfKey, keyOf, recordId, recordKey, spaceOfKey, type RecordId, type RecordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { photoBody, receiptGuess } from '../records/media.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import { edited, findLive } from './changes.ts';
import { defineCommand, type Change, type Reads } from './command.ts';
import { guessed, readingKey } from './reading.ts';

const pageIds = photoBody.shape.pages.unwrap().unwrap();

/**
 * Says which photos are the pages of a paper, `key`'s own among them; an empty list takes it apart. `guesses` says by photo id what
 * the paper, and what each photo that is on its own again, seems to be: a page has no guess of its own.
 */
export const photoPages = defineCommand({
  name: 'photo.pages',
  input: z.object({ key: recordKey, pages: pageIds, guesses: z.record(recordId, receiptGuess.nullable()) }),
  needs: ({ key, pages, guesses }) =>
    [...new Set([idOfKey(key), ...pages, ...Object.keys(guesses)])]
      .map((id) => beside(key, id))
      .flatMap((photo) => [{ key: photo }, { key: readingKey(photo) }]),
  plan: (reads, { key, pages: asked, guesses }) => {
    const holder = findLive(reads, 'photo', key);
    if (!holder.ok) return holder;
    const { id, body } = holder.value;
    const others = [...new Set(asked)].filter((other) => other !== id);
    const pages = others.length === 0 ? [] : [...new Set(asked.includes(id) ? asked : [id, ...asked])];
    const changes: Change[] = [...edited(holder.value, { body: { pages } })];
    const before = body.pages ?? [];
    for (const other of others) {
      const photo = findLive(reads, 'photo', beside(key, other));
      // One that was a page before may be in the trash by now, or come later; a new page must be here.
      if (!photo.ok && before.includes(other)) continue;
      if (!photo.ok) return photo;
      if (photo.value.journey !== holder.value.journey)
        return err({ type: 'NotAllowed', fields: ['pages'], detail: other });
      if ((photo.value.body.pages?.length ?? 0) > 0) changes.push(...edited(photo.value, { body: { pages: null } }));
      changes.push(...closed(reads, photo.value.key));
    }
    const isOther = pages.length !== before.length || pages.some((page, at) => page !== before[at]);
    for (const [of, guess] of Object.entries(guesses).filter(([each]) => !others.includes(each))) {
      const reading = readingOf(reads, beside(key, of));
      // With other pages it is another paper: what was waved away is asked once more.
      if (reading !== null) changes.push(...guessed(reading, guess, { anew: isOther && of === id }));
    }
    return ok(changes);
  },
});

/** What a person says are papers of their own is not offered as one again. */
export const photoApart = defineCommand({
  name: 'photo.apart',
  input: z.object({ keys: z.array(recordKey).min(1) }),
  needs: ({ keys }) => keys.map((key) => ({ key })),
  plan: (reads, { keys }) => {
    const changes: Change[] = [];
    for (const key of keys) {
      const photo = findLive(reads, 'photo', key);
      if (!photo.ok) return photo;
      changes.push(...edited(photo.value, { body: { pages: [] } }));
    }
    return ok(changes);
  },
});

const beside = (key: RecordKey, id: RecordId): RecordKey => keyOf(spaceOfKey(key), id);

const readingOf = (reads: Reads, of: RecordKey): RecordOf<'reading'> | null =>
  recordAs('reading', reads.get(readingKey(of)));

/** Nothing is offered of a page alone; what it became before stays. */
const closed = (reads: Reads, of: RecordKey): readonly Change[] => {
  const reading = readingOf(reads, of);
  if (reading === null) return [];
  const { offer } = reading.body;
  return edited(reading, { body: { guess: null, offer: offer === 'open' ? 'none' : offer } });
};
