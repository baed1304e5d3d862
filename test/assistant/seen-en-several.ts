// Two or three intents in one sentence: 30 of the English sentences that may be read.
import { does, eur, rowsOf } from './rows.ts';

export const seenEnSeveral = rowsOf({ lang: 'en', kind: 'several' }, [
  [
    'demolition done, start plumbing',
    does({ act: 'step.finish', step: 'Demolition' }, { act: 'step.start', step: 'Plumbing' }),
  ],
  [
    'finished demo and paid the tiles',
    does({ act: 'step.finish', step: 'Demolition' }, { act: 'cost.pay', cost: 'Tiles' }),
  ],
  [
    'skip snagging and add a step Cleaning after appliances',
    does({ act: 'step.skip', step: 'Snagging' }, { act: 'step.add', name: 'Cleaning', after: 'Appliances' }),
  ],
  [
    "accept Eva's quote and start electrics on 1 June",
    does(
      { act: 'quote.accept', quote: 'Volt Electric' },
      { act: 'step.plan', step: 'Electrics', starts: '2026-06-01' },
    ),
  ],
  [
    'bought sockets for 64.20 and switches for 38',
    does(
      { act: 'cost.add', name: 'sockets', money: eur('64.20'), paid: true },
      { act: 'cost.add', name: 'switches', money: eur('38.00'), paid: true },
    ),
  ],
  [
    'tiles are ordered. remind me on Monday to ask when they come',
    does(
      { act: 'task.done', task: 'Order tiles' },
      { act: 'reminder.add', text: 'ask when they come', on: '2026-05-18' },
    ),
  ],
  [
    'plumbing started, electrics on hold',
    does({ act: 'step.start', step: 'Plumbing' }, { act: 'step.block', step: 'Electrics' }),
  ],
  [
    'finish demolition, start plumbing and put 400 for a new valve on it',
    does(
      { act: 'step.finish', step: 'Demolition' },
      { act: 'step.start', step: 'Plumbing' },
      { act: 'cost.add', name: 'new valve', money: eur('400.00'), step: 'Plumbing' },
    ),
  ],
  [
    'Ben has to call Piet tomorrow and I need to choose handles by Sunday',
    does(
      { act: 'task.add', text: 'call Piet', assignee: 'Ben', due: '2026-05-14' },
      { act: 'task.add', text: 'choose handles', assignee: 'Anna', due: '2026-05-17' },
    ),
  ],
  [
    'we take laminate. budget for worktop 900',
    does(
      { act: 'decision.take', decision: 'Worktop material', choice: 'Laminate' },
      { act: 'budget.set', money: eur('900.00'), step: 'Worktop' },
    ),
  ],
  [
    'unblock painting, the plaster is dry, and start it',
    does({ act: 'step.reopen', step: 'Painting' }, { act: 'step.start', step: 'Painting' }),
  ],
  [
    'note: water off till noon; task for Ben: fill buckets',
    does(
      { act: 'comment.add', text: 'water off till noon' },
      { act: 'task.add', text: 'fill buckets', assignee: 'Ben' },
    ),
  ],
  [
    'pipes paid, deposit paid too',
    does({ act: 'cost.pay', cost: 'Pipes' }, { act: 'cost.pay', cost: 'Deposit cabinets' }),
  ],
  [
    'open the bathroom and finish design',
    does({ act: 'journey.open', journey: 'Bathroom upstairs' }, { act: 'step.finish', step: 'Design' }),
  ],
  [
    'New repaint called Nursery, 600 euro, and remind me on 20 May to get colour charts',
    does(
      { act: 'journey.start', template: 'repaint', name: 'Nursery', budget: eur('600.00') },
      { act: 'reminder.add', text: 'get colour charts', on: '2026-05-20' },
    ),
  ],
  [
    'plastering 8 to 12 June, then tiling from 15 June',
    does(
      { act: 'step.plan', step: 'Plastering', starts: '2026-06-08', ends: '2026-06-12' },
      { act: 'step.plan', step: 'Tiling', starts: '2026-06-15' },
    ),
  ],
  [
    'raise the budget to 28k and put two grand of it on appliances',
    does(
      { act: 'budget.set', money: eur('28000.00') },
      { act: 'budget.set', money: eur('2000.00'), step: 'Appliances' },
    ),
  ],
  [
    'quote from Miller 4,100 for plumbing, quote from Volt 2,750 for electrics',
    does(
      { act: 'quote.add', vendor: 'Miller Plumbing', money: eur('4100.00'), step: 'Plumbing' },
      { act: 'quote.add', vendor: 'Volt Electric', money: eur('2750.00'), step: 'Electrics' },
    ),
  ],
  [
    'Window measured. demolition finished. electrics started.',
    does(
      { act: 'task.done', task: 'Measure window' },
      { act: 'step.finish', step: 'Demolition' },
      { act: 'step.start', step: 'Electrics' },
    ),
  ],
  ['undo that and finish demolition instead', does({ act: 'undo' }, { act: 'step.finish', step: 'Demolition' })],
  [
    'skip hire was 255 and paint samples 14',
    does(
      { act: 'cost.change', cost: 'Skip hire', money: eur('255.00') },
      { act: 'cost.change', cost: 'Paint samples', money: eur('14.00') },
    ),
  ],
  [
    'reopen planning & add task measure the niche to it',
    does({ act: 'step.reopen', step: 'Planning' }, { act: 'task.add', text: 'measure the niche', step: 'Planning' }),
  ],
  [
    'floor blocked, screed still wet, comment on floor: check again in a week',
    does(
      { act: 'step.block', step: 'Floor', reason: 'screed still wet' },
      { act: 'comment.add', text: 'check again in a week', step: 'Floor' },
    ),
  ],
  [
    'hob 649, extractor 389',
    does(
      { act: 'cost.add', name: 'hob', money: eur('649.00') },
      { act: 'cost.add', name: 'extractor', money: eur('389.00') },
    ),
  ],
  [
    'paid Piet the deposit on Friday, now start cabinets',
    does({ act: 'cost.pay', cost: 'Deposit cabinets', on: '2026-05-08' }, { act: 'step.start', step: 'Cabinets' }),
  ],
  [
    'decide: splashback glass or tile. and Lena must find pictures by 29 May',
    does(
      { act: 'decision.add', question: 'splashback', among: ['glass', 'tile'] },
      { act: 'task.add', text: 'find pictures', assignee: 'Lena', due: '2026-05-29' },
    ),
  ],
  [
    'add 150 for dust sheets to demolition and mark it complete',
    does(
      { act: 'cost.add', name: 'dust sheets', money: eur('150.00'), step: 'Demolition' },
      { act: 'step.finish', step: 'Demolition' },
    ),
  ],
  [
    'leave out plastering, floor starts tomorrow',
    does({ act: 'step.skip', step: 'Plastering' }, { act: 'step.plan', step: 'Floor', starts: '2026-05-14' }),
  ],
  [
    'remind me today to lock the shed and on Sunday to air the rooms',
    does(
      { act: 'reminder.add', text: 'lock the shed', on: '2026-05-13' },
      { act: 'reminder.add', text: 'air the rooms', on: '2026-05-17' },
    ),
  ],
  [
    "plumbing finished yesterday, accept the electrician's quote, electrics can begin on Monday",
    does(
      { act: 'step.finish', step: 'Plumbing' },
      { act: 'quote.accept', quote: 'Volt Electric' },
      { act: 'step.plan', step: 'Electrics', starts: '2026-05-18' },
    ),
  ],
]);
