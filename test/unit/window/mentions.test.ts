// Who is spoken to in a comment: the name that is being typed, the names that stand in it, and only those who can read it.
import { describe, expect, it } from 'vitest';
import { recordAs } from '../../../domain/records/registry.ts';
import { peopleOf, readersOf } from '../../../domain/spaces/readers.ts';
import { partySpace, privateSpace } from '../../../domain/spaces/space.ts';
import {
  matching,
  mentionAt,
  mentionsIn,
  partsOfText,
  withMention,
} from '../../../src-renderer/comments/mention-text.ts';
import { ANNA, aRecord, BEN, JOURNEY, MILLER } from '../../support/records.ts';

const PEOPLE = [
  { id: ANNA, name: 'Anna' },
  { id: BEN, name: 'Anna Lee' },
  { id: MILLER, name: 'Miller & Söhne' },
];

describe('a name being typed', () => {
  it('begins with an @ at the beginning of a word, and ends with the line', () => {
    expect(mentionAt('Hello @an', 9)).toEqual({ from: 6, query: 'an' });
    expect(mentionAt('@', 1)).toEqual({ from: 0, query: '' });
    expect(mentionAt('(@Anna L', 8)).toEqual({ from: 1, query: 'Anna L' });
    for (const text of ['anna@example.org', 'Hello', '@Anna\nand', 'a@b'])
      expect(mentionAt(text, text.length)).toBeNull();
    expect(mentionAt('@anna', 0)).toBeNull();
  });

  it('is looked for at the beginning of each of its words, and put in whole', () => {
    expect(matching(PEOPLE, 'sö').map(({ id }) => id)).toEqual([MILLER]);
    expect(matching(PEOPLE, 'nna')).toEqual([]);
    expect(withMention('Hi @an, look', { from: 3, query: 'an' }, 'Anna')).toEqual({
      text: 'Hi @Anna , look',
      caret: 9,
    });
    expect(withMention('@an there', { from: 0, query: 'an' }, 'Anna')).toEqual({ text: '@Anna there', caret: 6 });
  });

  it('means the longest name that stands there, once, and no part of a word', () => {
    expect(mentionsIn('@Anna Lee and @Anna, @Anna', PEOPLE)).toEqual([BEN, ANNA]);
    expect(mentionsIn('@Annalena, mail@Anna', PEOPLE)).toEqual([]);
    const text = 'Ask @Miller & Söhne: when?';
    const parts = partsOfText(text, PEOPLE);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.map(({ who }) => who)).toEqual([null, MILLER, null]);
  });
});

describe('who reads a space', () => {
  const MILLERS = partySpace(JOURNEY, 'party_01890000-0000-7000-8000-0000000000e1');
  const OTHERS = partySpace(JOURNEY, 'party_01890000-0000-7000-8000-0000000000e2');
  const SCHMIDT = 'person_01890000-0000-7000-8000-00000000000d';
  const VIEWER = 'person_01890000-0000-7000-8000-00000000000e';
  const card = (id: string, space: string, role: string) => {
    const made = recordAs('person', aRecord({ id, type: 'person', space, body: { name: id, role } }));
    if (made === null) throw new Error('no card');
    return made;
  };
  const party = (space: string, person: string | null) => {
    const body = { name: 'x', trade: '', space, person };
    const made = recordAs('party', aRecord({ id: 'party_1', type: 'party', space: privateSpace(JOURNEY), body }));
    if (made === null) throw new Error('no party');
    return made;
  };
  const known = {
    journey: JOURNEY,
    cards: [
      card(ANNA, JOURNEY, 'owner'),
      card(BEN, 'home_01890000-0000-7000-8000-000000000001', 'family'),
      card(MILLER, MILLERS, 'contractor'),
      card(VIEWER, JOURNEY, 'viewer'),
    ],
    parties: [party(MILLERS, MILLER), party(OTHERS, SCHMIDT)],
  };
  const read = (space: string) => [...readersOf(space, known)].toSorted();

  it('is its kind’s: family, all on the journey, or family and one contractor', () => {
    expect(read(privateSpace(JOURNEY))).toEqual([ANNA, BEN]);
    expect(read(MILLERS)).toEqual([ANNA, BEN, MILLER]);
    expect(read(OTHERS)).toEqual([ANNA, BEN, SCHMIDT]);
    expect(read(JOURNEY)).toEqual([ANNA, BEN, MILLER, SCHMIDT, VIEWER]);
    expect(peopleOf(known).size).toBe(5);
  });

  it('of another journey nobody but family of this one', () => {
    const other = `journey_01890000-0000-7000-8000-0000000000ff`;
    const elsewhere = { ...card(VIEWER, other, 'family'), journey: other };
    expect(readersOf(privateSpace(JOURNEY), { ...known, cards: [...known.cards, elsewhere] }).has(VIEWER)).toBe(false);
  });
});
