// What a person does with a read paper: puts right what was misread, keeps a quote, is reminded of a warranty's end.
import { z } from 'zod';
import { idOfKey, recordKey, spaceId } from '../kernel/ids.ts';
import { ok } from '../kernel/result.ts';
import { calendarDate } from '../kernel/time.ts';
import { paperFixes } from '../records/paper.ts';
import { quoteBody } from '../records/quote.ts';
import { taskBody } from '../records/task.ts';
import { edited, findLive } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { familyOf, homeOf, outcomeKey, takeOffer } from './offer.ts';

const { document: _read, movedTo: _moved, ...quoteFields } = quoteBody.shape;

/** Adds to what was put right before. */
export const readingFix = defineCommand({
  name: 'reading.fix',
  input: z.object({ key: recordKey, set: paperFixes }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, set }) => {
    const found = findLive(reads, 'reading', key);
    return found.ok ? ok(edited(found.value, { body: { fixes: { ...found.value.body.fixes, ...set } } })) : found;
  },
});

export const readingQuote = defineCommand({
  name: 'reading.quote',
  input: z.object({ key: recordKey, quote: z.object(quoteFields) }),
  needs: ({ key }) => [{ key }, { key: outcomeKey(key, 'quote', homeOf(key)) }],
  plan: (reads, { key, quote }) => {
    const found = findLive(reads, 'reading', key);
    if (!found.ok) return found;
    const space = homeOf(key);
    return takeOffer(reads, found.value, {
      space,
      id: idOfKey(outcomeKey(key, 'quote', space)),
      type: 'quote',
      journey: found.value.journey,
      parent: '',
      body: { ...quote, document: found.value.parent },
    });
  },
});

/** A task that is due while the warranty still holds. */
export const readingRemind = defineCommand({
  name: 'reading.remind',
  input: z.object({ key: recordKey, title: taskBody.shape.title, due: calendarDate, space: spaceId.optional() }),
  needs: ({ key, space = familyOf(key) }) => [{ key }, { key: outcomeKey(key, 'task', space) }],
  plan: (reads, { key, title, due, space = familyOf(key) }) => {
    const found = findLive(reads, 'reading', key);
    if (!found.ok) return found;
    return takeOffer(reads, found.value, {
      space,
      id: idOfKey(outcomeKey(key, 'task', space)),
      type: 'task',
      journey: found.value.journey,
      parent: found.value.parent,
      body: { title, assignee: null, due, doneAt: null },
    });
  },
});

export const quoteEdit = defineEdit({ name: 'quote.edit', type: 'quote', fields: quoteFields });
