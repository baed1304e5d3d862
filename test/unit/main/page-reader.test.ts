// What is kept of a page: its words as blocks, its price as it says it to machines; hostile pages end in a coded failure.
/* oxlint-disable typescript/no-unsafe-type-assertion -- a process's messages come without their types */
import { describe, expect, test } from 'vitest';
import { priceOnPage } from '../../../domain/research/page-facts.ts';
import type { Log } from '../../../src-main/log/log.ts';
import type { Fork, Hearing } from '../../../src-main/processes/link.ts';
import type { FromPageReader, ToPageReader } from '../../../src-main/research/page-messages.ts';
import { createPageReader } from '../../../src-main/research/page-reader.ts';
import { readWebPage } from '../../../src-main/research/read-page.ts';
import { shopPage } from '../../support/fake-web.ts';

const URL_OF = 'http://shop.example/slate';
const silent: Log = { write: () => undefined, bug: () => '', folder: '', read: () => '' };
const textOf = (html: string): string => JSON.stringify(readWebPage(html, URL_OF).page?.blocks ?? []);

describe('a shop’s page', () => {
  const read = readWebPage(shopPage({ title: 'Slate floor tile', price: '51.70', unit: ['MTK', '1.44'] }), URL_OF);

  test('gives its price with the unit and how much of it one buys', () => {
    expect(read.price).toEqual({
      amount: { minor: 5_170, currency: 'EUR' },
      unit: 'm²',
      quantity: 1_440,
      from: 'page',
    });
    expect(read.site).toBe('Tile House');
  });

  test('gives its text in blocks, without its frame and its code', () => {
    expect(read.page).toMatchObject({ title: 'Slate floor tile', language: 'en', isCut: false });
    const kinds = new Set(read.page?.blocks.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['heading', 'text', 'row', 'item']));
    const text = JSON.stringify(read.page?.blocks);
    expect(text).toContain('through-coloured porcelain tile');
    expect(text).toContain('["Slip","R11"]');
    expect(text).toContain('Ten years of warranty');
    expect(text).not.toMatch(/stolen|steal|Basket|Imprint|<p|onclick/);
  });
});

test('nothing of a page is ever HTML or runs', () => {
  const long = 'Words that are worth keeping, again and again, until there are enough of them. '.repeat(10);
  const text = textOf(
    `<article><h1 onload="x()">Title</h1><p>${long}<img src=x onerror="steal()"><a href="javascript:steal()">a link</a></p>
     <script>steal()</script><style>body{background:url(http://evil.example)}</style><svg onload="steal()"><text>steal</text></svg>
     <iframe srcdoc="<b>steal</b>"></iframe><p>&lt;script&gt;steal&lt;/script&gt; stays a word</p></article>`,
  );
  expect(text).toContain('a link');
  expect(text).not.toMatch(/onerror|javascript:|evil|iframe|srcdoc|<script|background/);
  expect(Reflect.get(globalThis, 'stolen')).toBeUndefined();
});

test('a page without text gives its price and no page; one without either gives nothing', () => {
  const bare =
    '<meta property="product:price:amount" content="19.99"><meta property="product:price:currency" content="EUR">';
  expect(readWebPage(bare, URL_OF)).toMatchObject({ page: null, price: { amount: { minor: 1_999 } } });
  expect(readWebPage('', URL_OF)).toEqual({ page: null, price: null, contact: '', site: '' });
  expect(readWebPage('\u0000\u0001 no html at all', URL_OF)).toMatchObject({ page: null, price: null });
});

test('a page without end is cut, and says so', () => {
  const { page } = readWebPage(`<body>${'<p>One paragraph of a few words.</p>'.repeat(5_000)}</body>`, URL_OF);
  expect(page?.isCut).toBe(true);
  expect(page?.blocks.length).toBe(600);
  const deep = readWebPage(`${'<div>'.repeat(20_000)}deep${'</div>'.repeat(20_000)}`, URL_OF);
  expect(deep.page).toBeNull();
});

