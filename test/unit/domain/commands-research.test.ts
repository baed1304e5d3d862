// Research as records: one finding for one page, prices that are added and never overwritten, one cost however often it is confirmed.
import { describe, expect, it } from 'vitest';
import { findingKey, webpageKey } from '../../../domain/commands/finding.ts';
import { definitionByType } from '../../../domain/records/registry.ts';
import type { SeenPrice } from '../../../domain/records/research.ts';
import { currentPrice, priceHistory } from '../../../domain/research/price.ts';
import { may } from '../../../domain/spaces/may.ts';
import { partySpace, privateSpace } from '../../../domain/spaces/space.ts';
import { mergeRecords } from '../../../domain/sync/merge.ts';
import { eur } from '../../support/amounts.ts';
import { aJourney } from '../../support/a-journey.ts';
import type { DeedWorld } from '../../support/deed-world.ts';
import { ANNA, JOURNEY, MILLER, stampAt } from '../../support/records.ts';

const URL_OF = 'https://shop.example/slate?size=60';
const KEY = findingKey(JOURNEY, URL_OF);
const price = (minor: number, more: Partial<SeenPrice> = {}): SeenPrice => ({
  amount: eur(minor),
  unit: 'm²',
  quantity: 1_440,
  from: 'page',
  ...more,
});
const page = (text = 'Through-coloured') => ({
  url: URL_OF,
  title: 'Slate floor tile',
  byline: '',
  language: 'en',
  blocks: [{ kind: 'text' as const, text }],
  isCut: false,
});

const asked = (search = true) => {
  const world = aJourney();
  const [question = ''] = world.done('question.ask', {
    journey: JOURNEY,
    text: 'Slate tiles',
    kind: 'product',
    search,
  }).keys;
  return { world, question };
};
const saved = () => {
  const { world, question } = asked();
  save(world, { question });
  return { world, question };
};
const save = (world: DeedWorld, more: { readonly url?: string; readonly question?: string } = {}) =>
  world.run('finding.save', {
    journey: JOURNEY,
    url: URL_OF,
    title: 'Slate floor tile',
    site: 'shop.example',
    snippet: '',
    kind: 'product',
    ...more,
  });

it('a finding that is saved again has what a person made of it, as a new one and back from the trash', () => {
  const own = { state: 'shortlisted' as const, tags: ['R11'], notes: 'Heavy', prices: { '5': price(4_200) } };
  const again = (world: DeedWorld) =>
    world.run('finding.save', {
      journey: JOURNEY,
      url: URL_OF,
      title: 'Slate floor tile',
      site: 'shop.example',
      snippet: '',
      kind: 'product',
      own,
    });
  const fresh = aJourney();
  expect(again(fresh)).toMatchObject({ ok: true });
  expect(fresh.records.get(KEY)?.body).toMatchObject(own);
  const { world } = saved();
  world.done('record.trash', { key: KEY });
  expect(again(world)).toMatchObject({ ok: true });
  expect(world.records.get(KEY)).toMatchObject({ trashedAt: 0, body: own });
});

describe('a question', () => {
  it('waits for a provider, or not, and keeps what came back', () => {
    const { world, question } = asked();
    expect(world.one('question', question).body).toMatchObject({ search: 'wanted', askedBy: ANNA, results: [] });
    expect(asked(false).world.all('question')[0]?.body.search).toBe('none');
    const results = [{ url: URL_OF, title: 'Slate', snippet: 'R11' }];
    world.done('question.answer', { key: question, provider: 'brave', results });
    expect(world.one('question', question).body).toMatchObject({ search: 'answered', results, provider: 'brave' });
    world.done('question.search', { key: question, wanted: true });
    expect(world.one('question', question).body).toMatchObject({ search: 'wanted', results });
    world.done('question.search', { key: question, wanted: false });
    expect(world.one('question', question).body.search).toBe('answered');
  });

  it('tells its history what was asked and not what the provider said', () => {
    const { world, question } = asked();
    const { events } = world.done('question.answer', {
      key: question,
      provider: 'brave',
      results: [{ url: URL_OF, title: 'Slate', snippet: '' }],
    });
    const fields = events.flatMap((key) =>
      world.one('event', key).body.changes.flatMap((change) => Object.keys(change.fields)),
    );
    expect(fields).toContain('provider');
    expect(fields).not.toContain('results');
  });

  it.each([' ', 'x'.repeat(401)])('of no use is refused', (text) => {
    expect(aJourney().run('question.ask', { journey: JOURNEY, text, kind: 'product', search: true })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['text'] },
    });
  });
});

