// Questions to the web by the sync server: its key stays there, who asks is not told, answers are remembered, and everyone has a limit.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../domain/kernel/calendar.ts';
import { ok } from '../../../domain/kernel/result.ts';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import { createServerPort } from '../../../src-renderer/ports/server.ts';
import { createWebSearch } from '../../../src-renderer/research/web-search.ts';
import { readSettings } from '../../../sync-server/ops/settings.ts';
import { createResearch, type Research } from '../../../sync-server/research/research.ts';
import { createStoredTries } from '../../../sync-server/research/stored-tries.ts';
import { openEmbeddedStore } from '../../../sync-server/store/embedded/embedded-store.ts';
import { createAskProvider } from '../../../sync-server/research/ask-provider.ts';
import { openFakeWeb, type FakeWeb } from '../../support/fake-web.ts';
import { failureOf, openWorld, signUp, type Device, type World } from './server-world.ts';

const KEY = 'a-key-of-the-server';
let web: FakeWeb;
let world: World;
let anna: Device;

beforeAll(async () => {
  web = await openFakeWeb([{ url: 'https://shop.example/slate', title: 'Slate', text: 'R11' }]);
  world = await openWorld({ provider: { name: 'brave', address: web.address, key: KEY } });
  anna = await signUp(world, 'anna');
});
afterAll(async () => {
  await world.end();
  await web.close();
});
beforeEach(() => web.set('well'));

const search = (device: Device, text: string) => device.ask('/research/search', { method: 'POST', body: { text } });

test('who is signed in learns whom the server asks, and gets answers', async () => {
  expect((await anna.ask('/research')).body).toEqual({ provider: 'brave' });
  const answer = await search(anna, 'slate tiles');
  expect(answer.body).toEqual({
    provider: 'brave',
    results: [{ url: 'https://shop.example/slate', title: 'Slate', snippet: 'R11' }],
  });
  expect(answer.text).not.toContain(KEY);
  const asked = web.asked.at(-1);
  expect(asked?.url).toBe('/res/v1/web/search?q=slate%20tiles&count=20');
  expect(asked?.headers['x-subscription-token']).toBe(KEY);
  // Nothing of who asks: no name, no token, no address of theirs.
  expect(JSON.stringify(asked)).not.toMatch(/anna|person_|Bearer|forwarded/i);
  expect(world.logged()).not.toMatch(/slate|a-key-of/);
});

test('the window’s own search gets there by its server', async () => {
  const server = createServerPort((path, { headers, ...init }) =>
    fetch(`${world.url()}${path.replace(/^\/api/, '')}`, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(headers)), authorization: `Bearer ${anna.token}` },
    }),
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is asked for its status alone
  const ask = (async () =>
    ok({ way: 'server', provider: 'searxng', address: '', hasKey: false })) as unknown as Bridge['ask'];
  const inWindow = createWebSearch({ ask, server });
  expect(await inWindow.destination()).toEqual({ way: 'server', provider: 'Brave Search' });
  expect(await inWindow.search('by the window')).toMatchObject({ ok: true, value: { provider: 'brave' } });
  web.set('busy');
  expect(await inWindow.search('by the window, later')).toEqual({ ok: false, error: { type: 'ProviderBusy' } });
});

test('a stranger gets none, and their question is not even read', async () => {
  const before = web.asked.length;
  for (const token of [undefined, 'x'.repeat(40)]) {
    const more = token === undefined ? {} : { token };
    expect(failureOf(await world.ask('/research', more))).toBe('NotSignedIn');
    expect(failureOf(await world.ask('/research/search', { method: 'POST', raw: '{{{', ...more }))).toBe('NotSignedIn');
  }
  expect(web.asked.length).toBe(before);
});

test.each([{}, { text: '' }, { text: '   ' }, { text: 'x'.repeat(401) }, { text: 5 }, null])(
  'a question that is none is refused: %j',
  async (body) => {
    const before = web.asked.length;
    expect(failureOf(await anna.ask('/research/search', { method: 'POST', body }))).toBe('Malformed');
    expect(web.asked.length).toBe(before);
  },
);

test('what was asked a short while ago is not asked again, by whomever; later it is', async () => {
  const ben = await signUp(world, 'ben');
  await search(anna, 'oak  worktop');
  const before = web.asked.length;
  expect((await search(ben, ' oak worktop ')).status).toBe(200);
  expect(web.asked.length).toBe(before);
  world.advance(7 * 60 * 60_000);
  await search(ben, 'oak worktop');
  expect(web.asked.length).toBe(before + 1);
});

test('two who ask the same at once wait for one answer', async () => {
  const before = web.asked.length;
  const [first, second] = await Promise.all([search(anna, 'brass tap'), search(anna, 'brass tap')]);
  expect([first?.status, second?.status]).toEqual([200, 200]);
  expect(web.asked.length).toBe(before + 1);
});

