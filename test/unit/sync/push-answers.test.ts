// What a device takes for an answer to a push: one verdict a row, each about its own record. All else is sent again.
import { expect, test } from 'vitest';
import { ok } from '../../../domain/kernel/result.ts';
import type { Verdict } from '../../../protocol/sync/push.ts';
import type { ServerPort } from '../../../src-renderer/ports/server.ts';
import { pushRows, type PushContext } from '../../../src-renderer/sync/records/push.ts';
import { createRefusals } from '../../../src-renderer/sync/records/refusals.ts';
import { aRecord, ANNA, stampAt } from '../../support/records.ts';

const row = (id: string) => ({ newDocumentState: { ...aRecord({ id }), _deleted: false } });
const [first, second] = [row('step_1'), row('step_2')];

const answeredBy = (verdicts: readonly Verdict[]): PushContext => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server with one answer to everything
  server: { ask: async () => ok({ verdicts: [...verdicts] }) } as unknown as ServerPort,
  store: 'store',
  me: ANNA,
  refusals: createRefusals(),
  destinationOf: () => 'send',
  refused: async () => undefined,
  clockAhead: () => undefined,
});

const accepted: Verdict = { kind: 'accepted' };
const about = ({ newDocumentState }: typeof first): Verdict => ({ kind: 'conflict', theirs: newDocumentState });

test('a verdict for each row is an answer', async () => {
  expect(await pushRows([first, second], answeredBy([accepted, accepted]))).toEqual(ok([]));
  expect(await pushRows([first, second], answeredBy([accepted, about(second)]))).toEqual(ok([second.newDocumentState]));
});

test.each([
  ['none', []],
  ['one too few', [accepted]],
  ['one too many', [accepted, accepted, accepted]],
  ['one about another record', [accepted, about(first)]],
])('verdicts that do not fit the rows (%s) count as none: nothing passes for sent', async (_, verdicts) => {
  expect(await pushRows([first, second], answeredBy(verdicts))).toEqual({
    ok: false,
    error: { type: 'ServerNonsense' },
  });
});

test('an edit of what another made, refused without a word of what stands, stays and is in the tray as well', async () => {
  const inTray: string[] = [];
  const refusal: Verdict = { kind: 'refused', code: 'NotAllowed', fields: [] };
  const edit = { newDocumentState: { ...first.newDocumentState, createdBy: 'person_ben' } };
  const context = {
    ...answeredBy([refusal]),
    refused: async ({ key }: { readonly key: string }) => void inTray.push(key),
  };
  expect(await pushRows([edit], context)).toEqual(ok([]));
  expect(inTray).toEqual([edit.newDocumentState.key]);
  // Another's own write is nobody's work on this device.
  const another = { newDocumentState: { ...edit.newDocumentState, by: 'person_ben' } };
  expect(await pushRows([another], context)).toEqual(ok([]));
  expect(inTray).toHaveLength(1);
});

test('of an edit of which these notes know nothing, the merge is told what it began from, where the store is the same', async () => {
  const { newDocumentState: mine } = first;
  const base = { ...mine, stamp: stampAt(500) };
  const toldOf = async (noted: typeof mine, isOfThisStore: boolean): Promise<readonly string[]> => {
    const told: string[] = [];
    await pushRows([first], {
      ...answeredBy([{ kind: 'conflict', theirs: { ...mine, stamp: stampAt(2_000) } }]),
      formerly: async () => new Map([[mine.key, { row: noted, isOfThisStore }]]),
      beganFrom: (_, { stamp }) => void told.push(stamp),
    });
    return told;
  };
  expect(await toldOf(base, true)).toEqual([base.stamp]);
  expect(await toldOf(base, false)).toEqual([]);
  // Held as it is, and written over there since.
  expect(await toldOf(mine, true)).toEqual([mine.stamp]);
  expect(await toldOf(mine, false)).toEqual([]);
});
