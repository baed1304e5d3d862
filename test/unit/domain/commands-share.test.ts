// Widening shares the body and nothing else, and only from private.
import { describe, expect, it } from 'vitest';
import { journeyMoney } from '../../../domain/journey/money.ts';
import { bookedCosts } from '../../../domain/money/booked.ts';
import { partySpace, privateSpace } from '../../../domain/spaces/space.ts';
import { aJourney, addPhoto, addStep, costInput } from '../../support/a-journey.ts';
import { undoIn } from '../../support/deed-world.ts';
import { JOURNEY, stampAt } from '../../support/records.ts';

const aParty = (world: ReturnType<typeof aJourney>) => {
  const [inPrivate = '', inParty = ''] = world.done('party.add', {
    journey: JOURNEY,
    name: 'Miller Plumbing',
    trade: 'plumbing',
  }).keys;
  return { inPrivate, inParty, space: world.one('party', inPrivate).body.space };
};

describe('record.share', () => {
  it('copies the body under the same id, without history, and names the copy on the original', () => {
    const world = aJourney();
    const step = addStep(world, 'Tiles');
    const key = addPhoto(world, { parent: step, caption: 'before' });
    const photo = world.one('photo', key);
    world.records.set(key, {
      ...photo,
      past: { superseded: [{ field: 'caption', value: 'secret', by: photo.by, stamp: stampAt(1) }] },
    });
    world.done('record.share', { key, to: JOURNEY });
    const copy = world.one('photo', `${JOURNEY}|${photo.id}`);
    expect(copy).toMatchObject({ space: JOURNEY, id: photo.id, parent: step, past: {}, body: photo.body });
    expect(copy.body).not.toHaveProperty('movedTo');
    expect(world.one('photo', key).body.movedTo).toBe(copy.key);
    expect(world.run('record.share', { key, to: JOURNEY })).toMatchObject({ error: { type: 'AlreadyThere' } });
  });

  it('tells the wider space nothing of what is private: no key, no earlier value, no reading', () => {
    const world = aJourney();
    const party = aParty(world);
    const mail = `${privateSpace(JOURNEY)}|document_01890000-0000-7000-8000-0000000000aa`;
    const receipt = addPhoto(world, { mail });
    world.done('reading.save', { of: receipt, sha: 'a'.repeat(64), language: 'eng', pages: [], guess: null });
    const note = { space: privateSpace(JOURNEY), journey: JOURNEY, parent: receipt, text: 'Too dear, ask Lindner' };
    const [noted] = world.done('comment.add', note).keys;
    const [key = ''] = world.done('cost.add', costInput({ receipt, step: addStep(world, 'Tiles') })).keys;
    world.done('record.share', { key, to: party.space });
    world.done('record.share', { key: receipt, to: party.space });
    const shared = [...world.records.values()].filter(({ space }) => space === party.space);
    expect(shared.map(({ type }) => type).toSorted()).toEqual(['cost', 'event', 'event', 'event', 'party', 'photo']);
    expect(JSON.stringify(shared)).not.toContain('private_');
    // What the family said of it stays with the family, where it was said.
    expect(JSON.stringify(shared)).not.toContain('Lindner');
    expect(world.one('comment', noted)).toMatchObject({ parent: receipt, body: { text: 'Too dear, ask Lindner' } });
    expect(shared.find(({ type }) => type === 'cost')?.body).toMatchObject({ receipt: null, amount: { minor: 4_210 } });
  });

  it('keeps with the family how a cost counts: its category and its rate are not in the copy, and no figure changes', () => {
    const world = aJourney();
    const party = aParty(world);
    const rate = { value: '0.9', to: 'EUR', on: '2026-05-01' };
    const amount = { minor: 10_000, currency: 'USD' };
    const input = costInput({ amount, rate, description: 'Wall tiles', category: 'permits' });
    const [key = ''] = world.done('cost.add', input).keys;
    const money = () =>
      journeyMoney({
        currency: 'EUR',
        costs: bookedCosts(world.all('cost'), world.all('allocation')),
        budget: null,
      });
    const before = money();
    expect(before.byCategory).toMatchObject([{ category: 'permits', spent: { minor: 9_000 } }]);
    const deed = world.done('record.share', { key, to: party.space });
    const copy = world.one('cost', world.one('cost', key).body.movedTo ?? '');
    expect(copy.body).toMatchObject({ amount, category: 'tiling' });
    expect(copy.body).not.toHaveProperty('rate');
    const shared = [...world.records.values()].filter(({ space }) => space === party.space);
    expect(JSON.stringify(shared)).not.toMatch(/permits|0\.9/);
    expect(money()).toEqual(before);
    expect(undoIn(world, deed)).toMatchObject({ ok: true });
    expect(world.all('allocation').every(({ trashedAt }) => trashedAt !== 0)).toBe(true);
    expect(money()).toEqual(before);
  });

  it('brings a copy back from the trash with what is shared now', () => {
    const world = aJourney();
    const key = addPhoto(world, { caption: 'old' });
    world.done('record.share', { key, to: JOURNEY });
    const copy = world.one('photo', key).body.movedTo ?? '';
    world.done('record.trash', { key: copy });
    world.done('photo.edit', { key, set: { caption: 'new' } });
    world.done('record.share', { key, to: JOURNEY });
    expect(world.one('photo', copy)).toMatchObject({ trashedAt: 0, body: { caption: 'new' } });
  });

  it('refuses every way that is not wider or not the record’s', () => {
    const world = aJourney();
    const { space } = aParty(world);
    const other = partySpace(JOURNEY, 'party_01890000-0000-7000-8000-0000000000ee');
    const shared = addPhoto(world, { space });
    const step = addStep(world, 'Tiles');
    const [cost = ''] = world.done('cost.add', costInput()).keys;
    const refusals = [
      { key: shared, to: JOURNEY },
      { key: shared, to: other },
      { key: shared, to: privateSpace(JOURNEY) },
      { key: step, to: privateSpace(JOURNEY) },
      { key: cost, to: JOURNEY },
      { key: addPhoto(world), to: 'journey_01890000-0000-7000-8000-0000000000ff' },
    ];
    const answers = refusals.map((refusal) => world.run('record.share', refusal));
    expect(answers.map((answer) => (answer.ok ? refusals[answers.indexOf(answer)] : answer.error.type))).toEqual(
      refusals.map(() => 'NotAllowed'),
    );
  });
});

describe('parties and people', () => {
  it('a party is kept for the family and for itself, and joining marks both', () => {
    const world = aJourney();
    const { inPrivate, inParty, space } = aParty(world);
    expect(space).toBe(partySpace(JOURNEY, world.one('party', inParty).id));
    const person = 'person_01890000-0000-7000-8000-00000000000c';
    world.done('party.joined', { key: inParty, person });
    expect([inPrivate, inParty].map((key) => world.one('party', key).body.person)).toEqual([person, person]);
  });

  it('a person set twice is one person', () => {
    const world = aJourney();
    const id = 'person_01890000-0000-7000-8000-00000000000a';
    world.done('person.set', { space: JOURNEY, id, name: 'Anna', role: 'owner' });
    world.done('person.set', { space: JOURNEY, id, name: 'Anna W.', role: 'owner' });
    expect(world.all('person').map(({ body }) => body.name)).toEqual(['Anna W.']);
  });
});
