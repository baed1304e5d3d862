// Pages are fetched from the public web and from nowhere else, whatever an address, a redirect or a name's answer says.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFetchPage, type PageFetchParts, type Target } from '../../../src-main/research/fetch-page.ts';
import { readEnvironment } from '../../../src-main/environment.ts';
import { namedHosts } from '../../../src-main/research/named-hosts.ts';
import { isPublicAddress } from '../../../src-main/research/public-address.ts';
import { gzipped, openFakeWeb, shopPage, type FakeWeb } from '../../support/fake-web.ts';

let web: FakeWeb;
beforeAll(async () => {
  web = await openFakeWeb([]);
});
afterAll(() => web.close());

const HTML = shopPage({ title: 'Slate floor tile', price: '35.90' });
const loopback = (): Target => ({ address: '127.0.0.1', family: 4, port: web.port });

/** Knows the fake by its name alone; all else is as it is outside of tests. */
const fetchWith = (more: PageFetchParts & { readonly names?: Readonly<Record<string, readonly Target[]>> } = {}) => {
  const { names = {}, ...parts } = more;
  return createFetchPage({
    resolve: async (host) => names[host] ?? (host === 'shop.example' ? [loopback()] : []),
    isAllowed: ({ address, port }) => (address === '127.0.0.1' && port === web.port) || isPublicAddress(address),
    ...parts,
  });
};

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '240.0.0.1',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  'fec0::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  '2001::1',
  'localhost',
  '',
])('%s is not on the public web', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])('%s is', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

describe('an address is refused before anything is asked', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'https://user:pass@shop.example/',
    'http://shop.example:22/',
    'http://shop.example:6379/',
    'ftp://shop.example/',
    'file:///etc/passwd',
    'plumbline-blob://aa',
    'javascript:alert(1)',
    'not an address',
  ])('%s', async (url) => {
    const before = web.asked.length;
    // The default, with no test's exception in it.
    expect(await createFetchPage({ resolve: async () => [loopback()] })(url)).toEqual({
      ok: false,
      error: { type: 'PageRefused' },
    });
    expect(web.asked.length).toBe(before);
  });

  test('a name that stands for this computer, or for it among others', async () => {
    const fetchPage = fetchWith({
      isAllowed: ({ address }) => isPublicAddress(address),
      names: {
        'inside.example': [{ address: '127.0.0.1', family: 4 }],
        'mixed.example': [
          { address: '93.184.215.14', family: 4 },
          { address: '::1', family: 6 },
        ],
      },
    });
    for (const host of ['inside.example', 'mixed.example'])
      expect(await fetchPage(`http://${host}/`)).toEqual({ ok: false, error: { type: 'PageRefused' } });
  });

  test('a redirect to it, wherever on the way', async () => {
    web.page('/out', { status: 302, headers: { location: 'http://127.0.0.1:8080/admin' } });
    web.page('/on', { status: 301, headers: { location: '/out' } });
    web.page('/scheme', { status: 302, headers: { location: 'file:///etc/passwd' } });
    for (const path of ['/out', '/on', '/scheme'])
      expect(await fetchWith()(`http://shop.example${path}`)).toEqual({ ok: false, error: { type: 'PageRefused' } });
  });

  test('a name that means another thing when it is called than when it was asked is asked only once', async () => {
    web.page('/once', { body: HTML });
    let asked = 0;
    const fetchPage = fetchWith({
      resolve: async () => {
        asked += 1;
        return asked === 1 ? [loopback()] : [{ address: '10.0.0.1', family: 4 }];
      },
    });
    expect((await fetchPage('http://rebinding.example/once')).ok).toBe(true);
    expect(asked).toBe(1);
    // Asked anew, it is judged anew.
    expect(await fetchPage('http://rebinding.example/once')).toMatchObject({ error: { type: 'PageRefused' } });
  });
});

