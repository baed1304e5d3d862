// Only for measuring: not to be read by who writes the reader. The German half that is not looked at until the last run.
import { asks, choose, does, eur, rowsOf, type Row, unread } from './rows.ts';

const plain = rowsOf({ lang: 'de', kind: 'plain' }, [
  [
    'neues Badprojekt, Budget 9,5k, Beginn 1. Juli',
    does({ act: 'journey.start', template: 'bathroom', budget: eur('9500.00'), starts: '2026-07-01' }),
  ],
  ['wechsle zum Bathroom upstairs', does({ act: 'journey.open', journey: 'Bathroom upstairs' })],
  ['Demolition haben wir heute abgeschlossen', does({ act: 'step.finish', step: 'Demolition' })],
  ['Verputzen hat begonnen', does({ act: 'step.start', step: 'Plastering' })],
  ['Boden pausieren, Estrich noch feucht', does({ act: 'step.block', step: 'Floor', reason: 'Estrich noch feucht' })],
  [
    'Schränke vom 15.6. bis 19.6.',
    does({ act: 'step.plan', step: 'Cabinets', starts: '2026-06-15', ends: '2026-06-19' }),
  ],
  ['neuer Schritt Abdichtung nach Plumbing', does({ act: 'step.add', name: 'Abdichtung', after: 'Plumbing' })],
  [
    'Lampen 1.250 Euro, gehört zu Elektrik',
    does({ act: 'cost.add', name: 'Lampen', money: eur('1250.00'), step: 'Electrics' }),
  ],
  ['hab die Fliesen am Montag bezahlt', does({ act: 'cost.pay', cost: 'Tiles', on: '2026-05-11' })],
  ['Budget für Tiling 1.800,50 €', does({ act: 'budget.set', money: eur('1800.50'), step: 'Tiling' })],
  [
    'ich muss morgen den Vermieter anrufen',
    does({ act: 'task.add', text: 'den Vermieter anrufen', assignee: 'Anna', due: '2026-05-14' }),
  ],
  [
    'Angebot von Tom über 4.050 € für Sanitär',
    does({ act: 'quote.add', vendor: 'Miller Plumbing', money: eur('4050.00'), step: 'Plumbing' }),
  ],
  [
    'Notiz zu Electrics: Zähler steht auf 4711',
    does({ act: 'comment.add', text: 'Zähler steht auf 4711', step: 'Electrics' }),
  ],
  ['wann sind wir fertig?', asks({ question: 'whenDone' })],
  ['wieviel budget is noch übrig', asks({ question: 'left' })],
  ['zeig mir die Vorher-Fotos vom Abbruch', asks({ question: 'photos', step: 'Demolition', when: 'before' })],
]);

const several = rowsOf({ lang: 'de', kind: 'several' }, [
  [
    'Fenster ist gemessen, Abbruch fertig',
    does({ act: 'task.done', task: 'Measure window' }, { act: 'step.finish', step: 'Demolition' }),
  ],
  [
    'Rohre bezahlt und Sand für 14,60 gekauft',
    does({ act: 'cost.pay', cost: 'Pipes' }, { act: 'cost.add', name: 'Sand', money: eur('14.60'), paid: true }),
  ],
  [
    'Planning wieder öffnen und Snagging überspringen',
    does({ act: 'step.reopen', step: 'Planning' }, { act: 'step.skip', step: 'Snagging' }),
  ],
  [
    'starte Plumbing und erinnere mich in zwei Wochen an die Abnahme',
    does({ act: 'step.start', step: 'Plumbing' }, { act: 'reminder.add', text: 'Abnahme', on: '2026-05-27' }),
  ],
]);

const ambiguous = rowsOf({ lang: 'de', kind: 'ambiguous' }, [
  ['Elektrik startet nächsten Donnerstag', choose('date', '2026-05-14', '2026-05-21')],
  ['Aufgabe ist erledigt', choose('task', 'Order tiles', 'Measure window')],
  ['1.200 €', choose('intent', 'cost.add', 'budget.set', 'quote.add')],
  ['Ben oder Lena muss die Treppe fegen', choose('person', 'Ben', 'Lena')],
]);

const wrong = rowsOf({ lang: 'de', kind: 'wrong' }, [
  ['Wintergarten überspringen', unread],
  ['Budget auf -3000 setzen', unread],
  ['wenn die Fliesen kommen, fang mit Tiling an', unread],
  ['Tom meinte, wir sollen Plumbing abschließen', unread],
]);

const irrelevant = rowsOf({ lang: 'de', kind: 'irrelevant' }, [
  ['so ein Mist, diese App', unread],
  ['erzähl mal einen Witz', unread],
]);

export const unseenDe: readonly Row[] = [...plain, ...several, ...ambiguous, ...wrong, ...irrelevant];
