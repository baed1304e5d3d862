// A press that is pressed twice is one deed, and nothing else is.
import { expect, it } from 'vitest';
import type { CommandInput, CommandName } from '../../../domain/commands/registry.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import { createRunOnce } from '../../../src-renderer/data/run-once.ts';
import type { Deed } from '../../../src-renderer/data/store.ts';
import type { Failure } from '../../../protocol/failures.ts';

const DEED: Deed = { deed: 'deed_1', command: 'task.check', keys: [], events: [] };

/** Commands that are carried out when the test says so. */
const slowRun = () => {
  const asked: { readonly command: CommandName; readonly end: (result: Result<Deed, Failure>) => void }[] = [];
  const once = createRunOnce(
    (command) => new Promise((resolve) => void asked.push({ command, end: (result) => resolve(result) })),
  );
  const check = (done: boolean) =>
    once('task.check', { key: 'home_1|task_1', done } satisfies CommandInput<'task.check'>);
  return { asked, once, check };
};

it('asked for twice while it is carried out, it is carried out once, and both get its answer', async () => {
  const { asked, check } = slowRun();
  const both = [check(true), check(true)];
  expect(asked).toHaveLength(1);
  asked[0]?.end(err({ type: 'DiskFull' }));
  expect(await Promise.all(both)).toEqual([err({ type: 'DiskFull' }), err({ type: 'DiskFull' })]);
});

it('asked for again once it is answered, it is another deed', async () => {
  const { asked, check } = slowRun();
  const first = check(true);
  asked[0]?.end(ok(DEED));
  await first;
  void check(true);
  expect(asked).toHaveLength(2);
});

it('ticked, unticked and ticked again are three deeds, however quick', () => {
  const { asked, check } = slowRun();
  for (const done of [true, false, true]) void check(done);
  expect(asked).toHaveLength(3);
});

it('two commands on one record are two deeds', () => {
  const { asked, once, check } = slowRun();
  void check(true);
  void once('record.trash', { key: 'home_1|task_1' });
  expect(asked.map(({ command }) => command)).toEqual(['task.check', 'record.trash']);
});
