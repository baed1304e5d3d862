// Whichever way a quote is accepted or that is taken back, it is signed by the same path, once; also when the app ended in between.
import { expect, it } from 'vitest';
import type { Line, Said } from '../../../domain/assistant/reply.ts';
import { changeStanding, type Standing } from '../../../domain/approvals/standing.ts';
import { owedWord, whoDidIt } from '../../../domain/approvals/owed-word.ts';
import { awardKey } from '../../../domain/commands/quote.ts';
import type { CommandInput, CommandName } from '../../../domain/commands/registry.ts';
import { keyOf, type RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordType } from '../../../domain/records/registry.ts';
import { signAwards, signLeftOver, type SayOwed } from '../../../src-renderer/approvals/sign-awards.ts';
import type { Store } from '../../../src-renderer/data/store.ts';
import { aJourney, costInput } from '../../support/a-journey.ts';
import type { WorldDeed } from '../../support/deed-world.ts';
import { ANNA, BEN, JOURNEY, PRIVATE } from '../../support/records.ts';
import { aSigner, CONTENT, entryBy, graphOf } from '../../support/signed-entries.ts';

const anna = aSigner(ANNA, 'family');

/** The window's deeds, and a main that signs until it is cut off. */
const createDesk = () => {
  const world = aJourney();
  const entries: ReturnType<typeof entryBy>[] = [];
  let cut = false;
  const get = async (key: RecordKey) => world.records.get(key) ?? null;
  const standingOf = (key: RecordKey): Standing => {
    const words = graphOf(entries, [anna])
      .entries.filter(({ body }) => body.about === key)
      .slice(-1);
    const state = words.length === 0 ? 'draft' : words[0]?.body.verdict === 'award' ? 'approved' : 'withdrawn';
    return { state, why: null, waitingFor: [], words };
  };
  const sayOwed: SayOwed = async (key) => {
    const award = recordAs('award', world.records.get(key));
    if (award === null) return;
    if (cut) throw new Error('the app was ended');
    const verdict = owedWord(award, standingOf(key));
    const { heads } = graphOf(entries, [anna]);
    if (verdict === null) return;
    const entry = entryBy(anna, { verdict, about: key, heads, space: award.space });
    entries.push(entry);
    world.records.set(entry.key, entry);
  };
  const total = { minor: 300_000, currency: 'EUR' };
  const bare = { journey: JOURNEY, vendor: 'Miller', total, party: null, step: null, date: null };
  const quote = world.done('quote.add', bare).keys[0] ?? '';
  return {
    world,
    quote,
    award: awardKey(quote),
    /** All that was signed by now. */
    said: () => entries.map(({ body }) => `${String(body['verdict'])} ${String(body['about'])}`),
    run: async <C extends CommandName>(command: C, input: CommandInput<C>): Promise<WorldDeed> => {
      const deed = world.done(command, input);
      await signAwards({ get }, deed, sayOwed).catch(() => {});
      return deed;
    },
    kill: () => {
      cut = true;
    },
    /** Anna's, unless another person's device starts. */
    start: async (me = ANNA) => {
      cut = false;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- in this world one journey is all there is
      const find = (async ({ type }: { readonly type: RecordType }) => world.all(type)) as unknown as Store['find'];
      const awardByKey = new Map(world.all('award').map(({ key }) => [key, standingOf(key)]));
      await signLeftOver({ me, find }, async () => ({ awardByKey }), sayOwed);
    },
  };
};

it('accepted by the command, it is signed once', async () => {
  const { run, said, quote, award } = createDesk();
  await run('quote.accept', { key: quote });
  expect(said()).toEqual([`award ${award}`]);
});

const proposal = (desk: ReturnType<typeof createDesk>) => {
  const lines: Line[] = [
    { act: { act: 'comment.add', text: 'We take Miller' }, journey: JOURNEY },
    { act: { act: 'quote.accept', quote: desk.quote }, journey: JOURNEY },
  ];
  const id = 'message_01890000-0000-7000-8000-0000000000ff';
  const said: Said = { kind: 'proposal', lines };
  desk.world.done('message.send', { space: PRIVATE, id, text: 'Take it', step: null, attachments: [], said });
  const take = lines.map((line, nth) => ({ nth, line }));
  return { message: keyOf(PRIVATE, `${id}-a`), take, leave: [], today: '2026-06-01' };
};

it('accepted by a proposal of the chat, it is signed in the same way; Undo on its card signs that it is taken back', async () => {
  const desk = createDesk();
  const deed = await desk.run('proposal.answer', proposal(desk));
  expect(desk.said()).toEqual([`award ${desk.award}`]);
  await desk.run('deed.undo', { events: [...deed.events], records: [...deed.keys] });
  expect(desk.said()).toEqual([`award ${desk.award}`, `withdraw ${desk.award}`]);
});

it('a decision that is rolled back takes the award back in a signed word, and applied again awards it anew', async () => {
  const { world, run, said, quote, award } = createDesk();
  const asked = world.done('decision.add', {
    journey: JOURNEY,
    question: 'Whose tiles?',
    alternatives: ['Miller', 'Lindner'],
    step: null,
  });
  const key = asked.keys[0] ?? '';
  world.done('decision.take', { key, choice: 'a1' });
  const accepted = await run('quote.accept', { key: quote });
  world.done('decision.link', { key, deed: accepted.deed, records: [...accepted.keys] });
  const back = await run('decision.rollback', {
    key,
    events: [...accepted.events],
    records: [...accepted.keys],
    take: [],
  });
  expect(world.one('award', award).trashedAt).not.toBe(0);
  expect(said()).toEqual([`award ${award}`, `withdraw ${award}`]);
  await run('decision.reapply', { key, events: [...back.events], records: [...back.keys], take: [] });
  expect(world.one('award', award).trashedAt).toBe(0);
  expect(said()).toEqual([`award ${award}`, `withdraw ${award}`, `award ${award}`]);
});

