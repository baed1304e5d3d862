// Marks on a photo: each under an id of its own, so that two people's marks become one set and none overwrites another.
import { describe, expect, it } from 'vitest';
import { markShapes, markSizes, marksInOrder, movedMark } from '../../../domain/pictures/mark-shapes.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { Mark } from '../../../domain/records/mark.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import { aJourney, addPhoto } from '../../support/a-journey.ts';
import { BEN, stampAt } from '../../support/records.ts';

const arrow: Mark = { kind: 'arrow', from: [0.1, 0.2], to: [0.5, 0.6], text: '' };
const note: Mark = { kind: 'text', from: [0.3, 0.3], to: [0.3, 0.3], text: 'Leak' };
const ID = { a: 'mark_a', b: 'mark_b', c: 'mark_c' };

const drawn = () => {
  const world = aJourney();
  const key = addPhoto(world);
  world.done('photo.mark', { key, id: ID.a, mark: arrow });
  return { world, key, marks: () => world.one('photo', key).body.marks };
};

describe('photo.mark', () => {
  it('draws, changes and takes away one mark and leaves the others and the picture as they are', () => {
    const { world, key, marks } = drawn();
    world.done('photo.mark', { key, id: ID.b, mark: note });
    world.done('photo.mark', { key, id: ID.a, mark: { ...arrow, text: 'Here' } });
    expect(marks()).toEqual({ [ID.a]: { ...arrow, text: 'Here' }, [ID.b]: note });
    world.done('photo.mark', { key, id: ID.a, mark: null });
    expect(marks()).toEqual({ [ID.b]: note });
    expect(world.one('photo', key).body).toMatchObject({ sha: 'a'.repeat(64), width: 4_000, height: 3_000 });
  });

  it('keeps what a newer build draws, and refuses what lies beside the picture', () => {
    const { world, key, marks } = drawn();
    const newer = {
      kind: 'polygon',
      from: [0, 0] as [number, number],
      to: [1, 1] as [number, number],
      text: '',
      points: [1, 2],
    };
    world.done('photo.mark', { key, id: ID.c, mark: newer });
    world.done('photo.mark', { key, id: ID.b, mark: note });
    expect(marks()?.[ID.c]).toEqual(newer);
    expect(world.run('photo.mark', { key, id: ID.b, mark: { ...arrow, to: [1.2, 0] } })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['mark'] },
    });
  });

  it('can be undone, the first of all marks included', () => {
    const { world, key } = drawn();
    const other = addPhoto(world);
    const first = world.done('photo.mark', { key: other, id: ID.a, mark: arrow });
    world.done('deed.undo', { events: [...first.events], records: [...first.keys] });
    expect(world.one('photo', other).body.marks ?? {}).toEqual({});
    const turned = world.done('photo.edit', { key, set: { turn: 90, isFine: true } });
    world.done('deed.undo', { events: [...turned.events], records: [...turned.keys] });
    expect(world.one('photo', key).body.turn ?? 0).toBe(0);
  });
});

describe('two devices', () => {
  const merged = (base: AnyRecord, theirs: AnyRecord, mine: AnyRecord): AnyRecord =>
    mergeRecords({
      base,
      theirs,
      mine,
      mint: () => stampAt(9e12),
      mergeText: (text) => text,
    });
  const withMarks = (record: AnyRecord, marks: unknown, at: number): AnyRecord => ({
    ...record,
    by: BEN,
    stamp: stampAt(2e12 + at),
    body: { ...record.body, marks },
  });

  it.each([1, 2])('draw on one photo at one time, and both marks stand (order %i)', (order) => {
    const { world, key } = drawn();
    const base = world.one('photo', key);
    const theirs = withMarks(base, { [ID.a]: arrow, [ID.b]: note }, 3 - order);
    const mine = withMarks(base, { [ID.a]: { ...arrow, text: 'Here' }, [ID.c]: note }, order);
    expect(merged(base, theirs, mine).body['marks']).toEqual({
      [ID.a]: { ...arrow, text: 'Here' },
      [ID.b]: note,
      [ID.c]: note,
    });
  });

  it.each([1, 2])('one takes its first mark back while the other draws: only that one goes (order %i)', (order) => {
    const { world, key } = drawn();
    const base = world.one('photo', key);
    const theirs = withMarks(base, { [ID.a]: arrow, [ID.b]: note }, 3 - order);
    expect(merged(base, theirs, withMarks(base, null, order)).body['marks']).toEqual({ [ID.b]: note });
    expect(merged(base, withMarks(base, null, order), theirs).body['marks']).toEqual({ [ID.b]: note });
  });

  it.each([1, 2])('each draws the first mark there is (order %i)', (order) => {
    const world = aJourney();
    const base = world.one('photo', addPhoto(world));
    const theirs = withMarks(base, { [ID.a]: arrow }, 3 - order);
    expect(merged(base, theirs, withMarks(base, { [ID.b]: note }, order)).body['marks']).toEqual({
      [ID.a]: arrow,
      [ID.b]: note,
    });
  });
});

describe('how a mark is drawn', () => {
  const size = { width: 1_000, height: 500 };

  it('an arrow has its head where it points, a measure its words, a text begins where it was put', () => {
    const [line, head] = markShapes(arrow, { size, turn: 0 });
    expect(line).toEqual({ shape: 'line', from: { x: 100, y: 100 }, to: { x: 500, y: 300 } });
    expect(head).toMatchObject({ shape: 'head', points: [{ x: 500, y: 300 }, {}, {}] });
    const measure = markShapes({ ...arrow, kind: 'measure', text: '2.40 m' }, { size, turn: 0 });
    expect(measure.map(({ shape }) => shape)).toEqual(['line', 'line', 'line', 'words']);
    expect(markShapes(note, { size, turn: 0 })).toMatchObject([{ shape: 'words', at: { x: 300 }, anchor: 'start' }]);
    expect(markShapes({ ...arrow, kind: 'polygon' }, { size, turn: 0 })).toEqual([]);
  });

  it('on a turned picture it stays on what it marks', () => {
    const upright = { width: size.height, height: size.width };
    const [line] = markShapes(arrow, { size: upright, turn: 90 });
    expect(line).toMatchObject({ from: { x: 0.8 * 500, y: 0.1 * 1_000 }, to: { x: 0.4 * 500, y: 0.5 * 1_000 } });
    const [ring] = markShapes({ ...arrow, kind: 'circle' }, { size: upright, turn: 90 });
    expect(ring).toMatchObject({ shape: 'ring', across: 100, down: 200 });
    expect(markSizes(upright)).toEqual(markSizes(size));
  });

  it('moved, it keeps its shape and stays within the picture', () => {
    const moved = movedMark(arrow, { x: 0.9, y: -0.9 });
    expect(moved.from[0]).toBeCloseTo(0.6);
    expect(moved.to[0]).toBeCloseTo(1);
    expect(moved.from[1]).toBeCloseTo(0);
    expect(moved.to[1]).toBeCloseTo(0.4);
    expect(marksInOrder({ [ID.b]: note, [ID.a]: arrow }).map(([id]) => id)).toEqual([ID.a, ID.b]);
    expect(marksInOrder(null)).toEqual([]);
  });
});
