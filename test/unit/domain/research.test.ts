// Research looked at: how far it is by step, what is worth a look and why, and how providers are asked and understood.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { adviceFrom, type Advice } from '../../../domain/research/advice.ts';
import { plainWords } from '../../../domain/research/plain-words.ts';
import { costOfQuantity, pricePerUnit } from '../../../domain/research/price.ts';
import { progressBySteps } from '../../../domain/research/progress.ts';
import { providerRequest, PROVIDERS, readProviderAnswer } from '../../../domain/research/providers.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { siteOf } from '../../../domain/research/site.ts';
import { ANNA, aRecord, PRIVATE } from '../../support/records.ts';

type Question = RecordOf<'question'>;
type Finding = RecordOf<'finding'>;

const TODAY = '2026-06-01';
const NOW = Date.parse(TODAY);

const question = (id: string, body: Partial<Question['body']> = {}, trashedAt = 0): Question => ({
  ...aRecord({ space: PRIVATE, id: `question_${id}`, trashedAt }),
  type: 'question',
  body: {
    text: id,
    kind: 'product',
    step: 's1',
    state: 'open',
    search: 'none',
    askedBy: ANNA,
    results: [],
    provider: '',
    answeredAt: null,
    ...body,
  },
});

const finding = (id: string, minor: number | null, body: Partial<Finding['body']> = {}): Finding => ({
  ...aRecord({ space: PRIVATE, id: `finding_${id}` }),
  type: 'finding',
  body: {
    url: `https://shop.example/${id}`,
    title: id,
    site: 'shop.example',
    snippet: '',
    kind: 'product',
    question: `${PRIVATE}|question_tiles`,
    step: null,
    state: 'shortlisted',
    tags: [],
    notes: '',
    prices:
      minor === null
        ? {}
        : { [String(NOW)]: { amount: { minor, currency: 'EUR' }, unit: 'm²', quantity: 1_000, from: 'page' } },
    page: 'kept',
    askedBy: ANNA,
    checkedAt: NOW,
    ...body,
  },
});

describe('progress', () => {
  it('counts by step in the order of the steps, a finding at its question’s step, and what has none last', () => {
    const tiles = question('tiles');
    const progress = progressBySteps(
      {
        questions: [tiles, question('tap', { step: 's2', state: 'decided' }), question('gone', { step: 's2' }, 5)],
        findings: [
          finding('a', 1),
          finding('b', 2, { state: 'chosen' }),
          finding('c', 3, { question: null, step: 'trashed step' }),
        ],
      },
      ['s2', 's1', 's3'],
    );
    expect(
      progress.map(({ step, open, decided, shortlisted, chosen }) => [step, open, decided, shortlisted, chosen]),
    ).toEqual([
      ['s2', 0, 1, 0, 0],
      ['s1', 1, 0, 1, 1],
      [null, 0, 0, 1, 0],
    ]);
  });
});

