// What people type to the assistant in German, and what is expected: the half that may be read while the reader is written.
import { asks, choose, does, eur, rowsOf, type Row, unread } from './rows.ts';

const plain = rowsOf({ lang: 'de', kind: 'plain' }, [
  [
    'wollen die kueche renovieren, etwa 25.000 €, ab Juni',
    does({ act: 'journey.start', template: 'kitchen', budget: eur('25000.00'), starts: '2026-06-01' }),
  ],
  ['öffne das Bad', does({ act: 'journey.open', journey: 'Bathroom upstairs' })],
  ['Abbruch ist fertig', does({ act: 'step.finish', step: 'Demolition' })],
  ['fang mit Plumbing an', does({ act: 'step.start', step: 'Plumbing' })],
  [
    'Elektrik ist blockiert, weil Eva krank ist',
    does({ act: 'step.block', step: 'Electrics', reason: 'Eva krank ist' }),
  ],
  ['Fliesenlegen startet am Montag', does({ act: 'step.plan', step: 'Tiling', starts: '2026-05-18' })],
  ['Snagging überspringen', does({ act: 'step.skip', step: 'Snagging' })],
  ['Fugenmörtel für 42,50 gekauft', does({ act: 'cost.add', name: 'Fugenmörtel', money: eur('42.50'), paid: true })],
  ['Anzahlung Schränke gestern bezahlt', does({ act: 'cost.pay', cost: 'Deposit cabinets', on: '2026-05-12' })],
  ['Budget auf 27.500 Euro setzen', does({ act: 'budget.set', money: eur('27500.00') })],
  [
    'Ben muss bis Samstag Pinsel kaufen',
    does({ act: 'task.add', text: 'Pinsel kaufen', assignee: 'Ben', due: '2026-05-16' }),
  ],
  [
    'wir nehmen Eiche für die Arbeitsplatte',
    does({ act: 'decision.take', decision: 'Worktop material', choice: 'Oak' }),
  ],
  ['erinnere mich am 22.5. an die Müllabfuhr', does({ act: 'reminder.add', text: 'Müllabfuhr', on: '2026-05-22' })],
  ['was kommt als nächstes?', asks({ question: 'next' })],
  ['wie viel haben wir für Fliesen ausgegeben', asks({ question: 'spent', about: 'Fliesen' })],
  ['was hat der Klempner zum Ventil gesagt', asks({ question: 'search', words: 'Ventil', by: 'Miller Plumbing' })],
]);

const several = rowsOf({ lang: 'de', kind: 'several' }, [
  [
    'Demolition fertig, Plumbing bitte starten',
    does({ act: 'step.finish', step: 'Demolition' }, { act: 'step.start', step: 'Plumbing' }),
  ],
  [
    'Fliesen sind bestellt und bezahlt',
    does({ act: 'task.done', task: 'Order tiles' }, { act: 'cost.pay', cost: 'Tiles' }),
  ],
  [
    'Angebot von Volt annehmen und Elektrik ab 1. Juni planen',
    does(
      { act: 'quote.accept', quote: 'Volt Electric' },
      { act: 'step.plan', step: 'Electrics', starts: '2026-06-01' },
    ),
  ],
  [
    'Kochfeld 649 €, Dunstabzug 389 €',
    does(
      { act: 'cost.add', name: 'Kochfeld', money: eur('649.00') },
      { act: 'cost.add', name: 'Dunstabzug', money: eur('389.00') },
    ),
  ],
]);

const ambiguous = rowsOf({ lang: 'de', kind: 'ambiguous' }, [
  ['erinnere mich nächsten Freitag, Eva anzurufen', choose('date', '2026-05-15', '2026-05-22')],
  ['Angebot annehmen', choose('quote', 'Miller Plumbing', 'Volt Electric')],
  ['Plumbing oder Electrics ist fertig', choose('step', 'Plumbing', 'Electrics')],
  ['gestern 300 bezahlt', choose('cost', 'Deposit cabinets', 'Tiles', 'Pipes')],
]);

const wrong = rowsOf({ lang: 'de', kind: 'wrong' }, [
  ['Dachboden ist fertig', unread],
  ['erinnere mich am 31.6. an Tom', unread],
  ['soll ich den Abbruch abschließen?', unread],
  ['noch nicht mit Plumbing anfangen', unread],
]);

const irrelevant = rowsOf({ lang: 'de', kind: 'irrelevant' }, [
  ['danke dir!', unread],
  ['wie wird das Wetter morgen', unread],
]);

export const seenDe: readonly Row[] = [...plain, ...several, ...ambiguous, ...wrong, ...irrelevant];
