// What a person types into the search field: words, phrases and filters, finished or not.
import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../../domain/search/question.ts';

const NOTHING = { text: '', types: [], kinds: [], step: null, by: null, from: null, until: null, amounts: [] };

const TODAY = '2026-11-26';

describe('a question', () => {
  test.each([
    ['tiles grout', { text: 'tiles grout' }],
    ['"grey grout" tiles', { text: '"grey grout" tiles' }],
    ['type:photo', { types: ['photo'] }],
    ['Type:Receipts', { kinds: ['receipt'] }],
    ['type:warranties boiler', { text: 'boiler', kinds: ['warranty'] }],
    ['type:research type:questions tile', { text: 'tile', types: ['finding', 'question'] }],
    ['type:quote', { types: ['quote'], kinds: ['quote'] }],
    ['type:costs type:text oven', { text: 'oven', types: ['cost', 'reading'] }],
    ['step:demolition skip', { text: 'skip', step: 'demolition' }],
    ['step:"strip out" skip', { text: 'skip', step: 'strip out' }],
    ['by:anna', { by: 'anna' }],
    ['before:2026-05', { until: '2026-05-01' }],
    ['after:2026', { from: '2026-01-01' }],
    ['on:2026-02-28', { from: '2026-02-28', until: '2026-03-01' }],
    ['on:2026-12', { from: '2026-12-01', until: '2027-01-01' }],
    ['on:9999-12-31', { from: '9999-12-31' }],
    ['on:9999', { from: '9999-01-01' }],
    // What every object has by nature is no type.
    ['type:constructor tap', { text: 'type:constructor tap' }],
    ['type:photo,__proto__ tap', { text: 'type:photo,__proto__ tap' }],
    ['amount>500', { amounts: [{ comparison: '>', value: 500 }] }],
    [
      'amount>=1,200.50 amount<2000 oven',
      {
        text: 'oven',
        amounts: [
          { comparison: '>=', value: 1200.5 },
          { comparison: '<', value: 2000 },
        ],
      },
    ],
  ])('%s', (typed, expected) => {
    expect(parseQuestion(typed, TODAY)).toEqual({ ...NOTHING, ...expected });
  });

  test.each([
    ['before:12.05.2026', { until: '2026-05-12' }],
    ['after:12/05/2026', { from: '2026-05-12' }],
    ['after:2026/05/12', { from: '2026-05-12' }],
    ['on:05/2026', { from: '2026-05-01', until: '2026-06-01' }],
    ['on:"May 2026" tap', { text: 'tap', from: '2026-05-01', until: '2026-06-01' }],
    ['before:may-2026', { until: '2026-05-01' }],
    ['before:"12 May 2026"', { until: '2026-05-12' }],
    ['on:dezember-2025', { from: '2025-12-01', until: '2026-01-01' }],
    ['on:today', { from: '2026-11-26', until: '2026-11-27' }],
    ['after:yesterday', { from: '2026-11-25' }],
    ['on:may', { from: '2026-05-01', until: '2026-06-01' }],
    ['on:december', { from: '2025-12-01', until: '2026-01-01' }],
    ['amount > 500 oven', { text: 'oven', amounts: [{ comparison: '>', value: 500 }] }],
    ['amount>€500', { amounts: [{ comparison: '>', value: 500 }] }],
    ['amount<=500€', { amounts: [{ comparison: '<=', value: 500 }] }],
    ['type:photo,invoices', { types: ['photo'], kinds: ['invoice'] }],
    ['oven amount > ', { text: 'oven' }],
  ])('days and amounts as people say them: %s', (typed, expected) => {
    expect(parseQuestion(typed, TODAY)).toEqual({ ...NOTHING, ...expected });
  });

  test.each([
    'before:2026-13 x',
    'before:marketing x',
    'type:photo,banana x',
    'the amount owed x',
    'amount>lots x',
    'type:banana x',
    'https://example.org x',
    'note: x',
  ])('what is no filter is looked for as it stands: %s', (typed) => {
    expect(parseQuestion(typed, TODAY)).toEqual({ ...NOTHING, text: typed });
  });

  test.each(['oven type:', 'oven type:ph', 'oven before:20', 'oven amount>'])(
    'a filter that is still being typed hides nothing: %s',
    (typed) => {
      expect(parseQuestion(typed, TODAY)).toEqual({ ...NOTHING, text: 'oven' });
    },
  );

  test('a word that only begins like a filter is a word', () => {
    expect(parseQuestion('amount', TODAY).text).toBe('amount');
    expect(parseQuestion('step by', TODAY).text).toBe('step by');
  });
});
