// A journey ready to be worked on, in a deed world.
import { privateSpace } from '../../domain/spaces/space.ts';
import type { CommandInput } from '../../domain/commands/registry.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { createWorld, type DeedWorld } from './deed-world.ts';
import { JOURNEY } from './records.ts';

export const journeyInput = (changes: Partial<CommandInput<'journey.start'>> = {}): CommandInput<'journey.start'> => ({
  journey: JOURNEY,
  name: 'Kitchen',
  area: 'Ground floor',
  address: '',
  currency: 'EUR',
  startDate: null,
  template: null,
  budget: null,
  ...changes,
});

export const aJourney = (changes: Partial<CommandInput<'journey.start'>> = {}): DeedWorld => {
  const world = createWorld();
  world.done('journey.start', journeyInput(changes));
  return world;
};

/** Adds a step at the end and answers its key. */
export const addStep = (world: DeedWorld, name: string, more: Partial<CommandInput<'step.add'>> = {}): RecordKey => {
  const [key] = world.done('step.add', { journey: JOURNEY, name, ...more }).keys;
  if (key === undefined) throw new Error('no step was added');
  return key;
};

export const costInput = (changes: Partial<CommandInput<'cost.add'>> = {}): CommandInput<'cost.add'> => ({
  journey: JOURNEY,
  description: 'Tiles',
  amount: { minor: 4_210, currency: 'EUR' },
  category: 'tiling',
  vendor: 'Fliesen Kontor',
  step: null,
  state: 'paid',
  date: '2026-05-12',
  receipt: null,
  ...changes,
});

export const addPhoto = (world: DeedWorld, changes: Partial<CommandInput<'photo.add'>> = {}): RecordKey => {
  const [key] = world.done('photo.add', {
    space: privateSpace(JOURNEY),
    journey: JOURNEY,
    parent: '',
    sha: 'a'.repeat(64),
    bytes: 1_000,
    mime: 'image/jpeg',
    name: 'IMG_1.jpg',
    width: 4_000,
    height: 3_000,
    takenAt: null,
    thumb: '',
    ...changes,
  }).keys;
  if (key === undefined) throw new Error('no photo was added');
  return key;
};

/** What a quote says besides its lines, when it says nothing. */
export const BARE_QUOTE = {
  title: '',
  number: '',
  validUntil: null,
  terms: '',
  subtotal: null,
  discount: null,
  tax: null,
  document: null,
};
