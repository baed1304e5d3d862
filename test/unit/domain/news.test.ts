// What is news for whom, what has been seen, and when the desktop is told of it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newsOf, type News, type NewsInput } from '../../../domain/news/news.ts';
import { DEFAULT_CHOICE, planNotices, quietLeft, type NoticeInput } from '../../../domain/news/notices.ts';
import { isUnread, kept, NOTHING_SEEN, withSeen } from '../../../domain/news/seen.ts';
import { recordAs, type RecordType } from '../../../domain/records/registry.ts';
import { ANNA, aRecord, BEN, JOURNEY, MILLER, stampAt } from '../../support/records.ts';

const as = <T extends RecordType>(type: T, changes: Parameters<typeof aRecord>[0]) => {
  const made = recordAs(type, aRecord({ id: `${type}_1`, type, ...changes }));
  if (made === null) throw new Error('no record');
  return made;
};
const NONE: NewsInput = {
  me: ANNA,
  isFamily: true,
  comments: [],
  messages: [],
  tasks: [],
  logs: [],
  decisions: [],
  proposed: [],
};
const aTask = (body: object, by: string, made: object = {}) =>
  as('task', { by, createdBy: by, body: { title: 'Door', assignee: null, due: null, doneAt: null, ...body }, ...made });
const kinds = (input: Partial<NewsInput>): readonly string[] =>
  newsOf({ ...NONE, ...input })
    .filter(({ isOwn }) => !isOwn)
    .map(({ kind }) => kind);

describe('what is news', () => {
  it('is what others say, aloud where one is spoken to, and never what one does oneself', () => {
    const said = as('comment', { by: BEN, createdBy: BEN, body: { text: 'Hello' } });
    const named = as('comment', { by: BEN, createdBy: BEN, body: { text: '@Anna', mentions: [ANNA] } });
    expect(kinds({ comments: [said, named, { ...named, trashedAt: 5 }] })).toEqual(['said', 'mentioned']);
    expect(kinds({ comments: [{ ...named, createdBy: ANNA }] })).toEqual([]);
    const message = { text: 'Hi', step: null, attachments: [], answers: null, said: null, outcomes: {} };
    const ofBen = as('message', { createdBy: BEN, body: { ...message, who: 'person' } });
    const ofAssistant = as('message', { createdBy: BEN, body: { ...message, who: 'assistant' } });
    expect(kinds({ messages: [ofBen, ofAssistant] })).toEqual(['said']);
  });

  it('is a task that was given to one, sent back to one, or waits for one to look at', () => {
    expect(kinds({ tasks: [aTask({ assignee: ANNA }, BEN)] })).toEqual(['assigned']);
    expect(kinds({ tasks: [aTask({ assignee: ANNA }, ANNA), aTask({ assignee: BEN }, BEN)] })).toEqual([]);
    const forMiller = aTask({ party: `${JOURNEY}|party_1` }, ANNA);
    expect(kinds({ tasks: [forMiller], me: MILLER, isFamily: false })).toEqual(['assigned']);
    const done = aTask({ list: 'punch', doneAt: 5, doneBy: MILLER }, MILLER);
    expect(kinds({ tasks: [done] })).toEqual(['toVerify']);
    expect(kinds({ tasks: [done], me: MILLER, isFamily: false })).toEqual([]);
    const back = aTask({ assignee: MILLER, sentBack: { at: 9, by: ANNA, of: 5, why: 'Drips' } }, ANNA);
    const [news] = newsOf({ ...NONE, me: MILLER, isFamily: false, tasks: [back] });
    expect(news).toMatchObject({ kind: 'sentBack', text: 'Drips', by: ANNA, at: 9 });
    expect(kinds({ tasks: [back] })).toEqual([]);
  });

  it('is a change order that waits for one’s side, anew when it is proposed anew, and never what one proposed', () => {
    const amount = { minor: 5_000, currency: 'EUR' };
    const body = { title: 'More tiles', why: '', amount, days: 0, lines: [], step: null, against: null };
    const change = as('change', { createdBy: MILLER, body });
    const proposed = [{ change, content: 'a', by: MILLER, at: 5 }];
    expect(kinds({ proposed })).toEqual(['wanted']);
    const ids = (content: string) =>
      newsOf({ ...NONE, proposed: [{ change, content, by: MILLER, at: 5 }] }).map(({ id }) => id);
    expect(ids('a')).not.toEqual(ids('b'));
    expect(kinds({ proposed: [{ change, content: 'a', by: ANNA, at: 5 }] })).toEqual([]);
  });

  it('is a decision that waits for one’s vote, until it is given', () => {
    const body = { question: 'Oak?', alternatives: {}, step: null, decided: null, agree: [ANNA, BEN] };
    expect(kinds({ decisions: [as('decision', { createdBy: BEN, body })] })).toEqual(['wanted']);
    expect(
      kinds({ decisions: [as('decision', { createdBy: BEN, body: { ...body, votes: { [ANNA]: 'a1' } } })] }),
    ).toEqual([]);
  });
});

