// What a person does with quotes: puts a line where it belongs, asks for a revision where its contractor reads it, and names a newer version.
import { describe, expect, it } from 'vitest';
import { comparisonKey } from '../../../domain/commands/comparison.ts';
import { newestOf, versionsBefore } from '../../../domain/documents/versions.ts';
import { idOfKey, keyOf, type RecordKey, type SpaceId } from '../../../domain/kernel/ids.ts';
import { placing, type Corrections } from '../../../domain/quotes/corrections.ts';
import { matchLines, type MatchLine, type MatchRow } from '../../../domain/quotes/match.ts';
import { likelyEarlier } from '../../../domain/quotes/revised.ts';
import { may } from '../../../domain/spaces/may.ts';
import { partySpace, privateSpace } from '../../../domain/spaces/space.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import { aJourney } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { JOURNEY, MILLER, stampAt, PARTY } from '../../support/records.ts';
import { eur } from '../../support/amounts.ts';
import { lindner, miller, ortiz } from '../../support/three-quotes.ts';

const PRIVATE = privateSpace(JOURNEY);
const OTHER = partySpace(JOURNEY, 'party_01890000-0000-7000-8000-0000000000e2');
const quotes = [miller, lindner, ortiz];

const rowsOf = (world: DeedWorld): readonly MatchRow[] => {
  const kept = world.all('comparison')[0];
  return matchLines(quotes, kept?.trashedAt === 0 ? kept.body.rows : {});
};
const rowWith = (rows: readonly MatchRow[], text: string): readonly [MatchRow, MatchLine] => {
  for (const row of rows) for (const line of row.lines) if (line.description.includes(text)) return [row, line];
  throw new Error(`no line ${text}`);
};
/** `to` is a line of the row it goes to, or 'alone', or 'found'. */
const move = (world: DeedWorld, text: string, to: string): RecordKey[] => {
  const rows = rowsOf(world);
  const target = to === 'alone' || to === 'found' ? to : rowWith(rows, to)[0];
  const lines: Corrections = placing(
    rowWith(rows, text)[1],
    target,
    rows.flatMap((row) => row.lines),
  );
  return [...world.done('comparison.place', { journey: JOURNEY, lines }).events];
};
const together = (world: DeedWorld, text: string): readonly string[] =>
  rowWith(rowsOf(world), text)[0].lines.map(({ quote, id }) => `${quote.slice(-1)}${id.slice(1)}`);

describe('comparison.place', () => {
  it('puts a line into a row, alone, and back to the matching; each is remembered, and taken back by Undo', () => {
    const world = aJourney();
    expect(together(world, 'Underfloor')).toEqual(['c8']);
    const events = move(world, 'Underfloor', 'Electrical work');
    expect(together(world, 'Underfloor')).toEqual(['a8', 'b8', 'c8']);
    move(world, 'Elektroinstallation', 'alone');
    expect(together(world, 'Underfloor')).toEqual(['a8', 'c8']);
    move(world, 'Painting', 'Underfloor');
    expect(together(world, 'Underfloor')).toEqual(['a8', 'a9', 'c8']);
    move(world, 'Elektroinstallation', 'found');
    expect(together(world, 'Elektroinstallation')).toEqual(['a8', 'a9', 'b8', 'c8']);
    expect(world.all('comparison')).toHaveLength(1);
    expect(world.run('deed.undo', { events, records: [comparisonKey(JOURNEY)] })).toMatchObject({ ok: true });
    expect(together(world, 'Underfloor')).toEqual(['c8']);
    move(world, 'Painting', 'alone');
    expect(together(world, 'Underfloor')).toEqual(['c8']);
  });

  it('is the family’s: a contractor neither reads nor writes it', () => {
    const world = aJourney();
    move(world, 'Underfloor', 'alone');
    const record = world.one('comparison', comparisonKey(JOURNEY));
    expect(record.space).toBe(PRIVATE);
    const mine = { ...record, by: MILLER, createdBy: MILLER };
    for (const kind of ['party', 'journey', 'private'] as const)
      expect(
        may({
          role: 'contractor',
          kind,
          type: 'comparison',
          before: null,
          after: mine,
          removed: false,
          caller: [MILLER],
        }).ok,
      ).toBe(false);
  });

  it('of two devices that moved other lines keeps both', () => {
    const world = aJourney();
    move(world, 'Underfloor', 'alone');
    const base = world.one('comparison', comparisonKey(JOURNEY));
    move(world, 'Painting', 'alone');
    const theirs = world.one('comparison', comparisonKey(JOURNEY));
    world.records.set(base.key, base);
    move(world, 'Tile floor', 'alone');
    const mine = world.one('comparison', comparisonKey(JOURNEY));
    const merged = mergeRecords({ base, theirs, mine, mint: () => stampAt(9_000), mergeText: (_base, one) => one });
    expect(Object.keys(merged.body['rows'] ?? {})).toHaveLength(3);
  });
});