describe('a finding', () => {
  it('is one for one page, however often it is saved', () => {
    const { world } = saved();
    expect(save(world)).toMatchObject({ ok: false, error: { type: 'AlreadyThere' } });
    expect(world.all('finding').map(({ key }) => key)).toEqual([KEY]);
    expect(save(world, { url: `${URL_OF}&colour=grey` }).ok).toBe(true);
    expect(world.all('finding').length).toBe(2);
  });

  it('comes back from the trash with what was kept of it', () => {
    const { world } = saved();
    world.done('finding.edit', { key: KEY, set: { notes: 'Heavy', tags: ['R11'] } });
    world.done('record.trash', { key: KEY });
    expect(save(world).ok).toBe(true);
    expect(world.one('finding', KEY)).toMatchObject({ trashedAt: 0, body: { notes: 'Heavy', tags: ['R11'] } });
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://anna:secret@shop.example/',
    'https://',
    'shop.example',
    `https://shop.example/${'x'.repeat(2_000)}`,
  ])('has a web address: %s is none', (url) => {
    expect(save(aJourney(), { url })).toMatchObject({ error: { type: 'InputInvalid', fields: ['url'] } });
  });

  it('lives with the family, and no guest may make, read or be shared one', () => {
    const { world } = saved();
    for (const type of ['question', 'finding', 'webpage'] as const) {
      expect(definitionByType[type].spaces).toEqual(['private']);
      for (const role of ['contractor', 'viewer'] as const)
        for (const kind of ['journey', 'party', 'private', 'home'] as const) {
          const after = { ...world.one('finding', KEY), type, by: MILLER, createdBy: MILLER };
          expect(may({ role, kind, type, before: null, after, removed: false, caller: [MILLER] }).ok).toBe(false);
        }
    }
    const space = partySpace(JOURNEY, 'party_01890000-0000-7000-8000-0000000000e1');
    expect(world.run('record.share', { key: KEY, to: space })).toMatchObject({
      ok: false,
      error: { type: 'NotAllowed' },
    });
  });
});

describe('prices', () => {
  const looked = () => {
    const { world } = saved();
    world.done('finding.look', { key: KEY, price: price(5_170), page: page() });
    return world;
  };

  it('are added with their dates; the same again is no new one', () => {
    const world = looked();
    world.wait(86_400_000);
    world.done('finding.look', { key: KEY, price: price(5_170), page: null });
    expect(priceHistory(world.one('finding', KEY).body.prices).length).toBe(1);
    world.wait(86_400_000);
    world.done('finding.look', { key: KEY, price: price(4_990), page: null });
    const { prices, checkedAt } = world.one('finding', KEY).body;
    expect(priceHistory(prices).map(({ amount }) => amount.minor)).toEqual([5_170, 4_990]);
    expect(checkedAt).toBe(currentPrice(prices)?.at);
    world.done('finding.price', { key: KEY, price: { amount: eur(4_500), unit: 'm²', quantity: 1_440 } });
    expect(currentPrice(world.one('finding', KEY).body.prices)).toMatchObject({ from: 'person', amount: eur(4_500) });
  });

  it('stay when a page names none any more, and its text stays when it gives none', () => {
    const world = looked();
    world.done('finding.look', { key: KEY, price: null, page: null });
    expect(world.one('finding', KEY).body).toMatchObject({ page: 'kept' });
    expect(currentPrice(world.one('finding', KEY).body.prices)?.amount).toEqual(eur(5_170));
    expect(world.one('webpage', webpageKey(KEY)).body.blocks).toEqual([{ kind: 'text', text: 'Through-coloured' }]);
    world.done('finding.look', { key: KEY, price: null, page: page('New words') });
    expect(world.one('webpage', webpageKey(KEY)).body.blocks).toEqual([{ kind: 'text', text: 'New words' }]);
  });

  it('that two devices saw while apart both stand, and no clock takes one away', () => {
    const world = looked();
    const base = world.one('finding', KEY);
    const [first = ''] = Object.keys(base.body.prices);
    const seen = (at: number, minor: number, ms: number) => ({
      ...base,
      stamp: stampAt(ms),
      body: { ...base.body, prices: { ...base.body.prices, [String(at)]: price(minor) } },
    });
    const merged = mergeRecords({
      base,
      theirs: seen(Number(first) + 1, 4_000, 9_000_000),
      mine: seen(Number(first) + 2, 4_100, 8_000_000),
      mint: () => stampAt(9_500_000),
      mergeText: (_base, theirs) => theirs,
    });
    expect(Object.keys(merged.body['prices'] ?? {}).length).toBe(3);
    expect(merged.past.superseded ?? []).toEqual([]);
  });

  it('are kept in number', () => {
    const world = looked();
    for (let day = 1; day <= 120; day += 1) world.done('finding.look', { key: KEY, price: price(day), page: null });
    const history = priceHistory(world.one('finding', KEY).body.prices);
    expect(history.length).toBe(100);
    expect(history.at(-1)?.amount.minor).toBe(120);
  });

  it('name it by its page until a person does', () => {
    const world = aJourney();
    world.done('finding.save', {
      journey: JOURNEY,
      url: URL_OF,
      title: 'shop.example',
      site: 'shop.example',
      snippet: '',
      kind: 'product',
    });
    world.done('finding.look', { key: KEY, price: null, site: 'Tile House', page: page() });
    expect(world.one('finding', KEY).body).toMatchObject({ title: 'Slate floor tile', site: 'Tile House' });
    world.done('finding.edit', { key: KEY, set: { title: 'Our tile' } });
    world.done('finding.look', { key: KEY, price: null, page: page() });
    expect(world.one('finding', KEY).body.title).toBe('Our tile');
  });
});

