// The reader turns sentences into acts, questions and questions back.
import { expect, it } from 'vitest';
import type { House } from '../../../domain/assistant/house.ts';
import { readAnswer, readMessage } from '../../../domain/assistant/reader.ts';

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

it('reads a message that answers nothing as one of its own', () => {
  const choose = { what: 'step', options: [], pending: { drafts: [], holes: [] } } as const;
  expect(readAnswer({ text: 'undo', choose }, empty, { dates: () => [] })).toEqual({
    does: [{ act: 'undo' }],
  });
});