describe('advice', () => {
  const advise = (
    more: { readonly questions?: readonly Question[]; readonly findings?: readonly Finding[] },
    open: readonly (readonly [string, string])[] = [['s1', '2026-06-11']],
    today = TODAY,
  ): readonly Advice[] => adviceFrom({ questions: [], findings: [], ...more, open: new Map(open), today });
  const kinds = (advice: readonly Advice[]): readonly string[] => advice.map(({ kind }) => kind);

  it('tells which step waits for which questions, the soonest first, and nothing of what is far off, done or decided', () => {
    const questions = [
      question('tiles'),
      question('grout'),
      question('tap', { step: 's2' }),
      question('lamp', { step: 's3' }),
      question('paint', { state: 'decided' }),
      question('mirror', { state: 'dropped' }),
      question('shelf', { step: 'done' }),
    ];
    const advice = advise({ questions }, [
      ['s1', '2026-06-11'],
      ['s2', '2026-05-30'],
      ['s3', '2026-09-01'],
    ]);
    expect(advice).toMatchObject([
      { kind: 'unresearched', step: 's2', days: -2, questions: [{ body: { text: 'tap' } }] },
      {
        kind: 'unresearched',
        step: 's1',
        days: 10,
        questions: [{ body: { text: 'tiles' } }, { body: { text: 'grout' } }],
      },
    ]);
  });

  it('tells of an equal that costs less by unit, and why it is an equal', () => {
    const chosen = finding('slate', 5_000, { state: 'chosen', tags: ['R11', '60x60'] });
    const cheap = finding('schist', 4_200, { tags: ['60X60', 'r11', 'grey'] });
    const advice = advise({ findings: [chosen, cheap, finding('marble', 4_100, { tags: ['R11'] })] });
    expect(advice).toMatchObject([
      { kind: 'cheaper', finding: { key: cheap.key }, than: { key: chosen.key }, saving: { minor: 800 }, unit: 'm²' },
    ]);
  });

  it.each([
    [
      'another unit',
      { prices: { 1: { amount: { minor: 10, currency: 'EUR' }, unit: '', quantity: 1_000, from: 'page' } } },
    ],
    [
      'another currency',
      { prices: { 1: { amount: { minor: 10, currency: 'USD' }, unit: 'm²', quantity: 1_000, from: 'page' } } },
    ],
    ['another question', { question: `${PRIVATE}|question_other` }],
    ['what is only an idea', { state: 'idea' }],
    ['what was rejected', { state: 'rejected' }],
    [
      'what costs as much',
      { prices: { 1: { amount: { minor: 5_000, currency: 'EUR' }, unit: 'm²', quantity: 1_000, from: 'page' } } },
    ],
  ] as const)('sets nothing against %s', (_name, body) => {
    const other = { ...body, ...('prices' in body ? { prices: { [String(NOW)]: body.prices[1] } } : {}) };
    expect(
      kinds(advise({ findings: [finding('slate', 5_000, { state: 'chosen' }), finding('x', 10, other)] })),
    ).toEqual([]);
  });

  it('tells of a cheaper one once a question, and not of what is bought', () => {
    const list = [finding('a', 5_000), finding('b', 4_000), finding('c', 3_000)];
    expect(advise({ findings: list })).toMatchObject([
      { finding: { body: { title: 'c' } }, than: { body: { title: 'a' } } },
    ]);
    expect(kinds(advise({ findings: [...list, finding('d', 6_000, { state: 'bought' })] }))).toEqual([]);
  });

  it('tells who was asked and has not answered', () => {
    const asked = (id: string, body: Partial<Finding['body']>) =>
      finding(id, null, { kind: 'contractor', question: null, ...body });
    const advice = advise({
      findings: [
        asked('miller', { contactedOn: '2026-05-20' }),
        asked('just asked', { contactedOn: '2026-05-30' }),
        asked('answered', { contactedOn: '2026-05-01', answeredOn: '2026-05-03' }),
        asked('rejected', { contactedOn: '2026-05-01', state: 'rejected' }),
        asked('never asked', {}),
      ],
    });
    expect(advice).toMatchObject([{ kind: 'waiting', finding: { body: { title: 'miller' } }, days: 12 }]);
  });

  it('tells of a price that is old, unless the step is over', () => {
    const old = finding('slate', 5_000, { step: 's1' });
    expect(advise({ findings: [old] }, [['s1', '2026-09-01']], '2026-07-11')).toMatchObject([
      { kind: 'stale', days: 40 },
    ]);
    expect(advise({ findings: [old] }, [], '2026-07-11')).toEqual([]);
    expect(advise({ findings: [old] }, [['s1', '2026-09-01']], '2026-06-21')).toEqual([]);
  });
});

describe('prices', () => {
  const box = { amount: { minor: 5_170, currency: 'EUR' }, unit: 'm²', quantity: 1_440, from: 'page' } as const;

  it('by unit are rounded to the cent', () => {
    expect(pricePerUnit(box)).toEqual({ minor: 3_590, currency: 'EUR' });
  });

  it('of so much are those of whole packs', () => {
    expect(costOfQuantity(box, 12_000).minor).toBe(9 * 5_170);
    expect(costOfQuantity({ ...box, quantity: 1_000 }, 2_500).minor).toBe(12_925);
  });
});

