// The kitchen renovation template: from measuring to the last coat of paint.
import type { JourneyTemplate } from './template.ts';

export const kitchenTemplate: JourneyTemplate = {
  id: 'kitchen',
  name: 'Kitchen renovation',
  area: 'Kitchen',
  summary: 'A full kitchen: old one out, services moved, new units, worktop and tiles in.',
  steps: [
    { slug: 'measure', name: 'Measure and photograph the room', notes: 'Walls, windows, sockets, water and waste. Photograph every wall before anything is moved.', days: 1, after: [] },
    { slug: 'plan', name: 'Settle the layout', notes: 'Where sink, hob, fridge and sockets go. Leave 90 cm between facing runs at least.', days: 7, after: ['measure'] },
    { slug: 'quotes', name: 'Collect quotes', notes: 'Three for the units, two for plumbing and electrics. Ask what is not included.', days: 14, after: ['plan'] },
    { slug: 'order', name: 'Order units, worktop and appliances', notes: 'Lead times decide the start date. Check the delivery access.', days: 35, after: ['quotes'] },
    { slug: 'interim', name: 'Set up an interim kitchen', notes: 'Kettle, hotplate and fridge in another room; clear the cupboards.', days: 1, after: ['quotes'] },
    { slug: 'demolition', name: 'Strip out the old kitchen', notes: 'Water, gas and power off first. Order the skip for the day before.', days: 3, after: ['interim'] },
    { slug: 'plumbing', name: 'First-fix plumbing', notes: 'New water and waste runs, isolating valves, pressure test before walls are closed.', days: 3, after: ['demolition'] },
    { slug: 'electrics', name: 'First-fix electrics', notes: 'Own circuits for oven and hob, sockets above the worktop, light points.', days: 3, after: ['demolition'] },
    { slug: 'plaster', name: 'Plaster and level the walls', notes: 'Photograph pipes and cables before they disappear. Let it dry.', days: 7, after: ['plumbing', 'electrics'] },
    { slug: 'floor', name: 'Lay the floor', notes: 'Lay under the units as well, or set the plinth height accordingly.', days: 4, after: ['plaster'] },
    { slug: 'tiling', name: 'Tile the walls', notes: 'Mark worktop and wall unit heights first; start from the worktop line.', days: 3, after: ['plaster'] },
    { slug: 'cabinets', name: 'Fit the units', notes: 'Start from the highest point of the floor and the corner.', days: 4, after: ['floor', 'tiling', 'order'] },
    { slug: 'worktop', name: 'Template and fit the worktop', notes: 'Stone is measured after the units stand and comes one to two weeks later. Silicone at the wall, not grout.', days: 10, after: ['cabinets'] },
    { slug: 'appliances', name: 'Second fix: sink, hob, appliances, sockets', notes: 'Connect, test, keep every certificate as a document here.', days: 2, after: ['worktop'] },
    { slug: 'painting', name: 'Paint walls and ceiling', notes: 'Two coats; kitchen paint that can be wiped.', days: 3, after: ['tiling', 'cabinets'] },
    { slug: 'finish', name: 'Walk through and list the snags', notes: 'Open every door, run every tap, note what is left before the last payment.', days: 2, after: ['appliances', 'painting'] },
  ],
  shares: { cabinets: 32, appliances: 18, worktop: 10, labour: 14, plumbing: 6, electrics: 7, flooring: 5, tiling: 3, painting: 2, waste: 1, design: 1, other: 1 },
};
