// Only for measuring: not to be read by who writes the reader. The Spanish half that is not looked at until the last run.
import { asks, choose, does, eur, rowsOf, type Row, unread } from './rows.ts';

const plain = rowsOf({ lang: 'es', kind: 'plain' }, [
  [
    'nuevo proyecto de baño, 9.500 euros, desde el 1 de julio',
    does({ act: 'journey.start', template: 'bathroom', budget: eur('9500.00'), starts: '2026-07-01' }),
  ],
  ['cambia a Bathroom upstairs', does({ act: 'journey.open', journey: 'Bathroom upstairs' })],
  ['Demolition acabada por fin', does({ act: 'step.finish', step: 'Demolition' })],
  ['el enlucido ha empezado', does({ act: 'step.start', step: 'Plastering' })],
  ['bloquea Cabinets, faltan bisagras', does({ act: 'step.block', step: 'Cabinets', reason: 'faltan bisagras' })],
  ['armarios del 15/6 al 19/6', does({ act: 'step.plan', step: 'Cabinets', starts: '2026-06-15', ends: '2026-06-19' })],
  [
    'añade un paso Impermeabilización después de Plumbing',
    does({ act: 'step.add', name: 'Impermeabilización', after: 'Plumbing' }),
  ],
  [
    'compré ayer brochas por 18,90',
    does({ act: 'cost.add', name: 'brochas', money: eur('18.90'), paid: true, on: '2026-05-12' }),
  ],
  ['pagué los azulejos el lunes', does({ act: 'cost.pay', cost: 'Tiles', on: '2026-05-11' })],
  ['presupuesto para Tiling 1.800,50 €', does({ act: 'budget.set', money: eur('1800.50'), step: 'Tiling' })],
  [
    'tengo que llamar al casero mañana',
    does({ act: 'task.add', text: 'llamar al casero', assignee: 'Anna', due: '2026-05-14' }),
  ],
  ['acepta la oferta de Eva', does({ act: 'quote.accept', quote: 'Volt Electric' })],
  [
    'apunta que la llave está debajo de la maceta',
    does({ act: 'comment.add', text: 'la llave está debajo de la maceta' }),
  ],
  ['cuando acaba el suelo?', asks({ question: 'whenDone', step: 'Floor' })],
  ['que tiene pendiente Ben', asks({ question: 'tasks', assignee: 'Ben' })],
  ['enséñame las fotos de antes de la demolición', asks({ question: 'photos', step: 'Demolition', when: 'before' })],
]);

const several = rowsOf({ lang: 'es', kind: 'several' }, [
  [
    'la ventana está medida y la demolición terminada',
    does({ act: 'task.done', task: 'Measure window' }, { act: 'step.finish', step: 'Demolition' }),
  ],
  [
    'tuberías pagadas, y compré arena por 14,60',
    does({ act: 'cost.pay', cost: 'Pipes' }, { act: 'cost.add', name: 'arena', money: eur('14.60'), paid: true }),
  ],
  [
    'sube el presupuesto a 28.000 y pon 2.000 para Appliances',
    does(
      { act: 'budget.set', money: eur('28000.00') },
      { act: 'budget.set', money: eur('2000.00'), step: 'Appliances' },
    ),
  ],
  [
    'empieza Plumbing y recuérdame en dos semanas revisar las juntas',
    does(
      { act: 'step.start', step: 'Plumbing' },
      { act: 'reminder.add', text: 'revisar las juntas', on: '2026-05-27' },
    ),
  ],
]);

const ambiguous = rowsOf({ lang: 'es', kind: 'ambiguous' }, [
  ['la electricidad empieza el próximo jueves', choose('date', '2026-05-14', '2026-05-21')],
  ['empieza un proyecto nuevo', choose('journey', 'kitchen', 'bathroom', 'repaint')],
  ['Volt 2.700', choose('intent', 'cost.add', 'quote.add')],
  ['Ben o Lena tiene que barrer la escalera', choose('person', 'Ben', 'Lena')],
]);

const wrong = rowsOf({ lang: 'es', kind: 'wrong' }, [
  ['salta el garaje', unread],
  ['borra el coste del contenedor', unread],
  ['si llegan los azulejos, empieza Tiling', unread],
  ['Tom dijo que terminemos Plumbing', unread],
]);

const irrelevant = rowsOf({ lang: 'es', kind: 'irrelevant' }, [
  ['vaya porquería de aplicación', unread],
  ['cuéntame un chiste', unread],
]);

export const unseenEs: readonly Row[] = [...plain, ...several, ...ambiguous, ...wrong, ...irrelevant];