describe('prices as pages write them', () => {
  const facts = (node: object) => ({ jsonLd: [JSON.stringify(node)], meta: {}, items: {} });
  const product = (offers: unknown) => facts({ '@type': 'Product', offers });
  const price = (minor: number, currency = 'EUR') => ({ minor, currency });

  test.each([
    ['a number', product({ price: 1299, priceCurrency: 'EUR' }), price(129_900)],
    ['a text with a point', product({ price: '1299.5', priceCurrency: 'EUR' }), price(129_950)],
    ['as people write it', product({ price: '1.299,00', priceCurrency: 'EUR' }), price(129_900)],
    ['more decimals than cents', product({ price: '12.499', priceCurrency: 'EUR' }), price(1_250)],
    ['yen', product({ price: '1200', priceCurrency: 'JPY' }), price(1_200, 'JPY')],
    [
      'the first of several',
      product([
        { price: '', priceCurrency: 'EUR' },
        { price: 7, priceCurrency: 'EUR' },
      ]),
      price(700),
    ],
    [
      'from',
      product({ '@type': 'AggregateOffer', lowPrice: '8.10', highPrice: '9', priceCurrency: 'EUR' }),
      price(810),
    ],
    [
      'in a graph',
      facts({ '@graph': [{ '@type': ['Thing', 'Product'], offers: { price: 3, priceCurrency: 'EUR' } }] }),
      price(300),
    ],
    [
      'beside a price that is struck through',
      product({
        priceCurrency: 'EUR',
        priceSpecification: [
          { price: '99', priceCurrency: 'EUR', priceType: 'https://schema.org/StrikethroughPrice' },
          { price: '79', priceCurrency: 'EUR' },
        ],
      }),
      price(7_900),
    ],
    ['microdata', { jsonLd: [], meta: {}, items: { price: '45,90', pricecurrency: 'EUR' } }, price(4_590)],
    [
      'Open Graph',
      { jsonLd: ['{ no json'], meta: { 'og:price:amount': '5', 'og:price:currency': 'usd' }, items: {} },
      price(500, 'USD'),
    ],
  ])('%s', (_name, page, amount) => {
    expect(priceOnPage(page)).toEqual({ amount, unit: '', quantity: 1_000, from: 'page' });
  });

  test.each([
    ['no currency', product({ price: 5 })],
    ['a currency that is none', product({ price: 5, priceCurrency: 'euros' })],
    ['nothing', product({ price: 0, priceCurrency: 'EUR' })],
    ['words', product({ price: 'on request', priceCurrency: 'EUR' })],
    ['less than nothing', product({ price: '-5', priceCurrency: 'EUR' })],
    ['of something that is not sold', facts({ '@type': 'Person', price: 5, priceCurrency: 'EUR' })],
    ['without end', product({ price: '9'.repeat(60), priceCurrency: 'EUR' })],
  ])('none is read of %s', (_name, page) => {
    expect(priceOnPage(page)).toBeNull();
  });
});

describe('the process that reads pages', () => {
  const fetchPage = async (url: string) => ({ ok: true, value: { url, html: 'x' } }) as const;
  /** Answers each job as the test says; null: never. */
  const forkThat =
    (answer: (job: ToPageReader, hearing: Hearing) => void): Fork =>
    (hearing) => ({
      post: (message) => setImmediate(() => answer(message as ToPageReader, hearing)),
      kill: () => undefined,
    });
  const look = (fork: Fork) => createPageReader({ fetchPage, fork, log: silent, limit: 50 }).look(URL_OF);

  test.each([
    ['never answers', forkThat(() => undefined)],
    ['ends', forkThat((_job, { exit }) => exit())],
    [
      'refuses',
      forkThat(({ job }, { message }) =>
        message({ job, kind: 'refused', reason: 'RangeError' } satisfies FromPageReader),
      ),
    ],
    [
      'answers what is no page',
      forkThat(({ job }, { message }) => message({ job, kind: 'done', page: { blocks: ['<b>'] } })),
    ],
  ])('that %s leaves nothing but a code', async (_name, fork) => {
    expect(await look(fork)).toEqual({ ok: false, error: { type: 'PageNoText' } });
  });

  test('is handed one page at a time', async () => {
    const jobs: number[] = [];
    const fork = forkThat(({ job }, { message }) => {
      jobs.push(job);
      message({ job, kind: 'done', page: null, price: null, contact: '', site: '' } satisfies FromPageReader);
    });
    const reader = createPageReader({ fetchPage, fork, log: silent, limit: 1_000 });
    const both = await Promise.all([reader.look('http://a.example/'), reader.look('http://b.example/')]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(jobs).toEqual([1, 2]);
  });
});