const someNews = (changes: Partial<News> = {}): News => ({
  id: 'said k',
  kind: 'said',
  key: 'k',
  type: 'comment',
  parent: '',
  journey: JOURNEY,
  by: BEN,
  at: 2_000,
  text: '',
  isOwn: false,
  ...changes,
});

describe('what has been seen', () => {
  const met = kept(NOTHING_SEEN, { journeys: [JOURNEY], news: [], now: 1_000 });

  it('is what was there before this device knew the journey, and what was looked at, in whatever order it comes', () => {
    const [old, fresh] = [someNews({ id: 'a', at: 500 }), someNews({ id: 'b' })];
    expect(isUnread(fresh, NOTHING_SEEN, 3_000)).toBe(false);
    expect([old, fresh].map((news) => isUnread(news, met, 3_000))).toEqual([false, true]);
    const looked = withSeen(met, ['b']);
    const late = someNews({ id: 'c', at: 1_500 });
    expect([fresh, late].map((news) => isUnread(news, looked, 3_000))).toEqual([false, true]);
  });

  it('forgets what is gone, keeps the rest, and says nothing new when nothing is', () => {
    const [gone, still] = [`said ${JOURNEY}|comment_1`, `said ${JOURNEY}|comment_2`];
    const looked = withSeen(met, [gone, still]);
    const input = { journeys: [JOURNEY], news: [someNews({ id: still })], now: 3_000 };
    const next = kept(looked, input);
    expect(next.seen).toEqual([still]);
    expect(kept(next, input)).toBe(next);
  });

  it('keeps what was seen on a journey that is locked or put away for a while', () => {
    const id = `said ${JOURNEY}|comment_1`;
    const looked = withSeen(met, [id]);
    expect(kept(looked, { journeys: [], news: [], now: 3_000 }).seen).toContain(id);
    expect(kept(looked, { journeys: [JOURNEY], news: [], now: 3_000 }).seen).not.toContain(id);
  });

  it('takes for seen what stands open at the first meeting, though someone writes there later', () => {
    const [given] = newsOf({ ...NONE, tasks: [aTask({ assignee: ANNA }, BEN, { stamp: stampAt(500) })] });
    const [edited] = newsOf({ ...NONE, tasks: [aTask({ assignee: ANNA }, BEN, { stamp: stampAt(2_500) })] });
    if (given === undefined || edited === undefined) throw new Error('no news');
    const state = kept(NOTHING_SEEN, { journeys: [JOURNEY], news: [given], now: 1_000 });
    expect(isUnread(edited, state, 3_000)).toBe(false);
    expect(isUnread(edited, met, 3_000)).toBe(true);
  });

  it('keeps one’s own deed seen when another writes there later', () => {
    const [own] = newsOf({ ...NONE, tasks: [aTask({ assignee: ANNA }, ANNA, { stamp: stampAt(2_000) })] });
    if (own === undefined) throw new Error('no news');
    const state = kept(met, { journeys: [JOURNEY], news: [own], now: 3_000 });
    const [later] = newsOf({ ...NONE, tasks: [aTask({ assignee: ANNA }, ANNA, { by: BEN, stamp: stampAt(2_500) })] });
    expect(later).toMatchObject({ id: own.id, isOwn: false });
    expect(later !== undefined && isUnread(later, state, 3_000)).toBe(false);
  });
});

