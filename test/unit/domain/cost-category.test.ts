// Under which category a line belongs by its words, as people and papers write them.
import { expect, test } from 'vitest';
import { categoryOf } from '../../../domain/words/cost-category.ts';
import type { CostCategory } from '../../../domain/records/cost.ts';

const SAID: Readonly<Partial<Record<CostCategory, readonly string[]>>> = {
  plumbing: [
    'Waste pipe',
    'Waste pipe DN50, 6 m',
    'waste-water connection',
    'Basin waste, chrome',
    'Black tap',
    'Drain connection for the shower',
    'Abwasserleitung verlegen',
    'Bajante y desagüe',
    'Soil stack',
    'Connection for dishwasher incl. anti-siphon',
  ],
  waste: [
    'Waste',
    'Skip hire',
    'Disposal of old pipes',
    'Waste container 7 m3',
    'Entsorgung Bauschutt',
    'Drain waste disposal',
  ],
  heating: [
    'Underfloor heating',
    'Fußbodenheizung',
    'Suelo radiante',
    'Heated towel rail',
    'Electric floor heating mat',
  ],
  demolition: ['Demolition and disposal', 'Remove old tiles', 'Strip out kitchen', 'Abbruch Trennwand'],
  tiling: ['Wall tiles', 'Floor tiling', 'Tile the wall', 'Bodenfliesen verlegen', 'Retiling'],
  painting: ['Paint walls and ceiling', 'Wandfarbe', 'Pintar paredes', 'Malerarbeiten'],
  worktop: ['Cut-outs for sink and hob, joint in the corner', 'Laminate worktop', 'Arbeitsplatte Eiche'],
  fixtures: ['Wall-hung toilet', 'Pendant lamps', 'Lights in the first floor hall'],
  electrics: [
    'Separate circuit for dishwasher',
    'LED strip under wall units, 2.1 m, driver',
    'Ceiling outlets for pendant lights, with dimmer',
    'Light switch',
    'Oven socket',
    'Rewiring',
  ],
  cabinets: [
    'Housing for built-in oven, 60 cm',
    'Sink unit 80 cm with waste sorter',
    'Fitted kitchen, oak worktop',
    'Wall units',
    'Kitchen units, fitted',
  ],
  walls: ['Lightweight partition wall', 'Plaster the wall'],
  flooring: ['Oak floor', 'Parquet, sanded and oiled'],
  other: ['Bathroom', 'Textiles', 'Second floor', 'Ventilation', 'Hobby room', 'Neighbourhood notice'],
};

test.each(Object.entries(SAID))('%s', (category, lines) => {
  expect(lines.map((line) => [line, categoryOf(line, '')])).toEqual(lines.map((line) => [line, category]));
});

test('where the words say nothing the trade decides', () => {
  expect(categoryOf('Second visit', 'Plumber')).toBe('plumbing');
  expect(categoryOf('Waste pipe', 'Electrician')).toBe('plumbing');
});
