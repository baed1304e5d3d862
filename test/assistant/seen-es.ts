// What people type to the assistant in Spanish, and what is expected: the half that may be read while the reader is written.
import { asks, choose, does, eur, rowsOf, type Row, unread } from './rows.ts';

const plain = rowsOf({ lang: 'es', kind: 'plain' }, [
  [
    'queremos reformar la cocina, unos 25.000 euros, a partir de junio',
    does({ act: 'journey.start', template: 'kitchen', budget: eur('25000.00'), starts: '2026-06-01' }),
  ],
  ['abre el baño', does({ act: 'journey.open', journey: 'Bathroom upstairs' })],
  ['la demolición está terminada', does({ act: 'step.finish', step: 'Demolition' })],
  ['empieza Plumbing', does({ act: 'step.start', step: 'Plumbing' })],
  [
    'la electricidad está bloqueada porque Eva está enferma',
    does({ act: 'step.block', step: 'Electrics', reason: 'Eva está enferma' }),
  ],
  ['el alicatado empieza el lunes', does({ act: 'step.plan', step: 'Tiling', starts: '2026-05-18' })],
  ['saltar Snagging', does({ act: 'step.skip', step: 'Snagging' })],
  [
    'apunta 1.200 € de grifería en Plumbing',
    does({ act: 'cost.add', name: 'grifería', money: eur('1200.00'), step: 'Plumbing' }),
  ],
  ['pagué ayer el depósito de los armarios', does({ act: 'cost.pay', cost: 'Deposit cabinets', on: '2026-05-12' })],
  ['pon el presupuesto en 27.500 €', does({ act: 'budget.set', money: eur('27500.00') })],
  [
    'Ben tiene que comprar brochas para el sábado',
    does({ act: 'task.add', text: 'comprar brochas', assignee: 'Ben', due: '2026-05-16' }),
  ],
  ['al final cuarzo para la encimera', does({ act: 'decision.take', decision: 'Worktop material', choice: 'Quartz' })],
  ['recuérdame el 22 de mayo llamar a Tom', does({ act: 'reminder.add', text: 'llamar a Tom', on: '2026-05-22' })],
  ['¿qué toca ahora?', asks({ question: 'next' })],
  ['cuanto le debemos a Tom?', asks({ question: 'owed', payee: 'Miller Plumbing' })],
  ['busca la garantía de la caldera', asks({ question: 'search', words: 'garantía caldera' })],
]);

const several = rowsOf({ lang: 'es', kind: 'several' }, [
  [
    'demolición terminada, empieza la fontanería',
    does({ act: 'step.finish', step: 'Demolition' }, { act: 'step.start', step: 'Plumbing' }),
  ],
  [
    'los azulejos están pedidos y pagados',
    does({ act: 'task.done', task: 'Order tiles' }, { act: 'cost.pay', cost: 'Tiles' }),
  ],
  [
    'acepta la oferta de Volt y planifica Electrics para el 1 de junio',
    does(
      { act: 'quote.accept', quote: 'Volt Electric' },
      { act: 'step.plan', step: 'Electrics', starts: '2026-06-01' },
    ),
  ],
  [
    'Lena tiene que elegir pomos y yo tengo que pedir el fregadero mañana',
    does(
      { act: 'task.add', text: 'elegir pomos', assignee: 'Lena' },
      { act: 'task.add', text: 'pedir el fregadero', assignee: 'Anna', due: '2026-05-14' },
    ),
  ],
]);

const ambiguous = rowsOf({ lang: 'es', kind: 'ambiguous' }, [
  ['recuérdame el próximo viernes llamar a Eva', choose('date', '2026-05-15', '2026-05-22')],
  ['acepta la oferta', choose('quote', 'Miller Plumbing', 'Volt Electric')],
  ['el paso está hecho', choose('step', 'Demolition')],
  ['tuberías 290', choose('intent', 'cost.add', 'cost.change')],
]);

const wrong = rowsOf({ lang: 'es', kind: 'wrong' }, [
  ['el tejado está terminado', unread],
  ['recuérdame el 31 de junio llamar a Tom', unread],
  ['comparte la cocina con Tom', unread],
  ['no empieces todavía con Plumbing', unread],
]);

const irrelevant = rowsOf({ lang: 'es', kind: 'irrelevant' }, [
  ['¡muchas gracias!', unread],
  ['qué tiempo hará mañana', unread],
]);

export const seenEs: readonly Row[] = [...plain, ...several, ...ambiguous, ...wrong, ...irrelevant];
