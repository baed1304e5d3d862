// What is derived from a house once, not once a sentence: indexes of names, and things by their keys.
import type { CostThere, House, JourneyThere, Key, QuoteThere, StepThere, TaskThere } from './house.ts';
import { createNames, type NameIndex } from './names.ts';
import { createNameBook, type NameBook } from './whole-names.ts';
import { meaningsOf } from '../words/concepts.ts';
import { spellings } from '../words/spelling.ts';

export interface Known {
  readonly house: House;
  readonly journeys: NameIndex;
  readonly journeyByKey: ReadonlyMap<Key, JourneyThere>;
  readonly journeyOfStep: ReadonlyMap<Key, Key>;
  readonly stepByKey: ReadonlyMap<Key, StepThere>;
  readonly stepsByJourney: ReadonlyMap<Key, NameIndex>;
  readonly people: NameIndex;
  readonly contractors: NameIndex;
  /** Contractors, and those who made a quote and are none of them, by the key of their first quote. */
  readonly vendors: NameIndex;
  /** Which of those made it. */
  readonly vendorOf: (quote: QuoteThere) => Key;
  readonly costByKey: ReadonlyMap<Key, CostThere>;
  readonly costsByJourney: ReadonlyMap<Key, Pile<CostThere>>;
  readonly quotesByJourney: ReadonlyMap<Key, readonly QuoteThere[]>;
  readonly tasksByJourney: ReadonlyMap<Key, Pile<TaskThere>>;
  readonly labelByKey: ReadonlyMap<Key, string>;
  /** What must be taken as one where it stands whole. */
  readonly wholeNames: NameBook;
  /** A word of the name of a journey, a step or someone. */
  readonly isName: (word: string) => boolean;
}

/** Things of one journey, and what they are called. */
export interface Pile<T> {
  readonly all: readonly T[];
  readonly names: NameIndex;
}

const remembered = new WeakMap<House, Known>();

/** The same house, as an object, is looked through once. */
export const knownOf = (house: House): Known => {
  const known = remembered.get(house) ?? derive(house);
  remembered.set(house, known);
  return known;
};

const derive = (house: House): Known => {
  const proper = createNames([
    ...house.journeys.flatMap(({ key, name, steps }) => [{ key, names: [name, ...steps.map((step) => step.name)] }]),
    ...house.people.map(({ key, name }) => ({ key, names: [name] })),
    ...house.contractors.map(({ key, company, person }) => ({ key, names: [company, person ?? ''] })),
  ]);
  const contractors = house.contractors.map(({ key, company, person, trade }) => ({
    key,
    names: [company, person ?? '', trade],
    concepts: tradesOf(`${company} ${trade}`),
  }));
  const strangers = Map.groupBy(
    house.quotes.filter(({ contractor }) => contractor === null),
    ({ vendor }) => vendor.toLowerCase(),
  );
  const openTasks = house.tasks.filter(({ done }) => !done);
  return {
    house,
    journeys: createNames(house.journeys.map(({ key, name, area }) => ({ key, names: [name, area] }))),
    journeyByKey: new Map(house.journeys.map((each) => [each.key, each])),
    journeyOfStep: new Map(house.journeys.flatMap(({ key, steps }) => steps.map((step) => [step.key, key] as const))),
    stepByKey: new Map(house.journeys.flatMap(({ steps }) => steps.map((step) => [step.key, step] as const))),
    stepsByJourney: new Map(
      house.journeys.map(({ key, steps }) => [
        key,
        createNames(steps.map((step) => ({ key: step.key, names: [step.name] }))),
      ]),
    ),
    people: createNames(house.people.map(({ key, name }) => ({ key, names: [name] }))),
    contractors: createNames(contractors),
    vendors: createNames([
      ...contractors,
      ...[...strangers.values()].flatMap(([first]) =>
        first === undefined ? [] : [{ key: first.key, names: [first.vendor], concepts: tradesOf(first.vendor) }],
      ),
    ]),
    vendorOf: ({ contractor, vendor, key }) => contractor ?? strangers.get(vendor.toLowerCase())?.[0]?.key ?? key,
    costByKey: new Map(house.costs.map((each) => [each.key, each])),
    costsByJourney: piles(house.costs, ({ name }) => name),
    quotesByJourney: Map.groupBy(house.quotes, ({ journey }) => journey),
    tasksByJourney: piles(openTasks, ({ text }) => text),
    labelByKey: new Map(labelsOf(house)),
    wholeNames: createNameBook([
      ...house.journeys.flatMap(({ steps }) => steps.map(({ name }) => ({ name, isStep: true }))),
      ...[
        ...house.journeys.map(({ name }) => name).filter(isParted),
        ...house.contractors.map(({ company }) => company).filter(isParted),
        ...house.costs.map(({ name }) => name),
        ...openTasks.map(({ text }) => text),
        ...house.quotes.map(({ vendor }) => vendor).filter(isParted),
        ...house.decisions.flatMap(({ question, alternatives }) => [question, ...alternatives]),
      ].map((name) => ({ name, isStep: false })),
    ]),
    isName: proper.has,
  };
};

/** Names that a message would be parted at; "Kitchen renovation" says more in its words. */
const isParted = (name: string): boolean => /[,&+:;/]| (?:and|und|y) /i.test(name);

const piles = <T extends { readonly key: Key; readonly journey: Key }>(
  things: readonly T[],
  nameOf: (thing: T) => string,
): ReadonlyMap<Key, Pile<T>> =>
  new Map(
    [...Map.groupBy(things, ({ journey }) => journey)].map(([journey, all]) => [
      journey,
      { all, names: createNames(all.map((thing) => ({ key: thing.key, names: [nameOf(thing)] }))) },
    ]),
  );

/** Who does the work that the words name: "Miller Plumbing" are plumbers. */
const tradesOf = (words: string): readonly string[] => {
  const works = new Set(
    words
      .split(/\s+/)
      .flatMap(spellings)
      .flatMap(meaningsOf)
      .map(({ concept }) => concept.of ?? concept.id),
  );
  return TRADE_BY_WORK.filter(([work]) => works.has(work)).map(([, trade]) => trade);
};

const TRADE_BY_WORK: readonly (readonly [work: string, trade: string])[] = [
  ['plumbing', 'plumber'],
  ['electrics', 'electrician'],
  ['joinery', 'joiner'],
  ['cabinets', 'joiner'],
  ['furniture', 'joiner'],
  ['tiling', 'tiler'],
  ['painting', 'painter'],
  ['plastering', 'plasterer'],
  ['roofing', 'roofer'],
  ['floor', 'floorer'],
  ['masonry', 'mason'],
  ['heating', 'heater'],
];

const labelsOf = (house: House): readonly (readonly [Key, string])[] => [
  ...house.people.map(({ key, name }) => [key, name] as const),
  ...house.contractors.map(({ key, company }) => [key, company] as const),
  ...house.journeys.flatMap(({ key, name, steps }) => [
    [key, name] as const,
    ...steps.map((step) => [step.key, step.name] as const),
  ]),
  ...house.costs.map(({ key, name }) => [key, name] as const),
  ...house.quotes.map(({ key, vendor }) => [key, vendor] as const),
  ...house.tasks.map(({ key, text }) => [key, text] as const),
  ...house.decisions.map(({ key, question }) => [key, question] as const),
  ...house.templates.map(({ id, name }) => [id, name] as const),
];
