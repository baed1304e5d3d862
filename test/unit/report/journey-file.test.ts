// The file of a journey for other programs holds every record that was handed in, says who is who, and is read back as it was.
import { describe, expect, it } from 'vitest';
import { exportJourney, journeyFile } from '../../../domain/export/journey-file.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { definitionByType, isRecordType } from '../../../domain/records/registry.ts';
import { addStep, aJourney, costInput } from '../../support/a-journey.ts';
import { aBody } from '../../support/a-body.ts';
import { aRecord, ANNA, BEN, JOURNEY, MILLER } from '../../support/records.ts';

const names: Readonly<Record<string, string>> = { [ANNA]: 'Anna', [BEN]: 'Ben' };

const fileOf = (records: readonly AnyRecord[]) =>
  journeyFile.parse(
    JSON.parse(
      JSON.stringify(
        exportJourney({
          journey: JOURNEY,
          madeAt: '2026-06-01T12:00:00.000Z',
          madeBy: ANNA,
          records,
          nameOf: (person) => names[person] ?? null,
        }),
      ),
    ),
  );

describe('the file of a journey', () => {
  it('has a format, a version and a date, and every record once with what it says, the trash and the history too', () => {
    const world = aJourney();
    const step = addStep(world, 'Tile the walls', { assignee: BEN });
    const { keys } = world.done('cost.add', costInput({ step }));
    world.done('record.trash', { key: keys[0] ?? '' });
    const records = [...world.records.values()];
    const file = fileOf(records);
    expect(file).toMatchObject({
      plumbline: 'journey',
      version: 1,
      madeBy: ANNA,
      journey: JOURNEY,
      people: { [ANNA]: 'Anna', [BEN]: 'Ben' },
    });
    expect(file.records).toHaveLength(records.length);
    for (const record of records) expect(file.records).toContainEqual(record);
    expect(file.records.some(({ type, trashedAt }) => type === 'cost' && trashedAt > 0)).toBe(true);
    expect(file.records.some(({ type }) => type === 'event')).toBe(true);
  });

  it('is the same in whatever order the records came, and holds nothing of how they are stored', () => {
    const world = aJourney();
    addStep(world, 'One');
    addStep(world, 'Two');
    const records = [...world.records.values()];
    const stored = records.map((record) => Object.assign({ _rev: '1-a', _meta: { lwt: 1 } }, record));
    expect(fileOf(stored.toReversed())).toEqual(fileOf(records));
    expect(JSON.stringify(fileOf(stored))).not.toContain('_rev');
  });

  it('takes every type that there is, and names nobody whom the device can not name', () => {
    const types = Object.keys(definitionByType).filter(isRecordType);
    const records = types.map((type) =>
      aRecord({
        id: `${type}_1`,
        type,
        by: MILLER,
        body: { ...aBody(type, { word: 'x', space: JOURNEY, person: BEN }) },
      }),
    );
    const file = fileOf(records);
    expect(new Set(file.records.map(({ type }) => type))).toEqual(new Set(types));
    expect(file.people).not.toHaveProperty(MILLER);
  });
});
