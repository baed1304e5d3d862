// What waits for a network is asked when there is one, once, by the device it was asked on; what can't be helped waits for a person.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findingKey } from '../../../domain/commands/finding.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import type { LookedPage } from '../../../protocol/ipc/research.ts';
import type { SearchReply } from '../../../protocol/research/search.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { createResearchDesk, type ResearchDesk } from '../../../src-renderer/research/research-desk.ts';
import { aPerson, closeTestStores, openTestStore } from '../../support/open-test-store.ts';
import { JOURNEY } from '../../support/records.ts';

const REPLY: SearchReply = {
  provider: 'searxng',
  results: [{ url: 'https://shop.example/slate', title: 'Slate', snippet: 'R11' }],
};
const PAGE: LookedPage = {
  url: 'https://shop.example/slate',
  page: null,
  price: { amount: { minor: 3_590, currency: 'EUR' }, unit: 'm²', quantity: 1_000, from: 'page' },
  contact: '',
  site: 'Tile House',
};

let store: OpenStore;
let desk: ResearchDesk;
let searched: string[];
let looked: string[];
let answer: () => Promise<Result<SearchReply, Failure>>;
let page: Result<LookedPage, Failure>;
let time: number;
let timers: { readonly at: number; readonly call: () => void }[];
let stop: () => void;

/** Lets so much time pass; what was to be called back is. */
const pass = (ms: number): void => {
  time += ms;
  const due = timers.filter(({ at }) => at <= time);
  timers = timers.filter(({ at }) => at > time);
  for (const { call } of due) call();
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it asks for pages and the log, and for nothing else
const ask = (async (channel: string, { url = '' }: { readonly url?: string }) => {
  if (channel !== 'research.page') return ok(null);
  looked.push(url);
  return page;
}) as unknown as Bridge['ask'];

const begin = (me = store.me): void => {
  desk = createResearchDesk({
    store: { ...store, me },
    ask,
    web: {
      search: async (text) => {
        searched.push(text);
        return answer();
      },
    },
    now: () => time,
    later: (ms, call) => {
      const timer = { at: time + ms, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  });
  stop = desk.start();
};

beforeEach(async () => {
  store = await openTestStore();
  [searched, looked, timers] = [[], [], []];
  time = 1_000_000;
  answer = async () => ok(REPLY);
  page = ok(PAGE);
});
afterEach(async () => {
  stop();
  await closeTestStores();
});

const askQuestion = async (text = 'slate tiles'): Promise<string> => {
  const asked = await store.run('question.ask', { journey: JOURNEY, text, kind: 'product', search: true });
  return asked.ok ? (asked.value.keys[0] ?? '') : '';
};
const question = async (key: string): Promise<RecordOf<'question'>['body'] | undefined> =>
  recordAs('question', (await store.get(key)) ?? undefined)?.body;
const untilAnswered = async (key: string): Promise<void> => {
  await expect.poll(async () => (await question(key))?.search).toBe('answered');
};
const untilTrouble = async (key: string, type: string | null): Promise<void> => {
  await expect.poll(() => desk.troubles().get(key)?.type ?? null).toBe(type);
};

describe('a question', () => {
  test('is asked at once, and its answer is kept', async () => {
    begin();
    const key = await askQuestion();
    await untilAnswered(key);
    expect(await question(key)).toMatchObject({ provider: 'searxng', results: REPLY.results });
    expect(searched).toEqual(['slate tiles']);
  });

  test('that could not be asked is asked again later and later, and once the network is back; then it is told', async () => {
    const told: string[] = [];
    answer = async () => err({ type: 'ProviderUnreachable' });
    begin();
    desk.onAnswered(({ body }, count) => told.push(`${body.text}: ${count}`));
    const key = await askQuestion();
    await untilTrouble(key, 'ProviderUnreachable');
    pass(59_000);
    expect(searched.length).toBe(1);
    pass(1_000);
    await expect.poll(() => searched.length).toBe(2);
    pass(60_000);
    expect(searched.length).toBe(2);
    answer = async () => ok(REPLY);
    desk.wake();
    await untilAnswered(key);
    await untilTrouble(key, null);
    expect(searched.length).toBe(3);
    expect(told).toEqual(['slate tiles: 1']);
  });

  test('that waited for a start of the app is asked then, and told', async () => {
    const key = await askQuestion();
    const told: string[] = [];
    begin();
    desk.onAnswered(({ body }) => told.push(body.text));
    await untilAnswered(key);
    await expect.poll(() => told).toEqual(['slate tiles']);
  });

  test.each(['ResearchOff', 'ProviderRefused', 'ProviderNonsense'] as const)(
    'that ends in %s is not asked again by itself',
    async (type) => {
      answer = async () => err({ type });
      begin();
      const key = await askQuestion();
      await untilTrouble(key, type);
      expect(timers).toEqual([]);
      expect(searched.length).toBe(1);
    },
  );

  test('that was dropped or only noted is not asked', async () => {
    begin();
    const noted = await store.run('question.ask', { journey: JOURNEY, text: 'noted', kind: 'product', search: false });
    expect(noted.ok).toBe(true);
    const mine = await askQuestion('mine');
    await untilAnswered(mine);
    expect(searched).toEqual(['mine']);
  });

  test('of another person waits for their device: it goes to whom they were told of', async () => {
    begin(aPerson());
    await askQuestion('theirs');
    await store.run('finding.save', {
      journey: JOURNEY,
      url: 'https://shop.example/x',
      title: 'x',
      site: '',
      snippet: '',
      kind: 'product',
    });
    desk.wake();
    pass(10_000_000);
    expect([searched, looked]).toEqual([[], []]);
  });

  test('that is taken back while it waits is not asked any more', async () => {
    answer = async () => err({ type: 'ProviderBusy' });
    begin();
    const key = await askQuestion();
    await untilTrouble(key, 'ProviderBusy');
    await store.run('question.search', { key, wanted: false });
    await untilTrouble(key, null);
    desk.wake();
    pass(10_000_000);
    expect(searched.length).toBe(1);
  });
});

describe('a page', () => {
  const url = 'https://shop.example/slate';
  const key = findingKey(JOURNEY, url);
  const save = () =>
    store.run('finding.save', {
      journey: JOURNEY,
      url,
      title: 'Slate',
      site: 'shop.example',
      snippet: '',
      kind: 'product',
    });
  const finding = async () => recordAs('finding', (await store.get(key)) ?? undefined)?.body;

  test('is looked at when it is kept, and what it says is kept with it', async () => {
    begin();
    await save();
    await expect.poll(async () => (await finding())?.site).toBe('Tile House');
    expect(looked).toEqual([url]);
    expect(Object.values((await finding())?.prices ?? {})).toEqual([PAGE.price]);
  });

  test('that is gone, or not on the public web, is said to be, and not asked for again', async () => {
    page = err({ type: 'PageRefused' });
    begin();
    await save();
    await untilTrouble(key, 'PageRefused');
    expect((await finding())?.page).toBe('none');
    desk.wake();
    pass(10_000_000);
    expect(looked.length).toBe(1);
    // Asked for by hand it is tried again.
    page = ok(PAGE);
    await store.run('finding.want', { key });
    await untilTrouble(key, null);
    expect((await finding())?.site).toBe('Tile House');
  });

  test('that could not be reached waits', async () => {
    page = err({ type: 'PageUnreachable' });
    begin();
    await save();
    await untilTrouble(key, 'PageUnreachable');
    expect((await finding())?.page).toBe('wanted');
    page = ok(PAGE);
    pass(60_000);
    await expect.poll(async () => (await finding())?.site).toBe('Tile House');
  });
});
