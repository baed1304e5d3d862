// A message that the disk refuses stays where it is written, is tried again, and is one message with its answer or none of both.
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';

import type { Said } from '../../../domain/assistant/reply.ts';
import { ok } from '../../../domain/kernel/result.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { createOutbox } from '../../../src-renderer/features/chat/outbox.ts';
import { abortedWrite, fullDisk, withDiskFault } from '../../support/failing-disk.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';

afterEach(closeTestStores);

const JOURNEY = `journey_${randomUUID()}`;
const SPACE = JOURNEY.replace('journey', 'private');
const NAME = `draft:message:${SPACE}`;
const said: Said = { kind: 'unread', why: null };

const anOutbox = (store: OpenStore) => {
  let again: (() => void) | null = null;
  const outbox = createOutbox({
    settings: store.settings,
    name: NAME,
    say: async ({ id, text, attachments }) => {
      const sent = await store.run('message.send', {
        space: SPACE,
        id,
        text,
        step: null,
        attachments: [...attachments],
        said,
      });
      return sent.ok || sent.error.type === 'AlreadyThere' ? ok(null) : sent;
    },
    uuid: randomUUID,
    after: (_ms, run) => {
      again = run;
      return () => {
        again = null;
      };
    },
  });
  return { outbox, isWaiting: () => again !== null };
};

const messages = (store: OpenStore) => store.find({ type: 'message', journey: JOURNEY });

describe.each([
  ['full', fullDisk],
  ['gone in the middle', abortedWrite],
])('a disk that is %s', (_name, fault) => {
  it.each([0, 1, 2])('after %i rows leaves the words where they were written, and nothing half done', async (left) => {
    const store = await openTestStore();
    const { outbox, isWaiting } = anOutbox(store);
    outbox.change('Started the demolition');
    await withDiskFault(fault(left), outbox.send);
    expect(outbox.state().refused?.type).toMatch(/DiskFull|StorageFailed/);
    expect(outbox.unsent().text).toBe('Started the demolition');
    expect(isWaiting()).toBe(true);
    expect(await messages(store)).toEqual([]);
    expect(await store.find({ type: 'conversation', journey: JOURNEY })).toEqual([]);

    await outbox.send();
    expect(outbox.state().refused).toBeNull();
    expect(outbox.unsent().text).toBe('');
    expect(isWaiting()).toBe(false);
    expect((await messages(store)).map(({ body }) => body.who)).toEqual(['person', 'assistant']);
  });
});

it('a window that ends between the write and its word sends the same message again, and it is one', async () => {
  const store = await openTestStore();
  const { outbox } = anOutbox(store);
  outbox.change('Hello');
  await outbox.send();
  const [first] = await messages(store);
  // What was kept before the write, as it stands after a kill right behind it.
  await store.settings.set(NAME, { text: 'Hello', attachments: [], id: first?.id });
  await anOutbox(store).outbox.send();
  expect(await messages(store)).toHaveLength(2);
  expect(store.settings.get(NAME)).toBeUndefined();
});

it('words that were changed after a refusal are sent as they are now', async () => {
  const store = await openTestStore();
  const { outbox, isWaiting } = anOutbox(store);
  outbox.change('Tiles 400');
  await withDiskFault(fullDisk(0), outbox.send);
  outbox.change('Tiles 450');
  expect([outbox.state().refused, isWaiting()]).toEqual([null, false]);
  await outbox.send();
  expect((await messages(store))[0]?.body.text).toBe('Tiles 450');
});
