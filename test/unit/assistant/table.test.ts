// The reader and the assistant's table: the half that may be read stays read right, and nothing is ever written unasked.
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../domain/assistant/reading.ts';
import { readMessage } from '../../../domain/assistant/reader.ts';
import { readDates } from '../../../src-renderer/data/date-reader.ts';
import { bareText, isRight, isWrongWrite, scoreOf } from '../../assistant/compare.ts';
import { houseOfWorld } from '../../assistant/house-of-world.ts';
import { asks, choose, does, eur, type Row, unread } from '../../assistant/rows.ts';
import { seenDe } from '../../assistant/seen-de.ts';
import { seenEn } from '../../assistant/seen-en.ts';
import { seenEs } from '../../assistant/seen-es.ts';

const seen = [...seenEn, ...seenDe, ...seenEs];
const houses = { en: houseOfWorld('en'), de: houseOfWorld('de'), es: houseOfWorld('es') };
const read = ({ says, lang }: Row): Reading => readMessage(says, houses[lang], { dates: readDates });

it('reads at least 95 of 100 sentences right', () => {
  const { rows, right } = scoreOf(seen, read);
  expect(right / rows).toBeGreaterThanOrEqual(0.95);
});

it('proposes no act for a sentence that is ambiguous, wrong or irrelevant', () => {
  expect(seen.filter((row) => isWrongWrite(read(row), row)).map(({ says }) => says)).toEqual([]);
});

describe('the comparer', () => {
  const add: Reading = { does: [{ act: 'cost.add', name: 'The  grout!', money: { minor: 4_200, currency: 'EUR' } }] };

  it('takes texts for the same without case, punctuation and articles, and amounts in minor units', () => {
    expect(isRight(add, does({ act: 'cost.add', name: 'grout', money: eur('42.00') }))).toBe(true);
    expect(bareText('Die Küche, bitte!')).toBe('küche bitte');
  });

  it('is strict about a field too many, one too few, and another amount', () => {
    expect(isRight(add, does({ act: 'cost.add', name: 'grout', money: eur('42.00'), paid: true }))).toBe(false);
    expect(isRight({ does: [{ act: 'undo' }, { act: 'undo' }] }, does({ act: 'undo' }))).toBe(false);
    expect(isRight(add, does({ act: 'cost.add', name: 'grout', money: eur('42.01') }))).toBe(false);
    expect(isRight(add, unread)).toBe(false);
  });

  it('goes by names for keys, and does not mind the order of what may be chosen', () => {
    const option = (value: string) => ({ value, label: '', means: { unread: true } as const });
    const reading: Reading = {
      choose: {
        what: 'step',
        options: [option('step|Kitchen|Plumbing'), option('step|Kitchen|Electrics')],
        pending: { drafts: [], holes: [] },
      },
    };
    expect(isRight(reading, choose('step', 'Electrics', 'Plumbing'))).toBe(true);
    expect(isRight(reading, choose('step', 'Electrics'))).toBe(false);
    expect(
      isRight(
        { asks: { question: 'owed', payee: 'contractor|Volt Electric' } },
        asks({ question: 'owed', payee: 'Volt Electric' }),
      ),
    ).toBe(true);
  });

  it('calls acts unasked when the row wanted a question or nothing', () => {
    expect(isWrongWrite(add, { expect: unread })).toBe(true);
    expect(isWrongWrite({ unread: true }, { expect: unread })).toBe(false);
  });
});