describe('choosing', () => {
  it('decides the question, and leaves it open again when nothing is chosen any more', () => {
    const { world, question } = saved();
    const state = () => world.one('question', question).body.state;
    world.done('finding.mark', { key: KEY, state: 'shortlisted' });
    expect(state()).toBe('open');
    world.done('finding.mark', { key: KEY, state: 'chosen' });
    expect(state()).toBe('decided');
    world.done('finding.mark', { key: KEY, state: 'rejected' });
    expect(state()).toBe('open');
  });

  it('becomes one cost, however often it is confirmed, and a new one after that went to the trash', () => {
    const { world, question } = saved();
    const cost = {
      description: 'Slate floor tile',
      amount: eur(31_020),
      category: 'tiling',
      vendor: 'Tile House',
      step: null,
      state: 'due' as const,
      date: null,
    };
    world.done('finding.cost', { key: KEY, cost });
    expect(world.run('finding.cost', { key: KEY, cost })).toMatchObject({ error: { type: 'AlreadyThere' } });
    const [made] = world.all('cost');
    expect(world.all('cost').length).toBe(1);
    expect(made).toMatchObject({ space: privateSpace(JOURNEY), body: { amount: eur(31_020), receipt: null } });
    expect(world.one('finding', KEY).body).toMatchObject({ state: 'chosen', made: made?.key });
    expect(world.one('question', question).body.state).toBe('decided');
    world.done('record.trash', { key: made?.key ?? '' });
    world.done('finding.cost', { key: KEY, cost: { ...cost, amount: eur(100), state: 'paid' } });
    expect(world.all('cost')).toMatchObject([{ trashedAt: 0, body: { amount: eur(100) } }]);
    expect(world.one('finding', KEY).body.state).toBe('bought');
  });
});

describe('the choice', () => {
  const others = () => {
    const { world, question } = saved();
    save(world, { url: 'https://shop.example/schist', question });
    save(world, { url: 'https://shop.example/marble', question });
    const [schist, marble] = ['schist', 'marble'].map((name) => findingKey(JOURNEY, `https://shop.example/${name}`));
    world.done('finding.mark', { key: KEY, state: 'shortlisted' });
    world.done('finding.mark', { key: schist ?? '', state: 'shortlisted' });
    world.done('finding.edit', { key: schist ?? '', set: { title: 'Schist floor tile' } });
    return { world, question, schist: schist ?? '', marble: marble ?? '' };
  };

  it('is kept as one decision between what was in the running, with its reason', () => {
    const { world, question } = others();
    world.done('finding.select', { key: KEY, question, why: 'Frost-proof' });
    const [decision] = world.all('decision');
    expect(decision).toMatchObject({
      space: privateSpace(JOURNEY),
      id: `decision_${question.split('_').at(-1) ?? ''}`,
    });
    expect(decision?.body).toMatchObject({
      question: 'Slate tiles',
      decided: { name: 'Slate floor tile', why: 'Frost-proof' },
    });
    expect(Object.values(decision?.body.alternatives ?? {}).map(({ name }) => name)).toEqual([
      'Slate floor tile',
      'Schist floor tile',
    ]);
    expect(world.one('finding', KEY).body.state).toBe('chosen');
    expect(world.one('question', question).body.state).toBe('decided');
  });

  it('said again is the same decision; decided otherwise later it is that one too, and both stay among its alternatives', () => {
    const { world, question, schist } = others();
    world.done('finding.select', { key: KEY, question, why: 'Frost-proof' });
    const first = world.all('decision')[0];
    expect(world.done('finding.select', { key: KEY, question, why: 'Frost-proof' }).keys).toEqual([]);
    world.done('finding.mark', { key: KEY, state: 'rejected' });
    world.done('finding.select', { key: schist, question, why: 'It was sold out' });
    expect(world.all('decision').length).toBe(1);
    expect(world.one('decision', first?.key).body).toMatchObject({
      decided: { name: 'Schist floor tile', why: 'It was sold out' },
    });
    expect(Object.keys(world.one('decision', first?.key).body.alternatives).length).toBe(2);
  });

  it('of a finding without a question is its own', () => {
    const world = aJourney();
    save(world);
    world.done('finding.select', { key: KEY, question: null, why: '' });
    expect(world.all('decision')[0]?.body).toMatchObject({
      question: 'Slate floor tile',
      decided: { name: 'Slate floor tile' },
    });
  });

  it('for a question that it does not answer is refused', () => {
    const { world } = others();
    expect(world.run('finding.select', { key: KEY, question: null, why: '' })).toMatchObject({
      error: { type: 'InputInvalid', fields: ['question'] },
    });
  });
});
