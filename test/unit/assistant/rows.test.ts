// The assistant's table is what it claims to be: rows by their types, no sentence twice, the numbers of each kind, names of its house only.
import { describe, expect, it } from 'vitest';
import { ACTS, QUESTIONS, row, type Act, type Row } from '../../assistant/rows.ts';
import { seenDe } from '../../assistant/seen-de.ts';
import { seenEn } from '../../assistant/seen-en.ts';
import { seenEs } from '../../assistant/seen-es.ts';
import { unseenDe } from '../../assistant/unseen-de.ts';
import { unseenEn } from '../../assistant/unseen-en.ts';
import { unseenEs } from '../../assistant/unseen-es.ts';
import { TODAY } from '../../assistant/world.ts';

const ENGLISH = { plain: 103, several: 30, ambiguous: 27, wrong: 25, irrelevant: 15 };
const OTHER = { plain: 16, several: 4, ambiguous: 4, wrong: 4, irrelevant: 2 };
const files: readonly (readonly [name: string, rows: readonly Row[], lang: string, counts: Record<string, number>])[] =
  [
    ['seen English', seenEn, 'en', ENGLISH],
    ['seen German', seenDe, 'de', OTHER],
    ['seen Spanish', seenEs, 'es', OTHER],
    ['unseen English', unseenEn, 'en', ENGLISH],
    ['unseen German', unseenDe, 'de', OTHER],
    ['unseen Spanish', unseenEs, 'es', OTHER],
  ];
const rows = files.flatMap(([, each]) => each);
const actsOf = ({ expect: expected }: Row) => ('does' in expected ? expected.does : []);

describe.each(files)('%s', (_name, own, lang, counts) => {
  it('parses: every step, person, cost, quote, task and journey is one of the house', () => {
    expect(own.filter((each) => !row.safeParse(each).success)).toEqual([]);
  });

  it('has the number of each kind, a third of them unsure', () => {
    const kinds = Object.keys(counts);
    expect(kinds.map((kind) => [kind, own.filter((each) => each.kind === kind).length])).toEqual(
      Object.entries(counts),
    );
    expect(own.filter((each) => each.lang !== lang || !kinds.includes(each.kind))).toEqual([]);
    const unsure = own.filter(({ kind }) => kind === 'ambiguous' || kind === 'wrong' || kind === 'irrelevant');
    expect(unsure).toHaveLength(Math.ceil(own.length / 3));
  });
});

it('has no sentence twice, whatever its case and punctuation', () => {
  const said = rows.map(
    ({ lang, says }) =>
      `${lang} ${says
        .toLowerCase()
        .replaceAll(/[.,;:!?¿¡'"]+\s*/g, ' ')
        .trim()}`,
  );
  expect(said.filter((each, place) => said.indexOf(each) !== place)).toEqual([]);
});

it('expects of each kind what the kind says', () => {
  const isSo: Record<Row['kind'], (each: Row) => boolean> = {
    plain: (each) => 'asks' in each.expect || actsOf(each).length === 1,
    several: (each) => actsOf(each).length === 2 || actsOf(each).length === 3,
    ambiguous: (each) => 'choose' in each.expect,
    wrong: (each) => 'unread' in each.expect,
    irrelevant: (each) => 'unread' in each.expect,
  };
  expect(rows.filter((each) => !isSo[each.kind](each))).toEqual([]);
});

it('offers no choice twice, and no choice of amounts or days where there is only one', () => {
  const isFair = ({ expect: expected }: Row): boolean => {
    if (!('choose' in expected)) return true;
    const { what, among } = expected.choose;
    const fewest = what === 'amount' || what === 'date' ? 2 : 1;
    return new Set<string>(among).size === among.length && (among.length === 0 || among.length >= fewest);
  };
  expect(rows.filter((each) => !isFair(each))).toEqual([]);
});

it('has days to come for what is to be done, days gone by for what was paid, and plans that end after they start', () => {
  const isInOrder = (act: Act): boolean => {
    if (act.act === 'reminder.add') return act.on >= TODAY;
    if (act.act === 'cost.add' || act.act === 'cost.pay') return (act.on ?? TODAY) <= TODAY;
    if (act.act === 'task.add') return (act.due ?? TODAY) >= TODAY;
    if (act.act === 'step.plan') return (act.starts ?? TODAY) >= TODAY && (act.ends ?? '9999') >= (act.starts ?? TODAY);
    return true;
  };
  expect(rows.filter((each) => !actsOf(each).every(isInOrder))).toEqual([]);
});

it('has every act and every question in each half of the English ones', () => {
  for (const own of [seenEn, unseenEn]) {
    expect(new Set(own.flatMap(actsOf).map(({ act }) => act))).toEqual(new Set(ACTS));
    const asked = own.flatMap((each) => ('asks' in each.expect ? each.expect.asks.question : []));
    expect(new Set(asked)).toEqual(new Set(QUESTIONS));
  }
});
