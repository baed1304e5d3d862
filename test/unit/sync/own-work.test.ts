// What stays in the tray when a space is taken away: what a person made, and of another's work only what they wrote.
import { expect, test } from 'vitest';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { ownWork, writtenBy } from '../../../src-renderer/sync/access/own-work.ts';
import { aRecord, ANNA, BEN, stampAt } from '../../support/records.ts';

const SHA = 'a'.repeat(64);
const byBen = { by: BEN, stamp: stampAt(5_000, 'bbbbbbbb') };

/** A line of history, as every deed leaves one. */
const line = (createdBy: string, of: AnyRecord, fields: Readonly<Record<string, readonly [unknown, unknown]>>) =>
  aRecord({
    type: 'event',
    createdBy,
    body: { at: 1, changes: [{ key: of.key, type: of.type, kind: 'changed', fields }] },
  });

const kept = (record: AnyRecord, ...history: readonly AnyRecord[]) => {
  const own = ownWork(record, BEN, writtenBy(BEN, history));
  if (own === null) return null;
  const { row, fields } = own.entry;
  return { whole: own.isWhole, body: row.body, fields, past: row.past };
};

test('another’s photo stays theirs, with its original and their marks, whoever wrote its caption last', () => {
  const photo = aRecord({ type: 'photo', createdBy: ANNA, body: { sha: SHA, caption: 'Before', room: 'Attic' } });
  const captioned = { ...photo, ...byBen, body: { ...photo.body, caption: 'Before it fell' } };
  const history = [
    line(ANNA, photo, { room: [null, 'Attic'] }),
    line(BEN, photo, { caption: ['Before', 'Before it fell'] }),
  ];
  expect(kept(captioned, ...history)).toEqual({
    whole: false,
    body: { caption: 'Before it fell' },
    fields: ['caption'],
    past: {},
  });
  expect(kept({ ...captioned, by: ANNA }, ...history)).toBeNull();
  const marked = { ...photo, ...byBen, body: { ...photo.body, marks: { anna: { at: 1 }, ben: { at: 2 } } } };
  const drew = line(BEN, photo, { marks: [{ anna: { at: 1 } }, marked.body.marks] });
  expect(kept(marked, drew)?.body).toEqual({ marks: { ben: { at: 2 } } });
});

test('what a newer build wrote into another’s step, of which no line of history tells, is kept', () => {
  const step = aRecord({ ...byBen, createdBy: ANNA, body: { name: 'Tiles', hologram: 'newer' } });
  expect(kept(step)).toMatchObject({ whole: false, body: { hologram: 'newer' }, fields: ['hologram'] });
});

test('what one made is kept whole', () => {
  const photo = aRecord({ type: 'photo', ...byBen, createdBy: BEN, body: { sha: SHA, caption: '' } });
  expect(kept(photo)).toMatchObject({ whole: true, body: photo.body, fields: [] });
});

test('what was put right of a paper is kept, and neither the paper’s words nor what another put right', () => {
  const fixes = { vendor: 'Miler', total: 4_210 };
  const reading = aRecord({ type: 'reading', ...byBen, createdBy: ANNA, body: { pages: ['private words'], fixes } });
  const fixed = line(BEN, reading, { fixes: [{ vendor: 'Miler' }, fixes], offer: ['open', 'dismissed'] });
  expect(kept(reading, fixed)).toEqual({
    whole: false,
    body: { fixes: { total: 4_210 } },
    fields: ['fixes'],
    past: {},
  });
  expect(kept({ ...reading, createdBy: BEN }, fixed)).toMatchObject({
    whole: false,
    body: { fixes: { total: 4_210 } },
  });
  expect(kept({ ...reading, createdBy: BEN })).toBeNull();
});

test('a value that lost against another’s when two writes met is kept, one that was written over is not, nor another’s past', () => {
  const step = aRecord({ ...byBen, createdBy: ANNA, body: { state: 'doing', name: 'Anna’s', assignee: null } });
  const past = {
    superseded: [
      { field: 'name', value: 'Ben’s', by: BEN, stamp: byBen.stamp },
      { field: 'assignee', value: 'Anna’s wish', by: ANNA, stamp: step.stamp },
    ],
  };
  const wrote = line(BEN, step, { name: ['', 'Ben’s'], assignee: [null, BEN], state: ['todo', 'doing'] });
  expect(kept({ ...step, past }, wrote)).toEqual({
    whole: false,
    body: { name: 'Ben’s', state: 'doing' },
    fields: ['name', 'state'],
    past: {},
  });
});

test('what one wrote last is kept though the clock was put back before it, and what another wrote over it is not', () => {
  const step = aRecord({ createdBy: ANNA, body: { name: 'Anna’s', notes: '' } });
  const wrote = (ms: number, at: number, fields: Parameters<typeof line>[2]) => {
    const event = line(BEN, step, fields);
    return { ...event, stamp: stampAt(ms, 'bbbbbbbb'), body: { ...event.body, at } };
  };
  const history = [
    wrote(2_000, 3_600_000, { name: ['Anna’s', 'First'], notes: ['', 'one'] }),
    wrote(3_000, 5, { name: ['First', 'Last'], notes: ['one', 'two'] }),
  ];
  const now = { ...step, ...byBen, body: { name: 'Last', notes: 'three\ntwo' } };
  expect(kept(now, ...history)).toMatchObject({ body: { name: 'Last', notes: 'two' } });
  expect(kept({ ...now, body: { name: 'Anna’s', notes: '' } }, ...history)?.fields).toEqual(['notes']);
});
