// What the assistant is handed of a world of deeds: its records in lists, and an agreement in which there is nothing.
import type { Agreed } from '../../domain/assistant/answers/facts.ts';
import type { Records } from '../../domain/assistant/house-of.ts';
import type { DeedWorld } from './deed-world.ts';

export const recordsIn = (world: DeedWorld): Records => ({
  journeys: world.all('journey'),
  steps: world.all('step'),
  budgets: world.all('budget'),
  costs: world.all('cost'),
  quotes: world.all('quote'),
  awards: world.all('award'),
  allocations: world.all('allocation'),
  tasks: world.all('task'),
  decisions: world.all('decision'),
  parties: world.all('party'),
  people: world.all('person'),
  photos: world.all('photo'),
  pairs: world.all('pair'),
});

export const NOTHING_AGREED: Agreed = { orders: [], approved: [], unsigned: [], payments: [], splits: [] };
