// Readings: one per picture however often it is read, and an offer that is answered once.
import { describe, expect, it } from 'vitest';
import type { CommandInput } from '../../../domain/commands/registry.ts';
import { aJourney, addPhoto } from '../../support/a-journey.ts';

const total = { minor: 4_210, currency: 'EUR' };
const read = (of: string, guess: CommandInput<'reading.save'>['guess']): CommandInput<'reading.save'> => ({
  of,
  sha: 'a'.repeat(64),
  language: 'eng',
  pages: [],
  guess,
});
const offer = { total, date: '2026-05-12', vendor: 'Fliesen Kontor' };
const cost = {
  description: 'Tiles',
  amount: total,
  category: 'tiling',
  vendor: 'Fliesen Kontor',
  step: null,
  state: 'paid' as const,
  date: '2026-05-12',
};

const aReading = () => {
  const world = aJourney();
  const photo = addPhoto(world);
  const [key = ''] = world.done('reading.save', read(photo, offer)).keys;
  return { world, photo, key };
};

describe('reading.save', () => {
  it('keeps the words in the reading alone: its event says that it was read, not again what', () => {
    const world = aJourney();
    const photo = addPhoto(world);
    const word: [string, number, number, number, number, number] = ['Zinnober', 0, 0, 9, 9, 90];
    const page = { width: 10, height: 10, source: 'ocr' as const, text: 'Zinnober', words: [word] };
    world.done('reading.save', { ...read(photo, offer), pages: [page] });
    expect(JSON.stringify(world.all('reading'))).toContain('Zinnober');
    expect(JSON.stringify(world.all('event'))).toContain('reading.save');
    expect(JSON.stringify(world.all('event'))).not.toContain('Zinnober');
  });

  it('makes one reading beside its picture, open when a total was read', () => {
    const { world, photo, key } = aReading();
    world.done('reading.save', read(photo, offer));
    expect(world.all('reading')).toHaveLength(1);
    expect(world.one('reading', key)).toMatchObject({
      parent: photo,
      space: world.one('photo', photo).space,
      body: { offer: 'open' },
    });
    world.done('reading.save', read(photo, { ...offer, total: null }));
    expect(world.one('reading', key).body.offer).toBe('none');
  });

  it('never asks again what was answered', () => {
    const dismissed = aReading();
    dismissed.world.done('reading.dismiss', { key: dismissed.key });
    dismissed.world.done('reading.save', read(dismissed.photo, offer));
    expect(dismissed.world.one('reading', dismissed.key).body.offer).toBe('dismissed');
    const taken = aReading();
    taken.world.done('reading.accept', { key: taken.key, cost });
    taken.world.done('reading.save', read(taken.photo, offer));
    expect(taken.world.one('reading', taken.key).body.offer).toBe('taken');
  });
});

describe('reading.accept', () => {
  it('makes the cost with its receipt and closes the offer in one deed', () => {
    const { world, photo, key } = aReading();
    const deed = world.done('reading.accept', { key, cost });
    expect(deed.keys).toHaveLength(2);
    expect(
      world.all('cost').map(({ space, body }) => [space.startsWith('private_'), body.receipt, body.amount]),
    ).toEqual([[true, photo, total]]);
    expect(world.run('reading.accept', { key, cost })).toMatchObject({ error: { type: 'AlreadyThere' } });
    expect(world.all('cost')).toHaveLength(1);
  });

  it('names the cost’s own field when it does not fit', () => {
    const { world, key } = aReading();
    expect(world.run('reading.accept', { key, cost: { ...cost, category: '' } })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['category'] },
    });
  });
});
