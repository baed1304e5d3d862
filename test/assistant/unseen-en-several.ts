// Only for measuring: not to be read by who writes the reader. Two or three intents in one sentence: 30 English.
import { does, eur, rowsOf } from './rows.ts';

export const unseenEnSeveral = rowsOf({ lang: 'en', kind: 'several' }, [
  [
    'demo finished and plumbing has started',
    does({ act: 'step.finish', step: 'Demolition' }, { act: 'step.start', step: 'Plumbing' }),
  ],
  [
    'Paid the pipes and bought tape for 3.49',
    does({ act: 'cost.pay', cost: 'Pipes' }, { act: 'cost.add', name: 'tape', money: eur('3.49'), paid: true }),
  ],
  [
    "accept Tom's quote, start plumbing, remind me on Monday to give him a key",
    does(
      { act: 'quote.accept', quote: 'Miller Plumbing' },
      { act: 'step.start', step: 'Plumbing' },
      { act: 'reminder.add', text: 'give him a key', on: '2026-05-18' },
    ),
  ],
  [
    'the window is measured, Ben must order the glass by 21 May',
    does(
      { act: 'task.done', task: 'Measure window' },
      { act: 'task.add', text: 'order the glass', assignee: 'Ben', due: '2026-05-21' },
    ),
  ],
  [
    'oak it is; budget for the worktop 1,600',
    does(
      { act: 'decision.take', decision: 'Worktop material', choice: 'Oak' },
      { act: 'budget.set', money: eur('1600.00'), step: 'Worktop' },
    ),
  ],
  [
    'block tiling, tiles broken, and add 90 for replacement tiles',
    does(
      { act: 'step.block', step: 'Tiling', reason: 'tiles broken' },
      { act: 'cost.add', name: 'replacement tiles', money: eur('90.00') },
    ),
  ],
  [
    'finish demolition + skip plastering',
    does({ act: 'step.finish', step: 'Demolition' }, { act: 'step.skip', step: 'Plastering' }),
  ],
  [
    'add step Drying after plastering, and plan painting for 6 July',
    does(
      { act: 'step.add', name: 'Drying', after: 'Plastering' },
      { act: 'step.plan', step: 'Painting', starts: '2026-07-06' },
    ),
  ],
  [
    'floor 8 June to 10 June. cabinets 15 June to 19 June. appliances from 22 June.',
    does(
      { act: 'step.plan', step: 'Floor', starts: '2026-06-08', ends: '2026-06-10' },
      { act: 'step.plan', step: 'Cabinets', starts: '2026-06-15', ends: '2026-06-19' },
      { act: 'step.plan', step: 'Appliances', starts: '2026-06-22' },
    ),
  ],
  [
    'note on electrics: Eva needs the attic key. I have to find it by Friday',
    does(
      { act: 'comment.add', text: 'Eva needs the attic key', step: 'Electrics' },
      { act: 'task.add', text: 'find it', assignee: 'Anna', due: '2026-05-15' },
    ),
  ],
  [
    'sand 14.60 and cement 22',
    does(
      { act: 'cost.add', name: 'sand', money: eur('14.60') },
      { act: 'cost.add', name: 'cement', money: eur('22.00') },
    ),
  ],
  [
    'switch to the bathroom, start strip out',
    does({ act: 'journey.open', journey: 'Bathroom upstairs' }, { act: 'step.start', step: 'Strip out' }),
  ],
  ['undo, then reopen planning', does({ act: 'undo' }, { act: 'step.reopen', step: 'Planning' })],
  [
    'Hansen quotes 10,500 for cabinets and Miller quotes 3,990 for plumbing',
    does(
      { act: 'quote.add', vendor: 'Hansen Joinery', money: eur('10500.00'), step: 'Cabinets' },
      { act: 'quote.add', vendor: 'Miller Plumbing', money: eur('3990.00'), step: 'Plumbing' },
    ),
  ],
  [
    'budget up to 26,500 please and plumbing gets 4,500',
    does({ act: 'budget.set', money: eur('26500.00') }, { act: 'budget.set', money: eur('4500.00'), step: 'Plumbing' }),
  ],
  [
    'painting unblocked, paint brushes 31.80 paid today',
    does(
      { act: 'step.reopen', step: 'Painting' },
      { act: 'cost.add', name: 'paint brushes', money: eur('31.80'), paid: true, on: '2026-05-13' },
    ),
  ],
  [
    'task for Lena: tidy the garage, task for Ben: return the drill by Saturday',
    does(
      { act: 'task.add', text: 'tidy the garage', assignee: 'Lena' },
      { act: 'task.add', text: 'return the drill', assignee: 'Ben', due: '2026-05-16' },
    ),
  ],
  ['tiles ordered, tiles paid', does({ act: 'task.done', task: 'Order tiles' }, { act: 'cost.pay', cost: 'Tiles' })],
  [
    'electrics done yesterday so plastering can start on Thursday',
    does({ act: 'step.finish', step: 'Electrics' }, { act: 'step.plan', step: 'Plastering', starts: '2026-05-14' }),
  ],
  [
    'start a kitchen renovation called Granny flat, 11k, from 7 September. remind me on 31 August to book the skip',
    does(
      { act: 'journey.start', template: 'kitchen', name: 'Granny flat', budget: eur('11000.00'), starts: '2026-09-07' },
      { act: 'reminder.add', text: 'book the skip', on: '2026-08-31' },
    ),
  ],
  [
    'cabinets on hold - piet is on holiday - and appliances too',
    does(
      { act: 'step.block', step: 'Cabinets', reason: 'piet is on holiday' },
      { act: 'step.block', step: 'Appliances' },
    ),
  ],
  [
    'Skip snagging. Skip appliances.',
    does({ act: 'step.skip', step: 'Snagging' }, { act: 'step.skip', step: 'Appliances' }),
  ],
  [
    'the deposit was 3,200 and is paid',
    does(
      { act: 'cost.change', cost: 'Deposit cabinets', money: eur('3200.00') },
      { act: 'cost.pay', cost: 'Deposit cabinets' },
    ),
  ],
  [
    'decision: floor oak or vinyl; we need to ask Piet by Tuesday',
    does(
      { act: 'decision.add', question: 'floor', among: ['oak', 'vinyl'] },
      { act: 'task.add', text: 'ask Piet', due: '2026-05-19' },
    ),
  ],
  [
    'start tiling and add a note to it: begin behind the sink',
    does({ act: 'step.start', step: 'Tiling' }, { act: 'comment.add', text: 'begin behind the sink', step: 'Tiling' }),
  ],
  [
    'demolition and plumbing are both done',
    does({ act: 'step.finish', step: 'Demolition' }, { act: 'step.finish', step: 'Plumbing' }),
  ],
  [
    'bought a lamp for 89 yesterday, put another 120 for wiring on electrics',
    does(
      { act: 'cost.add', name: 'lamp', money: eur('89.00'), paid: true, on: '2026-05-12' },
      { act: 'cost.add', name: 'wiring', money: eur('120.00'), step: 'Electrics' },
    ),
  ],
  [
    'remind me on 19 May to ring the council and on 2 June to check the permit',
    does(
      { act: 'reminder.add', text: 'ring the council', on: '2026-05-19' },
      { act: 'reminder.add', text: 'check the permit', on: '2026-06-02' },
    ),
  ],
  [
    'plumbing is blocked (leak), start electrics instead',
    does({ act: 'step.block', step: 'Plumbing', reason: 'leak' }, { act: 'step.start', step: 'Electrics' }),
  ],
  [
    'finish demolition, pay the pipes, accept the Volt quote',
    does(
      { act: 'step.finish', step: 'Demolition' },
      { act: 'cost.pay', cost: 'Pipes' },
      { act: 'quote.accept', quote: 'Volt Electric' },
    ),
  ],
]);
