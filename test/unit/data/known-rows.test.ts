// What a row tells of what the server holds, and what a write over it keeps of that.
import { describe, expect, it } from 'vitest';
import {
  keptBefore,
  knownState,
  type Before,
  type Replication,
  type Row,
} from '../../../src-renderer/data/known-rows.ts';

const NAME = 'ours';
const replication = (more: Partial<Replication> = {}): Replication => ({
  name: NAME,
  sent: null,
  acknowledged: new Map(),
  ...more,
});

interface RowLike {
  readonly text: string;
  readonly lwt?: number;
  readonly from?: string;
  readonly before?: Before | undefined;
  readonly removed?: boolean;
}

const aRow = ({ text, lwt = 1, from, before, removed = false }: RowLike): Row => ({
  key: 'journey_1|step_1',
  id: 'step_1',
  space: 'journey_1',
  type: 'step',
  journey: 'journey_1',
  parent: '',
  v: 1,
  stamp: `${text}.0000.00000000`,
  by: 'person_1',
  createdAt: 1,
  createdBy: 'person_1',
  trashedAt: 0,
  past: {},
  body: { text },
  _deleted: removed,
  _attachments: {},
  _rev: '1-x',
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- RxDB's type knows only its own part
  _meta: { lwt, ...(from === undefined ? {} : { from }), ...(before === undefined ? {} : { before }) } as Row['_meta'],
});

const textOf = (state: ReturnType<typeof knownState>): unknown => state?.body['text'] ?? null;
/** A row written over another as the storage does it. */
const over = (previous: Row, next: RowLike, how: Partial<Parameters<typeof keptBefore>[1]> = {}): Row =>
  aRow({
    ...next,
    before: keptBefore(previous, { replications: [], removed: next.removed === true, ...how }),
  });

describe('what the server is known to hold', () => {
  it('is the row itself when that was fetched, sent or acknowledged, and nothing when it was not', () => {
    expect(textOf(knownState(aRow({ text: 'a', from: NAME }), replication()))).toBe('a');
    expect(textOf(knownState(aRow({ text: 'a', from: 'another' }), replication()))).toBe(null);
    const row = aRow({ text: 'a', lwt: 5 });
    expect(textOf(knownState(row, replication()))).toBe(null);
    expect(textOf(knownState(row, replication({ sent: { lwt: 4, id: 'z' } })))).toBe(null);
    expect(textOf(knownState(row, replication({ sent: { lwt: 5, id: 'a' } })))).toBe(null);
    expect(textOf(knownState(row, replication({ sent: { lwt: 5, id: row.key } })))).toBe('a');
    expect(textOf(knownState(row, replication({ acknowledged: new Map([[row.key, row.stamp]]) })))).toBe('a');
    expect(textOf(knownState(row, replication({ acknowledged: new Map([[row.key, 'earlier']]) })))).toBe(null);
  });

  it('is what was fetched, however often it was written over since', () => {
    const once = over(aRow({ text: 'fetched', from: NAME }), { text: 'b', lwt: 2 });
    const twice = over(once, { text: 'c', lwt: 3 });
    expect(textOf(knownState(twice, replication()))).toBe('fetched');
    expect(textOf(knownState(twice, replication({ name: 'another' })))).toBe(null);
  });

  it('is exact while a replication runs: what was not acknowledged is no base', () => {
    const sent = aRow({ text: 'a', lwt: 1 });
    const running = replication({ sent: { lwt: 1, id: 'z' } });
    const edit = over(sent, { text: 'b', lwt: 2 }, { replications: [running] });
    expect(textOf(knownState(edit, running))).toBe('a');
    const again = over(edit, { text: 'c', lwt: 3 }, { replications: [running] });
    expect(textOf(knownState(again, running))).toBe('a');
    const acknowledged = replication({ ...running, acknowledged: new Map([[edit.key, edit.stamp]]) });
    expect(textOf(knownState(over(edit, { text: 'c', lwt: 3 }, { replications: [acknowledged] }), acknowledged))).toBe(
      'b',
    );
  });

  it('is kept of what an earlier one sent, where the one that runs knows nothing of it yet', () => {
    const sent = aRow({ text: 'a', lwt: 1 });
    const earlier = replication({ name: 'earlier', sent: { lwt: 1, id: 'z' } });
    const edit = over(sent, { text: 'b', lwt: 2 }, { replications: [replication(), earlier] });
    expect(textOf(knownState(edit, earlier))).toBe('a');
    expect(textOf(knownState(edit, replication()))).toBe(null);
    const again = over(edit, { text: 'c', lwt: 3 }, { replications: [replication(), earlier] });
    expect(textOf(knownState(again, earlier))).toBe('a');
  });

  it('is not given up for what an earlier one sent', () => {
    const edit = over(aRow({ text: 'fetched', from: NAME }), { text: 'b', lwt: 2 });
    const other = replication({ name: 'other', sent: { lwt: 2, id: 'z' } });
    expect(
      textOf(knownState(over(edit, { text: 'c', lwt: 3 }, { replications: [replication(), other] }), replication())),
    ).toBe('fetched');
  });

  it('holds no contents beneath a tombstone', () => {
    const edited = over(aRow({ text: 'secret', from: NAME }), { text: 'b', lwt: 2 });
    const removed = over(edited, { text: '', lwt: 3, removed: true });
    const state = knownState(removed, replication());
    expect(state).toMatchObject({ stamp: 'secret.0000.00000000', body: {}, past: {}, _deleted: false });
    expect(JSON.stringify(removed._meta)).not.toContain('"text"');
  });
});
