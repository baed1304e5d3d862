// The repaint template: one room, a long weekend, most of it preparation.
import type { JourneyTemplate } from './template.ts';

export const repaintTemplate: JourneyTemplate = {
  id: 'repaint',
  name: 'Repaint a room',
  area: 'Living room',
  summary: 'Prepare, paint ceiling, walls and woodwork, and put the room back.',
  steps: [
    {
      slug: 'colours',
      name: 'Choose colours and buy samples',
      notes: 'Paint a card, not the wall, and look at it morning and evening.',
      days: 3,
      after: [],
    },
    {
      slug: 'buy',
      name: 'Buy paint and tools',
      notes: 'Area times two coats over the spread on the tin; note the batch.',
      days: 1,
      after: ['colours'],
    },
    {
      slug: 'clear',
      name: 'Clear and cover the room',
      notes: 'Furniture to the middle, sockets off, floor covered to the wall.',
      days: 1,
      after: ['buy'],
    },
    {
      slug: 'prepare',
      name: 'Fill, sand and wash',
      notes: 'Where the time goes, and where the result is made.',
      days: 1,
      after: ['clear'],
    },
    {
      slug: 'prime',
      name: 'Prime stains and bare filler',
      notes: 'Water marks need a blocking primer, or they come through.',
      days: 1,
      after: ['prepare'],
    },
    {
      slug: 'ceiling',
      name: 'Paint the ceiling',
      notes: 'Away from the window, wet into wet.',
      days: 1,
      after: ['prime'],
    },
    {
      slug: 'walls',
      name: 'Paint the walls, two coats',
      notes: 'Cut in one wall at a time, then roll it.',
      days: 2,
      after: ['ceiling'],
    },
    {
      slug: 'woodwork',
      name: 'Paint doors, frames and skirting',
      notes: 'Last, so that drops of wall paint do not matter.',
      days: 1,
      after: ['walls'],
    },
    {
      slug: 'back',
      name: 'Take the tape off and put the room back',
      notes: 'Tape off before the paint is hard. Keep a jar for repairs.',
      days: 1,
      after: ['woodwork'],
    },
  ],
  shares: { painting: 65, tools: 20, walls: 8, waste: 2, other: 5 },
};