describe('a provider', () => {
  it('is sent the words and nothing else', () => {
    const text = 'slate & "R11" / 60×60';
    for (const name of PROVIDERS) {
      const { url, body } = providerRequest({ name, address: 'https://p.example', key: 'secret' }, text);
      const sent =
        body === undefined
          ? new Map(new URL(url).searchParams)
          : new Map(Object.entries(z.record(z.string(), z.unknown()).parse(JSON.parse(body))));
      expect(sent.get('q') ?? sent.get('query')).toBe(text);
      expect(
        [...sent.keys()].filter((name_) => !['q', 'query', 'format', 'count', 'max_results'].includes(name_)),
      ).toEqual([]);
      expect(url).not.toContain('secret');
    }
  });

  const results = (list: unknown) => ({ status: 200, text: JSON.stringify({ results: list }) });

  it('is understood as far as it makes sense, and its words are plain', () => {
    const answer = readProviderAnswer(
      'searxng',
      results([
        { url: 'https://a.example/', title: 'Tiles <b>R11</b> &amp; more', content: 'a\n\u202eb<script>x()</script>' },
        { url: 'https://a.example/', title: 'again', content: '' },
        { url: 'javascript:alert(1)', title: 'x', content: '' },
        { url: 'https://b.example/', title: '', content: null },
        { title: 'no address' },
        'nonsense',
        null,
      ]),
    );
    expect(answer).toEqual({
      ok: true,
      value: [
        { url: 'https://a.example/', title: 'Tiles R11 & more', snippet: 'a bx()' },
        { url: 'https://b.example/', title: 'https://b.example/', snippet: '' },
      ],
    });
  });

  it('gives at most twenty', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      url: `https://a.example/${at}`,
      title: 'x',
      content: 'y'.repeat(9_000),
    }));
    const answer = readProviderAnswer('tavily', results(many));
    expect(answer.ok && [answer.value.length, answer.value[0]?.snippet.length]).toEqual([20, 1_000]);
  });

  it('Brave, that finds nothing, leaves its list out', () => {
    expect(readProviderAnswer('brave', { status: 200, text: '{"type":"search"}' })).toEqual({ ok: true, value: [] });
    expect(readProviderAnswer('brave', { status: 200, text: '{}' })).toMatchObject({
      error: { type: 'ProviderNonsense' },
    });
  });

  it.each([
    [200, '', 'ProviderNonsense'],
    [200, '<html>', 'ProviderNonsense'],
    [200, '{"results":{}}', 'ProviderNonsense'],
    [401, '{}', 'ProviderRefused'],
    [403, '{}', 'ProviderRefused'],
    [422, '{}', 'ProviderRefused'],
    [429, '{}', 'ProviderBusy'],
    [432, '{}', 'ProviderBusy'],
    [302, '', 'ProviderNonsense'],
    [500, '', 'ProviderUnreachable'],
  ])('that answers %i is a coded failure', (status, text, type) => {
    expect(readProviderAnswer('searxng', { status, text })).toEqual({ ok: false, error: { type } });
  });
});

describe('words from strangers', () => {
  it('keep no tags, no control characters and no half letters', () => {
    expect(plainWords('  a <i>b</i>\t\u0000 c &#8364;5 &#x41; &bogus; 3 < 4 ', 100)).toBe('a b c €5 A &bogus; 3 < 4');
    expect(plainWords('ab😀', 3).isWellFormed()).toBe(true);
    expect(plainWords('x'.repeat(1_000_000), 10)).toBe('xxxxxxxxxx');
  });

  it('of an address give its site', () => {
    expect(siteOf('https://WWW.Shop.example:8080/a?b=c')).toBe('shop.example');
    expect(siteOf('nonsense')).toBe('');
  });
});
