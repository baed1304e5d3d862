// The house of the table grown to many records: costs, tasks, quotes and journeys with names of their own, all in the open journey or others.
import type { CostThere, House, JourneyThere, TaskThere } from '../../domain/assistant/house.ts';
import { houseOfWorld } from './house-of-world.ts';

const THINGS =
  'hinge socket valve batten grout primer sealant trim bracket cable elbow gasket lintel mortar nail plank rail screw spacer trowel veneer washer'.split(
    ' ',
  );
const KINDS = 'brass chrome oak spare second cheap long short white black heavy small'.split(' ');
const DEEDS = 'collect paint seal clean fetch sand label return'.split(' ');

const wordAt = (words: readonly string[], at: number): string => words[at % words.length] ?? '';
const nameOf = (at: number): string =>
  `${wordAt(KINDS, Math.floor(at / THINGS.length))} ${wordAt(THINGS, at)} ${Math.floor(at / (THINGS.length * KINDS.length))}`;

/** Four in ten are costs of the open journey, as many its tasks, the rest steps of other journeys. */
export const largeHouse = (records: number): House => {
  const house = houseOfWorld('en');
  const journey = house.journey ?? '';
  const many = Math.floor(records * 0.4);
  const costs = Array.from({ length: many }, (_, at): CostThere => ({
    key: `cost|n${at}`,
    journey,
    name: nameOf(at),
    amount: { minor: 1_000 + at, currency: 'EUR' },
    paid: at % 20 !== 0,
    step: null,
    payee: null,
  }));
  const tasks = Array.from({ length: many }, (_, at): TaskThere => ({
    key: `task|n${at}`,
    journey,
    text: `${wordAt(DEEDS, at)} the ${nameOf(at)}`,
    assignee: null,
    due: null,
    done: at % 10 !== 0,
  }));
  const journeys = Array.from({ length: Math.ceil((records - 2 * many) / 20) }, (_, at): JourneyThere => ({
    key: `journey|n${at}`,
    name: `House ${at}`,
    area: '',
    template: null,
    currency: 'EUR',
    budget: null,
    steps: Array.from({ length: 20 }, (__, step) => ({
      key: `step|n${at}|${step}`,
      name: `${wordAt(DEEDS, step)} ${nameOf(at * 20 + step)}`,
      state: 'todo' as const,
    })),
  }));
  return {
    ...house,
    costs: [...house.costs, ...costs],
    tasks: [...house.tasks, ...tasks],
    journeys: [...house.journeys, ...journeys],
  };
};
