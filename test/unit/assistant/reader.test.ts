// The reader turns sentences into acts, questions and questions back.
import { expect, it } from 'vitest';
import type { House } from '../../../domain/assistant/house.ts';
import { readAnswer, readMessage } from '../../../domain/assistant/reader.ts';
import { houseOfWorld } from '../../assistant/house-of-world.ts';

const empty: House = {
  today: '2026-05-13',
  lang: 'en',
  speaker: 'anna',
  journey: null,
  currency: 'EUR',
  people: [{ key: 'anna', name: 'Anna' }],
  contractors: [],
  journeys: [],
  costs: [],
  quotes: [],
  tasks: [],
  decisions: [],
  templates: [],
};

it.each(['undo', 'Undo that.'])('reads "%s" without a house', (text) => {
  expect(readMessage(text, empty, { dates: () => [] })).toEqual({ does: [{ act: 'undo' }] });
});

it('works out no more endings than anyone answers to: a message with doubt upon doubt is kept and not read', () => {
  const house = houseOfWorld('en');
  for (const many of [3, 29]) {
    const reading = readMessage('pay have we spent on '.repeat(many), house, { dates: () => [] });
    expect(JSON.stringify(reading).length).toBeLessThan(200_000);
    expect('unread' in reading).toBe(many === 29);
  }
});

it('reads a message that answers nothing as one of its own', () => {
  const choose = { what: 'step', options: [], pending: { drafts: [], holes: [] } } as const;
  expect(readAnswer({ text: 'undo', choose }, empty, { dates: () => [] })).toEqual({
    does: [{ act: 'undo' }],
  });
});
