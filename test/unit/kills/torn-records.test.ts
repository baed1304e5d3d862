// What the kill rounds look for is found when it is there: an inspection that sees nothing would prove nothing.
import { describe, expect, test } from 'vitest';

import { tornRecords } from '../../kills/torn-records.ts';
import { addPhoto, addStep, aJourney } from '../../support/a-journey.ts';
import type { RawRecord } from '../../support/raw-records.ts';

/** A journey with a step and a photo, as its rows would stand in the database. */
const standing = (): { readonly rows: readonly RawRecord[]; readonly step: string; readonly photo: string } => {
  const world = aJourney({ template: 'kitchen', budget: { minor: 100_000, currency: 'EUR' } });
  const [step, photo] = [addStep(world, 'Order the worktop'), addPhoto(world)];
  return { rows: [...world.records.values()].map((row) => Object.assign({}, row, { _deleted: false })), step, photo };
};

describe('torn records', () => {
  test('whole deeds are not torn', () => {
    expect(tornRecords(standing().rows)).toEqual([]);
  });

  test('an event without its record', () => {
    const { rows, photo } = standing();
    expect(tornRecords(rows.filter(({ key }) => key !== photo))).toEqual([
      expect.stringContaining(`names ${photo}, which is not there`),
    ]);
  });

  test('a record without the event of its deed', () => {
    const { rows, step } = standing();
    const cut = rows.filter(({ type, body }) => type !== 'event' || !JSON.stringify(body).includes(step));
    expect(cut.length).toBe(rows.length - 1);
    expect(tornRecords(cut)).toEqual([`${step} is there, the event of its deed is not`]);
  });

  test('a body that lost a field, and an envelope without its stamp', () => {
    const { rows, photo, step } = standing();
    const cut = rows.map((row): RawRecord => {
      if (row.key === photo) return Object.assign({}, row, { body: Object.assign({}, row.body, { sha: 'abc' }) });
      return row.key === step ? Object.assign({}, row, { stamp: '' }) : row;
    });
    expect(tornRecords(cut)).toEqual([`${step} has a torn envelope`, `${photo} has a torn body`]);
  });
});