const addQuote = (world: DeedWorld, space: SpaceId, party: RecordKey | null = null): RecordKey => {
  const [key = ''] = world.done('quote.add', {
    journey: JOURNEY,
    space,
    vendor: 'Miller',
    total: eur(60_000),
    party,
    step: null,
    date: null,
  }).keys;
  return key;
};

describe('quote.revise', () => {
  const ask = (world: DeedWorld, key: RecordKey, space: SpaceId) =>
    world.run('quote.revise', { key, space, title: 'Please leave out the painting', due: null });

  it('asks in the space that the contractor reads, on their own quote', () => {
    const world = aJourney();
    const key = addQuote(world, PARTY);
    expect(ask(world, key, PARTY)).toMatchObject({ ok: true });
    const [task] = world.all('task');
    expect(task).toMatchObject({ space: PARTY, parent: key, body: { title: 'Please leave out the painting' } });
    expect(world.one('quote', key).body.revision).toBe(task?.key);
  });

  it('of a quote that the family keeps to itself tells the contractor nothing but the words', () => {
    const world = aJourney();
    const key = addQuote(world, PRIVATE, keyOf(PRIVATE, 'party_01890000-0000-7000-8000-0000000000e1'));
    expect(ask(world, key, PARTY)).toMatchObject({ ok: true });
    expect(world.all('task')[0]).toMatchObject({ space: PARTY, parent: '' });
    expect(JSON.stringify(world.all('task')[0])).not.toContain(idOfKey(key));
    expect(JSON.stringify(world.all('event').filter(({ space }) => space === PARTY))).not.toContain(idOfKey(key));
  });

  it('never where another contractor, or the whole journey, would read of it', () => {
    const world = aJourney();
    const own = addQuote(world, PARTY);
    for (const space of [OTHER, JOURNEY, PRIVATE]) expect(ask(world, own, space)).toMatchObject({ ok: false });
    expect(ask(world, addQuote(world, PRIVATE), JOURNEY)).toMatchObject({ ok: false });
    expect(world.all('task')).toEqual([]);
  });

  it('the revised quote stands before the one it replaces', () => {
    const world = aJourney();
    const [first, second] = [addQuote(world, PARTY), addQuote(world, PARTY)];
    world.done('quote.edit', { key: second, set: { replaces: first } });
    expect(newestOf(world.all('quote')).map(({ key }) => key)).toEqual([second]);
    expect(versionsBefore(world.one('quote', second), world.all('quote')).map(({ key }) => key)).toEqual([first]);
  });
});

it('a later quote of the same contractor for the same step looks like a revision, another’s does not', () => {
  const world = aJourney();
  const [first, second] = [addQuote(world, PRIVATE), addQuote(world, PRIVATE)].map((key) => world.one('quote', key));
  if (first === undefined || second === undefined) throw new Error('no quotes');
  expect(likelyEarlier(second, [first, second])?.key).toBe(first.key);
  expect(likelyEarlier(first, [first, second])).toBe(null);
  const dated = { ...first, body: { ...first.body, date: '2026-06-02' } };
  expect(likelyEarlier({ ...second, body: { ...second.body, date: '2026-06-01' } }, [dated])).toBe(null);
  expect(likelyEarlier(second, [{ ...first, body: { ...first.body, vendor: 'Hansen' } }])).toBe(null);
  expect(likelyEarlier(second, [{ ...first, body: { ...first.body, step: keyOf(JOURNEY, 'step_9') } }])).toBe(null);
});
