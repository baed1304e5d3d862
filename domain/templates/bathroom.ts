// The bathroom upgrade template: a wet room stands or falls with what is behind the tiles.
import type { JourneyTemplate } from './template.ts';

export const bathroomTemplate: JourneyTemplate = {
  id: 'bathroom',
  name: 'Bathroom upgrade',
  area: 'Bathroom',
  summary: 'New shower or bath, basin and toilet, waterproofed, tiled and ventilated.',
  steps: [
    { slug: 'measure', name: 'Measure and find the pipes', notes: 'Supply, soil pipe and its fall, electrics, what the floor is made of.', days: 1, after: [] },
    { slug: 'layout', name: 'Choose layout and fixtures', notes: 'Keep the toilet near the soil pipe. Note the depth of every built-in part.', days: 7, after: ['measure'] },
    { slug: 'quotes', name: 'Collect quotes', notes: 'Ask who waterproofs and what is guaranteed.', days: 10, after: ['layout'] },
    { slug: 'order', name: 'Order fixtures and tiles', notes: 'Ten percent more tiles than the area, all of one batch.', days: 21, after: ['quotes'] },
    { slug: 'strip-out', name: 'Strip out', notes: 'Close the valves, cap the pipes, protect the way to the door.', days: 2, after: ['order'] },
    { slug: 'plumbing', name: 'First-fix plumbing', notes: 'Built-in parts set to the finished tile, pressure test, photograph.', days: 3, after: ['strip-out'] },
    { slug: 'electrics', name: 'First-fix electrics and fan', notes: 'Mind the zones around shower and bath; fan to the outside.', days: 2, after: ['strip-out'] },
    { slug: 'walls', name: 'Board and level walls and floor', notes: 'Moisture-proof board in wet areas, screed with a fall to the drain.', days: 4, after: ['plumbing', 'electrics'] },
    { slug: 'waterproofing', name: 'Waterproof the wet areas', notes: 'Two coats, tape in the corners, photographs of each coat. Let it cure.', days: 3, after: ['walls'] },
    { slug: 'tiling', name: 'Tile and grout', notes: 'Start with the wall one sees first.', days: 6, after: ['waterproofing'] },
    { slug: 'fixtures', name: 'Fit shower, basin and toilet', notes: 'Test every trap for drips, keep the manuals here.', days: 2, after: ['tiling'] },
    { slug: 'painting', name: 'Paint the ceiling and seal the joints', notes: 'Silicone last, a day to set before the first shower.', days: 2, after: ['fixtures'] },
    { slug: 'snags', name: 'Run everything and list the snags', notes: 'Shower for ten minutes, then look at the ceiling below.', days: 1, after: ['painting'] },
  ],
  shares: { fixtures: 25, labour: 24, plumbing: 14, tiling: 15, electrics: 6, walls: 6, heating: 3, painting: 2, waste: 2, design: 1, other: 2 },
};
