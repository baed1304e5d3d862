// What a report says of decisions and of quotes that nobody has accepted, and of whose.
import { describe, expect, it } from 'vitest';
import { reportDecisions } from '../../../domain/report/decisions.ts';
import { reportQuotes } from '../../../domain/report/quotes.ts';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { eur, gbp } from '../../support/amounts.ts';
import { addStep, aJourney } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { ANNA, BEN, JOURNEY, PRIVATE, stampAt } from '../../support/records.ts';

const TODAY = '2026-06-01';
const names: Readonly<Record<string, string>> = { [ANNA]: 'Anna', [BEN]: 'Ben' };
const nameOf = (person: string): string => names[person] ?? '?';

const decisionsOf = (world: DeedWorld, decisions = world.all('decision')) =>
  reportDecisions({ decisions, alternatives: world.all('alternative'), today: TODAY, nameOf });

const ask = (world: DeedWorld, question: string, more: Partial<CommandInput<'decision.add'>> = {}): RecordKey => {
  const input = { journey: JOURNEY, question, alternatives: ['Oak', 'Slate'], step: null, ...more };
  const [key = ''] = world.done('decision.add', input).keys;
  return key;
};

describe('decisions in a report', () => {
  it('say what was decided, when, by whom and why; what is open comes first, by the day it is wanted', () => {
    const world = aJourney();
    const floor = ask(world, 'Which floor?');
    world.done('decision.offer', { key: floor, place: 'a1', set: { cost: eur(400_000), days: 4 } });
    world.done('decision.vote', { key: floor, choice: 'a1' });
    world.done('decision.take', { key: floor, choice: 'a1', why: 'Warm under bare feet' });
    ask(world, 'Which lamp?', { deadline: '2026-07-01' });
    ask(world, 'Which tap?', { deadline: '2026-05-20', agree: [ANNA, BEN] });
    const said = decisionsOf(world);
    expect(said.map(({ question, state, deadline, late }) => [question, state, deadline, late])).toEqual([
      ['Which tap?', 'open', '2026-05-20', true],
      ['Which lamp?', 'open', '2026-07-01', false],
      ['Which floor?', 'decided', null, false],
    ]);
    expect(said[0]?.awaited).toEqual(['Anna', 'Ben']);
    expect(said[2]).toMatchObject({
      answers: [{ name: 'Oak', why: 'Warm under bare feet', who: 'Anna', on: TODAY }],
      awaited: [],
      alternatives: [
        { name: 'Oak', cost: eur(400_000), days: 4, voters: ['Anna'] },
        { name: 'Slate', cost: null, days: null, voters: [] },
      ],
    });
  });

  it('one that was rolled back is open again and says so; one in the trash is left out', () => {
    const world = aJourney();
    const floor = ask(world, 'Which floor?');
    world.done('decision.take', { key: floor, choice: 'a2', why: 'Cheap' });
    world.done('decision.rollback', { key: floor, why: 'Too cold', take: [], events: [], records: [] });
    world.done('record.trash', { key: ask(world, 'Which lamp?') });
    expect(decisionsOf(world)).toMatchObject([
      { state: 'revisited', answers: [], back: { name: 'Slate', why: 'Too cold', who: 'Anna', on: TODAY } },
    ]);
  });

  it('two answers that stand against each other are both told, and neither as what was decided', () => {
    const world = aJourney();
    const key = ask(world, 'Which floor?');
    const answer = (choice: string, name: string, by: string) => ({ choice, name, why: '', at: world.now(), by });
    const decision: RecordOf<'decision'> = {
      ...world.one('decision', key),
      past: {
        contested: [
          {
            field: 'decided',
            values: [
              { value: answer('a1', 'Oak', ANNA), by: ANNA, stamp: stampAt(1) },
              { value: answer('a2', 'Slate', BEN), by: BEN, stamp: stampAt(2) },
            ],
          },
        ],
      },
    };
    const [said] = decisionsOf(world, [decision]);
    expect(said).toMatchObject({
      state: 'contested',
      answers: [
        { name: 'Oak', who: 'Anna' },
        { name: 'Slate', who: 'Ben' },
      ],
    });
  });
});

const quoteOf = (
  world: DeedWorld,
  vendor: string,
  more: Partial<CommandInput<'quote.add'>> = {},
  validUntil: string | null = null,
): RecordKey => {
  const [key = ''] = world.done('quote.add', {
    journey: JOURNEY,
    space: PRIVATE,
    vendor,
    total: eur(60_000),
    step: null,
    party: null,
    date: null,
    ...more,
  }).keys;
  world.done('quote.edit', { key, set: { validUntil } });
  return key;
};

const quotesOf = (world: DeedWorld) =>
  reportQuotes({ quotes: world.all('quote'), awards: world.all('award'), steps: world.all('step'), today: TODAY });

describe('quotes in a report', () => {
  it('stand beside each other by step, the lowest first, with what each is above it', () => {
    const world = aJourney();
    const tiles = addStep(world, 'Tile the walls');
    quoteOf(world, 'Dear', { total: eur(90_000), step: tiles }, '2026-05-31');
    quoteOf(world, 'Silent', { total: null, currency: 'EUR', step: tiles });
    quoteOf(world, 'Cheap', { total: eur(70_000), step: tiles }, '2026-06-01');
    quoteOf(world, 'Loose');
    expect(
      quotesOf(world).map(({ step, quotes }) => [step, quotes.map((one) => [one.vendor, one.state, one.above])]),
    ).toEqual([
      [
        'Tile the walls',
        [
          ['Cheap', 'open', null],
          ['Dear', 'expired', eur(20_000)],
          ['Silent', 'open', null],
        ],
      ],
      ['', [['Loose', 'open', null]]],
    ]);
  });

  it('an accepted one is told beside the others, and alone it is under what was agreed', () => {
    const world = aJourney();
    const [tiles, paint] = [addStep(world, 'Tile the walls'), addStep(world, 'Paint')];
    const taken = quoteOf(world, 'Taken', { step: tiles }, '2026-01-01');
    quoteOf(world, 'Other', { step: tiles, total: eur(80_000) });
    const alone = quoteOf(world, 'Alone', { step: paint });
    world.done('quote.accept', { key: taken });
    world.done('quote.accept', { key: alone });
    expect(quotesOf(world)).toMatchObject([
      {
        step: 'Tile the walls',
        quotes: [
          { vendor: 'Taken', state: 'accepted' },
          { vendor: 'Other', state: 'open' },
        ],
      },
    ]);
  });

  it('of two currencies none is called lower; of versions the newest alone is told, and nothing in the trash', () => {
    const world = aJourney();
    const first = quoteOf(world, 'Pound', { total: gbp(50_000), currency: 'GBP' });
    quoteOf(world, 'Pound', { total: gbp(45_000), currency: 'GBP', replaces: first });
    quoteOf(world, 'Euro');
    world.done('record.trash', { key: quoteOf(world, 'Gone') });
    expect(
      quotesOf(world).flatMap(({ quotes }) => quotes.map(({ vendor, total, above }) => [vendor, total, above])),
    ).toEqual([
      ['Pound', gbp(45_000), null],
      ['Euro', eur(60_000), null],
    ]);
  });
});
