// What "undo" means in a chat: a person's own last deed, whole, and nothing that the program did meanwhile.
import { expect, it } from 'vitest';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import type { Store } from '../../../src-renderer/data/store.ts';
import { lastDeed } from '../../../src-renderer/features/chat/deeds.ts';
import { ANNA, aRecord, JOURNEY, PRIVATE } from '../../support/records.ts';

const event = (nth: number, command: string, { space, type }: { readonly space: string; readonly type: string }) =>
  aRecord({
    id: `event_${nth}`,
    type: 'event',
    space,
    createdBy: ANNA,
    body: {
      deed: `deed_${nth}`,
      command,
      at: nth,
      undoneBy: null,
      changes: [{ key: `${space}|${type}_${nth}`, type, kind: 'edited', fields: { name: ['a', String(nth)] } }],
    },
  });

const last = (records: readonly AnyRecord[], space: string) => {
  const events = records.map((record) => recordAs('event', record)).filter((each) => each !== null);
  expect(events).toHaveLength(records.length);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only events are asked for
  return lastDeed({ me: ANNA, find: (async () => events) as unknown as Store['find'] }, null, space);
};

const step = event(1, 'step.edit', { space: JOURNEY, type: 'step' });

it('is what a person did, not what came in by itself since', async () => {
  const since = ['question.answer', 'finding.look', 'reading.see', 'reading.guess', 'photo.look'].map((command, at) =>
    event(2 + at, command, { space: PRIVATE, type: 'photo' }),
  );
  expect(await last([step, ...since], PRIVATE)).toMatchObject({ deed: 'deed_1', events: [step.key] });
  expect(await last(since, PRIVATE)).toBeNull();
});

it('is never the half of a deed that readers of a shared thread may know of', async () => {
  const here = event(2, 'quote.accept', { space: JOURNEY, type: 'step' });
  const hidden = event(2, 'quote.accept', { space: PRIVATE, type: 'award' });
  expect(await last([step, here, hidden], JOURNEY)).toMatchObject({ deed: 'deed_1' });
  expect(await last([step, here, hidden], PRIVATE)).toMatchObject({ deed: 'deed_2', events: [here.key, hidden.key] });
});