test('everyone has a limit of their own, and it passes', async () => {
  const [eager, calm] = [await signUp(world, 'eager'), await signUp(world, 'calm')];
  const asked: number[] = [];
  for (let at = 0; at < 11; at += 1) asked.push((await search(eager, `question ${at} of many`)).status);
  expect(asked).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  expect((await search(eager, 'question 1 of many')).status).toBe(200);
  expect((await search(calm, 'a question of mine')).status).toBe(200);
  world.advance(61_000);
  expect((await search(eager, 'question 11 of many')).status).toBe(200);
});

test('a day has a limit too', async () => {
  let time = 0;
  const research = createResearch({
    provider: { name: 'searxng', ask: createAskProvider({ name: 'searxng', address: web.address, key: '' }) },
    now: () => time,
    perDay: 3,
  });
  const answers: boolean[] = [];
  for (let at = 0; at < 4; at += 1) {
    time += 61_000;
    answers.push((await research.search('account', `daily ${at}`)).ok);
  }
  expect(answers).toEqual([true, true, true, false]);
});

test('the day is counted for a person wherever they ask: by all nodes together, and after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-tries-'));
  const store = await openEmbeddedStore(folder);
  let time = 0;
  const now = () => time;
  const sharedDay = createStoredTries({ store, most: 3, windowMs: DAY_MS, now });
  const node = () =>
    createResearch({
      provider: { name: 'searxng', ask: createAskProvider({ name: 'searxng', address: web.address, key: '' }) },
      now,
      perDay: 3,
      sharedDay,
    });
  const [one, other] = [node(), node()];
  const ask = async (research: Research, account = 'account'): Promise<boolean> => {
    time += 61_000;
    return (await research.search(account, `of the day ${time}`)).ok;
  };
  try {
    expect([await ask(one), await ask(other), await ask(one)]).toEqual([true, true, true]);
    expect([await ask(one), await ask(other), await ask(node())]).toEqual([false, false, false]);
    expect(await ask(other, 'another')).toBe(true);
    time += DAY_MS;
    expect(await ask(other)).toBe(true);
    // Two at once are two.
    const taken = await Promise.all([1, 2, 3, 4].map(() => sharedDay.take('at once')));
    expect(taken.filter((each) => each)).toHaveLength(3);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('what goes wrong at the provider is a code of its own', () => {
  afterEach(() => world.advance(61_000));

  test.each([
    ['cut', 502, 'ProviderUnreachable'],
    ['nonsense', 502, 'ProviderNonsense'],
    ['html', 502, 'ProviderNonsense'],
    ['busy', 503, 'ProviderBusy'],
    ['refuses', 502, 'ProviderRefused'],
    ['broken', 502, 'ProviderUnreachable'],
    ['redirects', 502, 'ProviderNonsense'],
    ['endless', 502, 'ProviderNonsense'],
  ] as const)('%s', async (mood, status, type) => {
    web.set(mood);
    const answer = await search(anna, `asked while it is ${mood}`);
    expect([answer.status, failureOf(answer)]).toEqual([status, type]);
    // A failure is not remembered.
    web.set('well');
    expect((await search(anna, `asked while it is ${mood}`)).status).toBe(200);
  });

  test('slow', async () => {
    web.set('slow');
    const ask = createAskProvider({ name: 'searxng', address: web.address, key: '' }, 100);
    expect(await ask('tiles')).toEqual({ ok: false, error: { type: 'ProviderSlow' } });
  });
});

test('a server that was given no provider says so', async () => {
  const bare = await openWorld();
  try {
    const ben = await signUp(bare, 'ben');
    expect((await ben.ask('/research')).body).toEqual({ provider: null });
    expect(failureOf(await search(ben, 'tiles'))).toBe('ResearchOff');
  } finally {
    await bare.end();
  }
});

describe('settings', () => {
  const read = (env: Readonly<Record<string, string>>) => {
    const settings = readSettings([], env);
    return settings.ok ? settings.value.provider : settings.error;
  };

  test('name the provider, its address and key', () => {
    expect(read({})).toBeNull();
    expect(read({ PLUMBLINE_RESEARCH: 'brave', PLUMBLINE_RESEARCH_KEY: KEY })).toEqual({
      name: 'brave',
      address: 'https://api.search.brave.com',
      key: KEY,
    });
    expect(read({ PLUMBLINE_RESEARCH: 'searxng', PLUMBLINE_RESEARCH_URL: 'http://searxng:8080/' })).toEqual({
      name: 'searxng',
      address: 'http://searxng:8080',
      key: '',
    });
  });

  test.each([
    [{ PLUMBLINE_RESEARCH: 'google' }, 'searxng, brave or tavily'],
    [{ PLUMBLINE_RESEARCH: 'searxng' }, 'PLUMBLINE_RESEARCH_URL'],
    [{ PLUMBLINE_RESEARCH: 'tavily' }, 'PLUMBLINE_RESEARCH_KEY'],
  ])('that make no sense are said to: %j', (env, words) => {
    expect(read(env)).toContain(words);
  });
});