it('taken back, from the trash and by Undo, each is said', async () => {
  const { run, said, quote, award } = createDesk();
  await run('quote.accept', { key: quote });
  const gone = await run('record.trash', { key: award });
  await run('record.restore', { key: award });
  await run('record.trash', { key: award });
  await run('quote.accept', { key: quote });
  expect(gone.keys).toEqual([award]);
  expect(said()).toEqual(['award', 'withdraw', 'award', 'withdraw', 'award'].map((verdict) => `${verdict} ${award}`));
});

it('ended between the deed and its signature, the next start signs it, once', async () => {
  const { run, said, kill, start, quote, award } = createDesk();
  kill();
  await run('quote.accept', { key: quote });
  await start(BEN);
  // Whoever did it signs it.
  expect(said()).toEqual([]);
  await start();
  await start();
  expect(said()).toEqual([`award ${award}`]);
  kill();
  await run('record.trash', { key: award });
  await start();
  expect(said()).toEqual([`award ${award}`, `withdraw ${award}`]);
});

it('what the sample accepted is signed by nobody', async () => {
  const { world, run, said, kill, start, quote } = createDesk();
  kill();
  await run('quote.accept', { key: quote });
  const [journey] = world.all('journey');
  if (journey === undefined) throw new Error('no journey');
  world.records.set(journey.key, { ...journey, body: { ...journey.body, sample: true } });
  await start();
  expect(said()).toEqual([]);
});

it('accepted and taken back before either was signed, nothing is signed: nobody was told anything', async () => {
  const { run, said, kill, start, quote, award } = createDesk();
  kill();
  await run('quote.accept', { key: quote });
  await run('record.trash', { key: award });
  await start();
  expect(said()).toEqual([]);
});

it('what was taken back by Undo and not signed is signed as taken back, and a figure that was settled is nobody’s word', async () => {
  const { world, run, said, kill, start, quote, award } = createDesk();
  const deed = await run('quote.accept', { key: quote });
  kill();
  await run('deed.undo', { events: [...deed.events], records: [...deed.keys] });
  await start();
  expect(said()).toEqual([`award ${award}`, `withdraw ${award}`]);
  const events = world.all('event');
  expect(whoDidIt(award, 'withdraw', events)).toBe(ANNA);
  expect(whoDidIt(award, 'award', events)).toBe(null);
  const settled = events.map((event) =>
    Object.assign({}, event, { body: Object.assign({}, event.body, { command: 'record.settle' }) }),
  );
  expect(whoDidIt(award, 'withdraw', settled)).toBe(null);
});

it('nothing is signed for a deed that accepts nothing', async () => {
  const { world, run, said, quote, award } = createDesk();
  world.done('quote.accept', { key: quote });
  const cost = await run('cost.add', costInput());
  await run('record.trash', { key: cost.keys[0] ?? '' });
  await run('quote.accept', { key: world.done('quote.add', bareQuote).keys[0] ?? '' });
  // The first was accepted elsewhere, and whoever did that signs it.
  expect(said().filter((word) => word.endsWith(award))).toEqual([]);
});
const bareQuote = {
  journey: JOURNEY,
  vendor: 'Ortiz',
  total: null,
  currency: 'EUR',
  party: null,
  step: null,
  date: null,
};

it('what is owed follows from what stands and what was signed last', () => {
  const said = (verdict: 'award' | 'withdraw') => graphOf([entryBy(anna, { verdict, heads: [] })], [anna]).entries;
  const live = { trashedAt: 0 };
  const gone = { trashedAt: 7 };
  expect(owedWord(live, undefined)).toBe('award');
  expect(owedWord(live, { state: 'approved', words: said('award') })).toBe(null);
  expect(owedWord(live, { state: 'needsYou', words: said('award') })).toBe('award');
  expect(owedWord(live, { state: 'withdrawn', words: said('withdraw') })).toBe('award');
  expect(owedWord(gone, undefined)).toBe(null);
  expect(owedWord(gone, { state: 'approved', words: said('award') })).toBe('withdraw');
  expect(owedWord(gone, { state: 'needsYou', words: [...said('award'), ...said('withdraw')] })).toBe('withdraw');
  expect(owedWord(gone, { state: 'withdrawn', words: said('withdraw') })).toBe(null);
});

it('signed on two devices that did not know of each other it stands as well, and taken back on one it is asked for', () => {
  const ben = aSigner(BEN, 'family');
  const { award } = createDesk();
  const record = { key: award, space: PRIVATE, type: 'award', past: {} };
  const twice = [anna, ben].map((signer) =>
    entryBy(signer, { verdict: 'award', heads: [], about: award, space: PRIVATE }),
  );
  const standingOf = (entries: typeof twice): Standing =>
    changeStanding({ record, entries: graphOf(entries, [anna, ben]).entries, content: CONTENT });
  expect(standingOf(twice)).toMatchObject({ state: 'approved' });
  expect(owedWord({ trashedAt: 0 }, standingOf(twice))).toBe(null);
  const heads = [twice[0]?.id ?? ''];
  const back = entryBy(anna, { verdict: 'withdraw', heads, about: award, space: PRIVATE });
  // Ben's word did not know of it: one over both settles it.
  expect(owedWord({ trashedAt: 7 }, standingOf([...twice, back]))).toBe('withdraw');
  const over = entryBy(anna, {
    verdict: 'withdraw',
    heads: [back.id, twice[1]?.id ?? ''],
    about: award,
    space: PRIVATE,
  });
  expect(owedWord({ trashedAt: 7 }, standingOf([...twice, back, over]))).toBe(null);
});
