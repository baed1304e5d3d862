// A press that is pressed twice is one deed, and nothing else is.
import { expect, it } from 'vitest';
import { createOnce } from '../../../src-renderer/data/press-once.ts';

/** Deeds that are carried out when the test says so. */
const slowly = () => {
  const begun: { readonly asked: unknown; readonly end: (answer: string) => void; readonly fail: () => void }[] = [];
  const once = createOnce<string>();
  const press = (...asked: readonly unknown[]): Promise<string> =>
    once(asked, () => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      begun.push({ asked, end: resolve, fail: () => reject(new Error('no disk')) });
      return promise;
    });
  return { begun, press };
};

it('asked for twice while it is carried out, it is carried out once, and both get its answer', async () => {
  const { begun, press } = slowly();
  const both = [press('cost.add', { minor: 100 }), press('cost.add', { minor: 100 })];
  expect(begun).toHaveLength(1);
  begun[0]?.end('added');
  expect(await Promise.all(both)).toEqual(['added', 'added']);
});

it.each(['end', 'fail'] as const)('asked for again after it was answered (%s), it is another deed', async (how) => {
  const { begun, press } = slowly();
  const first = press('cost.add');
  begun[0]?.[how]('added');
  await first.catch(() => undefined);
  void press('cost.add');
  expect(begun).toHaveLength(2);
});

it('ticked, unticked and ticked again are three deeds, however quick; and the end of the first leaves the last one be', async () => {
  const { begun, press } = slowly();
  const [first] = [true, false, true].map((done) => press('task.check', { done }));
  expect(begun).toHaveLength(3);
  begun[0]?.end('ticked');
  await first;
  void press('task.check', { done: true });
  expect(begun).toHaveLength(3);
});

it('two deeds on one record are two', () => {
  const { begun, press } = slowly();
  void press('task.check', { key: 'a' });
  void press('record.trash', { key: 'a' });
  expect(begun).toHaveLength(2);
});
