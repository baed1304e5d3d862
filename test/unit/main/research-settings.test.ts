// Whom this device asks: nobody until told, the key sealed and never shown, and every way an answer can fail a code.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../domain/kernel/result.ts';
import { askProvider } from '../../../src-main/research/ask-provider.ts';
import { createResearchSettings, type ResearchSettings } from '../../../src-main/research/research-settings.ts';
import { openFakeWeb, type FakeWeb, type Mood } from '../../support/fake-web.ts';

const RESULTS = [{ url: 'https://shop.example/slate', title: 'Slate', text: 'R11' }];
const KEY = 'tvly-a-very-secret-key';
let web: FakeWeb;
let folder: string;
let settings: ResearchSettings;
const sealing = randomBytes(32);

const open = (allowHttp = false): ResearchSettings =>
  createResearchSettings({ file: path.join(folder, 'research.json'), key: () => ok(sealing), fetch, allowHttp });

beforeAll(async () => {
  web = await openFakeWeb(RESULTS);
});
afterAll(() => web.close());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-research-'));
  settings = open();
  web.set('well');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what is chosen', () => {
  test('is nobody at first, and then nothing is sent', async () => {
    const before = web.asked.length;
    expect(await settings.status()).toEqual({
      ok: true,
      value: { way: 'off', provider: 'searxng', address: '', hasKey: false },
    });
    expect(await settings.search('tiles')).toEqual({ ok: false, error: { type: 'ResearchOff' } });
    await settings.choose({ way: 'server', provider: 'searxng', address: web.address, key: null });
    expect(await settings.search('tiles')).toEqual({ ok: false, error: { type: 'ResearchOff' } });
    expect(web.asked.length).toBe(before);
  });

  test('outlives a restart; its key lies sealed in the file and is never answered', async () => {
    const chosen = await settings.choose({ way: 'direct', provider: 'tavily', address: web.address, key: KEY });
    expect(chosen).toMatchObject({ ok: true, value: { way: 'direct', hasKey: true } });
    expect(JSON.stringify(chosen)).not.toContain(KEY);
    expect(readFileSync(path.join(folder, 'research.json')).includes(KEY)).toBe(false);
    settings = open();
    expect(await settings.search('slate tiles')).toEqual({
      ok: true,
      value: { provider: 'tavily', results: [{ url: RESULTS[0]?.url, title: 'Slate', snippet: 'R11' }] },
    });
    const asked = web.asked.at(-1);
    expect(asked?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(JSON.parse(asked?.body ?? '')).toEqual({ query: 'slate tiles', max_results: 20 });
    expect(asked?.headers.cookie ?? asked?.headers.referer).toBeUndefined();
  });

  test('keeps its key while it is not typed anew, and hands it to nobody else', async () => {
    await settings.choose({ way: 'direct', provider: 'tavily', address: web.address, key: KEY });
    expect(await settings.choose({ way: 'off', provider: 'tavily', address: web.address, key: null })).toMatchObject({
      value: { hasKey: true },
    });
    for (const other of [
      { provider: 'brave', address: web.address },
      { provider: 'tavily', address: 'https://elsewhere.example' },
    ] as const)
      expect(await settings.choose({ way: 'direct', ...other, key: null })).toEqual({
        ok: false,
        error: { type: 'InputInvalid', fields: ['key'] },
      });
    expect(await settings.status()).toMatchObject({ value: { way: 'off', provider: 'tavily', hasKey: true } });
  });

  test.each([
    ['nothing', ''],
    ['plain http far away', 'http://search.example'],
    ['what signs in', 'https://anna:secret@search.example'],
    ['no address', 'search'],
    ['another scheme', 'file:///etc'],
  ])('is no SearXNG at %s', async (_name, address) => {
    expect(await settings.choose({ way: 'direct', provider: 'searxng', address, key: null })).toEqual({
      ok: false,
      error: { type: 'InputInvalid', fields: ['address'] },
    });
  });
});

describe('a provider', () => {
  const asked = (limit = 500) =>
    askProvider('slate tiles', { fetch, provider: { name: 'searxng', address: web.address, key: '' }, limit });

  test.each([
    ['slow', 'ProviderSlow'],
    ['cut', 'ProviderUnreachable'],
    ['nonsense', 'ProviderNonsense'],
    ['html', 'ProviderNonsense'],
    ['busy', 'ProviderBusy'],
    ['refuses', 'ProviderRefused'],
    ['broken', 'ProviderUnreachable'],
    ['redirects', 'ProviderNonsense'],
  ] as const satisfies readonly (readonly [Mood, string])[])('that is %s is a coded failure', async (mood, type) => {
    web.set(mood);
    expect(await asked(mood === 'slow' ? 100 : 3_000)).toEqual({ ok: false, error: { type } });
  });

  test('that does not end is not held in memory', async () => {
    web.set('endless');
    expect(await asked(5_000)).toEqual({ ok: false, error: { type: 'ProviderNonsense' } });
  });

  test('that is not there is not reached', async () => {
    const gone = { name: 'searxng', address: 'http://127.0.0.1:1', key: '' } as const;
    expect(await askProvider('x', { fetch, provider: gone })).toEqual({
      ok: false,
      error: { type: 'ProviderUnreachable' },
    });
  });
});
