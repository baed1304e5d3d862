// Sixty sentences of homeowners, written without a look at the reader and scored before it was mended: 30 English, 15 German, 15 Spanish.
import { asks, choose, does, eur, rowsOf, type Row, unread } from './rows.ts';

const enPlain = rowsOf({ lang: 'en', kind: 'plain' }, [
  ['Eva starts the electrics on the 1st of June', does({ act: 'step.plan', step: 'Electrics', starts: '2026-06-01' })],
  ['Demolition is finally finished, thank god', does({ act: 'step.finish', step: 'Demolition' })],
  ['We have paid the 310 euros to Miller today', does({ act: 'cost.pay', cost: 'Pipes', on: '2026-05-13' })],
  [
    'please put 89.99 for a new tap on the list of costs',
    does({ act: 'cost.add', name: 'new tap', money: eur('89.99') }),
  ],
  [
    'I picked up two bags of plaster for 23.80 yesterday',
    does({ act: 'cost.add', name: 'two bags of plaster', money: eur('23.80'), paid: true, on: '2026-05-12' }),
  ],
  [
    'Lena should pick the cupboard handles by Friday',
    does({ act: 'task.add', text: 'pick the cupboard handles', assignee: 'Lena', due: '2026-05-15' }),
  ],
  [
    'Can you remind me on the 20th to pay the joiner?',
    does({ act: 'reminder.add', text: 'pay the joiner', on: '2026-05-20' }),
  ],
  ["what's the damage so far for the tiling?", asks({ question: 'spent', step: 'Tiling' })],
  ['how far along are we with the plumbing', asks({ question: 'status', step: 'Plumbing' })],
  ['who do we still have to pay', asks({ question: 'owed' })],
  ['let me see the pictures of the worktop', asks({ question: 'photos', step: 'Worktop' })],
  ['push the painting back to 29 June', does({ act: 'step.plan', step: 'Painting', starts: '2026-06-29' })],
  [
    'Piet sent his offer for the cabinets: 10,500 euros',
    does({ act: 'quote.add', vendor: 'Hansen Joinery', money: eur('10500.00'), step: 'Cabinets' }),
  ],
  ['raise the budget by 1,500', does({ act: 'budget.set', money: eur('26500.00') })],
  [
    "we've settled on laminate, quartz is too dear",
    does({ act: 'decision.take', decision: 'Worktop material', choice: 'Laminate', why: 'quartz is too dear' }),
  ],
  [
    'jot down: the water meter is behind the freezer',
    does({ act: 'comment.add', text: 'the water meter is behind the freezer' }),
  ],
  [
    "we can't carry on with the floor because the boards are out of stock",
    does({ act: 'step.block', step: 'Floor', reason: 'the boards are out of stock' }),
  ],
]);

const enSeveral = rowsOf({ lang: 'en', kind: 'several' }, [
  [
    "Plumbing is done so let's get going with the plastering",
    does({ act: 'step.finish', step: 'Plumbing' }, { act: 'step.start', step: 'Plastering' }),
  ],
  [
    'I need to call Eva on Monday, and Ben must collect the tiles by the 20th',
    does(
      { act: 'task.add', text: 'call Eva', assignee: 'Anna', due: '2026-05-18' },
      { act: 'task.add', text: 'collect the tiles', assignee: 'Ben', due: '2026-05-20' },
    ),
  ],
  [
    'bought a hob for 549, a sink for 189.50 and paid Tom for the pipes',
    does(
      { act: 'cost.add', name: 'hob', money: eur('549.00'), paid: true },
      { act: 'cost.add', name: 'sink', money: eur('189.50'), paid: true },
      { act: 'cost.pay', cost: 'Pipes' },
    ),
  ],
]);

const enAmbiguous = rowsOf({ lang: 'en', kind: 'ambiguous' }, [
  ['remind me on Monday or Tuesday to order grout', choose('date', '2026-05-18', '2026-05-19')],
  ['I gave Tom 250 euros for the pipes', choose('intent', 'cost.add', 'cost.pay')],
  ['painting or tiling can be skipped', choose('step', 'Painting', 'Tiling')],
  ['the electrician or the plumber quotes 3,300', choose('person', 'Volt Electric', 'Miller Plumbing')],
]);

const enWrong = rowsOf({ lang: 'en', kind: 'wrong' }, [
  ['maybe we should go for oak after all', unread],
  ['Eva says the electrics are finished', unread],
  ['finish the chimney and start tiling', unread],
  ['I wish the demolition was done', unread],
]);

const enIrrelevant = rowsOf({ lang: 'en', kind: 'irrelevant' }, [
  ['my back hurts from all this painting', unread],
  ['Ben turned 40 on Saturday', unread],
]);