describe('a page', () => {
  test('comes with its letters, packed or not, after redirects', async () => {
    web.page('/plain', { body: HTML });
    web.page('/packed', gzipped(HTML));
    web.page('/moved', { status: 308, headers: { location: '/packed' } });
    for (const path of ['/plain', '/packed', '/moved']) {
      const page = await fetchWith()(`http://shop.example${path}`);
      expect(page.ok && page.value.html).toBe(HTML);
    }
    expect(await fetchWith()('http://shop.example/moved#top')).toMatchObject({
      value: { url: 'http://shop.example/packed' },
    });
    web.page('/latin', {
      headers: { 'content-type': 'text/html' },
      body: Buffer.from('<meta charset="iso-8859-1"><p>Gr\u00f6\u00dfe</p>', 'latin1'),
    });
    expect(await fetchWith()('http://shop.example/latin')).toMatchObject({
      value: { html: '<meta charset="iso-8859-1"><p>Größe</p>' },
    });
  });

  test('is asked for without telling who asks', async () => {
    web.page('/who', { body: HTML });
    await fetchWith()('http://shop.example/who');
    const headers = web.asked.at(-1)?.headers ?? {};
    expect(Object.keys(headers).toSorted()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    expect(headers.host).toBe('shop.example');
  });

  test.each([
    ['gone', { status: 404, body: 'no' }, 'PageGone'],
    ['shut', { status: 403, body: 'no' }, 'PageGone'],
    ['overrun', { status: 429, body: 'no' }, 'PageUnreachable'],
    ['broken', { status: 500, body: 'no' }, 'PageUnreachable'],
    ['a picture', { headers: { 'content-type': 'image/png' }, body: 'x' }, 'PageNoText'],
    ['a file', { headers: { 'content-type': 'application/pdf' }, body: 'x' }, 'PageNoText'],
    ['cut', { body: HTML, cut: true }, 'PageUnreachable'],
    ['slow', { body: HTML, wait: 5_000 }, 'PageUnreachable'],
    ['too large', { body: 'x'.repeat(200_000) }, 'PageTooLarge'],
    ['too large when unpacked', gzipped('x'.repeat(3_000_000)), 'PageTooLarge'],
    ['not packed as it says', { headers: { 'content-encoding': 'gzip' }, body: HTML }, 'PageUnreachable'],
    ['sent on to nowhere', { status: 302 }, 'PageUnreachable'],
    ['going round', { status: 302, headers: { location: '/going round' } }, 'PageUnreachable'],
  ] as const)('that is %s is a coded failure', async (name, page, type) => {
    web.page(encodeURI(`/${name}`), page);
    const fetchPage = fetchWith({ limits: { ms: 700, bytes: 100_000, redirects: 3 } });
    expect(await fetchPage(`http://shop.example/${name}`)).toEqual({ ok: false, error: { type } });
  });

  test('of a name that is looked up for ever is not waited for', async () => {
    const fetchPage = fetchWith({ resolve: () => new Promise(() => {}), limits: { ms: 50 } });
    expect(await fetchPage('http://shop.example/')).toEqual({ ok: false, error: { type: 'PageUnreachable' } });
  });

  test('of a name that nobody knows is not reached', async () => {
    expect(await fetchWith()('http://unknown.example/')).toEqual({ ok: false, error: { type: 'PageUnreachable' } });
  });
});

describe('what tests are given', () => {
  const named = namedHosts('shop.example=127.0.0.1:8080, other.example=127.0.0.1:9');

  test('is for the names that they name alone', async () => {
    expect(await named.resolve?.('shop.example')).toEqual([{ address: '127.0.0.1', family: 4, port: 8_080 }]);
    const [target] = (await named.resolve?.('shop.example')) ?? [];
    if (target === undefined) throw new Error('no target');
    expect(named.isAllowed?.(target)).toBe(true);
    // The same address under any other name is what it always is.
    expect(named.isAllowed?.({ address: '127.0.0.1', family: 4, port: 8_080 })).toBe(false);
    for (const fetchPage of [createFetchPage(named), createFetchPage(namedHosts(null)), createFetchPage()])
      expect(await fetchPage('http://localhost:8080/')).toEqual({ ok: false, error: { type: 'PageRefused' } });
  });

  test('an installed app is never told', () => {
    const env = { PLUMBLINE_PAGE_HOSTS: 'shop.example=127.0.0.1:8080' };
    expect(readEnvironment(env, true).pageHosts).toBeNull();
    expect(readEnvironment(env, false).pageHosts).toBe(env.PLUMBLINE_PAGE_HOSTS);
  });
});