describe('what the desktop is told', () => {
  const input = (changes: Partial<NoticeInput> = {}): NoticeInput => ({
    pending: [someNews({ kind: 'mentioned', id: 'm' })],
    choice: DEFAULT_CHOICE,
    now: 100_000,
    minute: 12 * 60,
    isLooking: false,
    lastCame: 90_000,
    firstCame: 90_000,
    lastShown: null,
    ...changes,
  });
  const many = (count: number, journeys = 1): readonly News[] =>
    Array.from({ length: count }, (_, at) =>
      someNews({ kind: 'assigned', id: `n${at}`, journey: `j${at % journeys}` }),
    );

  it('is only what one is spoken to, given, asked or sent back, and nothing while one looks or has it off', () => {
    expect(planNotices(input()).show).toEqual([{ kind: 'one', news: input().pending[0] }]);
    for (const kind of ['said', 'logged', 'toVerify'] as const)
      expect(planNotices(input({ pending: [someNews({ kind })] }))).toEqual({ show: [], told: [], wait: null });
    for (const changes of [{ isLooking: true }, { choice: { ...DEFAULT_CHOICE, on: false } }])
      expect(planNotices(input(changes))).toEqual({ show: [], told: ['m'], wait: null });
  });

  it('waits through the quiet hours, over midnight too, and tells it afterwards', () => {
    expect(quietLeft(DEFAULT_CHOICE, 23 * 60)).toBe(8 * 60);
    expect(quietLeft(DEFAULT_CHOICE, 6 * 60 + 59)).toBe(1);
    expect(quietLeft(DEFAULT_CHOICE, 7 * 60)).toBe(0);
    expect(quietLeft({ on: true, quietFrom: 60, quietUntil: 60 }, 60)).toBe(0);
    expect(planNotices(input({ minute: 6 * 60 + 59 }))).toEqual({ show: [], told: [], wait: 60_000 });
  });

  it('waits until no more comes, but not for ever, and keeps apart from what was told before', () => {
    expect(planNotices(input({ lastCame: 99_000 })).wait).toBe(2_000);
    expect(planNotices(input({ lastCame: 99_000, firstCame: 80_000 })).show).toHaveLength(1);
    expect(planNotices(input({ lastShown: 80_000 })).wait).toBe(10_000);
  });

  it('tells much as one for each journey, and very much as one', () => {
    expect(planNotices(input({ pending: many(3) })).show).toHaveLength(3);
    expect(planNotices(input({ pending: many(40, 2) })).show).toEqual([
      { kind: 'several', journey: 'j0', count: 20 },
      { kind: 'several', journey: 'j1', count: 20 },
    ]);
    expect(planNotices(input({ pending: many(900, 9) })).show).toEqual([
      { kind: 'several', journey: null, count: 900 },
    ]);
  });

  it('never shows more than three at once, and counts each piece once', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 12 }), (count, journeys) => {
        const { show, told } = planNotices(input({ pending: many(count, journeys) }));
        expect(show.length).toBeLessThanOrEqual(3);
        expect(told).toHaveLength(count);
        expect(show.reduce((sum, notice) => sum + (notice.kind === 'one' ? 1 : notice.count), 0)).toBe(count);
      }),
      { seed: 20_261_126, numRuns: 100 },
    );
  });
});