const dePlain = rowsOf({ lang: 'de', kind: 'plain' }, [
  ['Mit der Elektrik geht es am 8. Juni los', does({ act: 'step.plan', step: 'Electrics', starts: '2026-06-08' })],
  ['Wir haben heute den Abbruch abgeschlossen', does({ act: 'step.finish', step: 'Demolition' })],
  [
    'Gestern Dübel für 12,90 € geholt',
    does({ act: 'cost.add', name: 'Dübel', money: eur('12.90'), paid: true, on: '2026-05-12' }),
  ],
  ['Bitte das Budget um 2.000 € erhöhen', does({ act: 'budget.set', money: eur('27000.00') })],
  [
    'Ben soll bis Montag die Steckdosen zählen',
    does({ act: 'task.add', text: 'die Steckdosen zählen', assignee: 'Ben', due: '2026-05-18' }),
  ],
  [
    'Erinnere mich am Dienstag daran, den Estrich zu messen',
    does({ act: 'reminder.add', text: 'den Estrich zu messen', on: '2026-05-19' }),
  ],
  ['Wie viel Geld haben wir noch übrig?', asks({ question: 'left' })],
  ['Was muss Ben noch erledigen?', asks({ question: 'tasks', assignee: 'Ben' })],
  [
    'Malerarbeiten stehen still, weil die Farbe fehlt',
    does({ act: 'step.block', step: 'Painting', reason: 'die Farbe fehlt' }),
  ],
]);

const deSeveral = rowsOf({ lang: 'de', kind: 'several' }, [
  [
    'Die Rohre sind bezahlt und Plumbing ist fertig',
    does({ act: 'cost.pay', cost: 'Pipes' }, { act: 'step.finish', step: 'Plumbing' }),
  ],
]);

const deAmbiguous = rowsOf({ lang: 'de', kind: 'ambiguous' }, [
  ['Die Farbe hat 110 gekostet', choose('cost', 'Paint', 'Paint samples')],
  ['Eva oder Tom muss die Leitung prüfen', choose('person', 'Volt Electric', 'Miller Plumbing')],
]);

const deWrong = rowsOf({ lang: 'de', kind: 'wrong' }, [
  ['Vielleicht nehmen wir doch Eiche', unread],
  ['Wenn die Fliesen da sind, fangen wir mit Fliesenlegen an', unread],
]);

const deIrrelevant = rowsOf({ lang: 'de', kind: 'irrelevant' }, [['Mensch, ist das heute heiß', unread]]);

const esPlain = rowsOf({ lang: 'es', kind: 'plain' }, [
  ['La fontanería empieza el 1 de junio', does({ act: 'step.plan', step: 'Plumbing', starts: '2026-06-01' })],
  ['Hemos terminado hoy la demolición', does({ act: 'step.finish', step: 'Demolition' })],
  ['He comprado tornillos por 15,20 €', does({ act: 'cost.add', name: 'tornillos', money: eur('15.20'), paid: true })],
  ['Sube el presupuesto a 28.000 euros', does({ act: 'budget.set', money: eur('28000.00') })],
  [
    'Lena debe elegir los tiradores para el lunes',
    does({ act: 'task.add', text: 'elegir los tiradores', assignee: 'Lena', due: '2026-05-18' }),
  ],
  [
    'Recuérdame mañana llamar al fontanero',
    does({ act: 'reminder.add', text: 'llamar al fontanero', on: '2026-05-14' }),
  ],
  ['¿Cuánto llevamos gastado en la pintura?', asks({ question: 'spent', step: 'Painting' })],
  ['¿Qué le debemos a Eva?', asks({ question: 'owed', payee: 'Volt Electric' })],
  ['Acepta el presupuesto de Volt', does({ act: 'quote.accept', quote: 'Volt Electric' })],
]);

const esSeveral = rowsOf({ lang: 'es', kind: 'several' }, [
  [
    'Pagué los azulejos ayer y la electricidad está lista',
    does({ act: 'cost.pay', cost: 'Tiles', on: '2026-05-12' }, { act: 'step.finish', step: 'Electrics' }),
  ],
]);

const esAmbiguous = rowsOf({ lang: 'es', kind: 'ambiguous' }, [
  ['Termina la pintura o el alicatado', choose('step', 'Painting', 'Tiling')],
  ['Recuérdame el martes o el jueves pedir el cemento', choose('date', '2026-05-19', '2026-05-14')],
]);

const esWrong = rowsOf({ lang: 'es', kind: 'wrong' }, [
  ['Todavía no hemos empezado con la fontanería', unread],
  ['¿Deberíamos saltarnos el enlucido?', unread],
]);

const esIrrelevant = rowsOf({ lang: 'es', kind: 'irrelevant' }, [['Qué calor hace hoy', unread]]);

export const fresh: readonly Row[] = [
  ...enPlain,
  ...enSeveral,
  ...enAmbiguous,
  ...enWrong,
  ...enIrrelevant,
  ...dePlain,
  ...deSeveral,
  ...deAmbiguous,
  ...deWrong,
  ...deIrrelevant,
  ...esPlain,
  ...esSeveral,
  ...esAmbiguous,
  ...esWrong,
  ...esIrrelevant,
];
