// Whichever way a quote is accepted, the award is signed by the same path; and taking it back is said as well.
import { expect, it } from 'vitest';
import type { Line, Said } from '../../../domain/assistant/reply.ts';
import { awardKey } from '../../../domain/commands/quote.ts';
import type { CommandName } from '../../../domain/commands/registry.ts';
import { keyOf, type RecordKey } from '../../../domain/kernel/ids.ts';
import { signAwards } from '../../../src-renderer/approvals/sign-awards.ts';
import { aJourney, costInput } from '../../support/a-journey.ts';
import type { DeedWorld, WorldDeed } from '../../support/deed-world.ts';
import { JOURNEY, PRIVATE } from '../../support/records.ts';

const aQuote = (world: DeedWorld): RecordKey => {
  const total = { minor: 300_000, currency: 'EUR' };
  const bare = { journey: JOURNEY, vendor: 'Miller', total, party: null, step: null, date: null };
  return world.done('quote.add', bare).keys[0] ?? '';
};

/** What is said after a deed, each about which record with which verdict. */
const saidAfter = async (world: DeedWorld, command: CommandName, { keys }: WorldDeed): Promise<readonly string[]> => {
  const said: string[] = [];
  const get = async (key: RecordKey) => world.records.get(key) ?? null;
  await signAwards({ get }, { command, keys }, async (record, verdict) => {
    said.push(`${verdict} ${record.key}`);
    return true;
  });
  return said;
};

it('accepted by the command, it is signed once', async () => {
  const world = aJourney();
  const key = aQuote(world);
  expect(await saidAfter(world, 'quote.accept', world.done('quote.accept', { key }))).toEqual([
    `award ${awardKey(key)}`,
  ]);
});

it('accepted by a proposal of the chat, it is signed in the same way; what else the proposal did is not', async () => {
  const world = aJourney();
  const quote = aQuote(world);
  const lines: Line[] = [
    { act: { act: 'comment.add', text: 'We take Miller' }, journey: JOURNEY },
    { act: { act: 'quote.accept', quote }, journey: JOURNEY },
  ];
  const id = 'message_01890000-0000-7000-8000-0000000000ff';
  const said: Said = { kind: 'proposal', lines };
  world.done('message.send', { space: PRIVATE, id, text: 'Take it', step: null, attachments: [], said });
  const take = lines.map((line, nth) => ({ nth, line }));
  const answer = { message: keyOf(PRIVATE, `${id}-a`), take, leave: [], today: '2026-06-01' };
  expect(await saidAfter(world, 'proposal.answer', world.done('proposal.answer', answer))).toEqual([
    `award ${awardKey(quote)}`,
  ]);
});

it('taken back, that is said; brought back, it is awarded anew', async () => {
  const world = aJourney();
  const quote = aQuote(world);
  world.done('quote.accept', { key: quote });
  const gone = world.done('record.trash', { key: awardKey(quote) });
  expect(await saidAfter(world, 'record.trash', gone)).toEqual([`withdraw ${awardKey(quote)}`]);
  world.done('deed.undo', { events: [...gone.events], records: [...gone.keys] });
  expect(await saidAfter(world, 'record.trash', gone)).toEqual([`award ${awardKey(quote)}`]);
});

it('nothing is signed for a deed that accepts nothing', async () => {
  const world = aJourney();
  const quote = aQuote(world);
  world.done('quote.accept', { key: quote });
  const cost = world.done('cost.add', costInput());
  expect(await saidAfter(world, 'cost.add', cost)).toEqual([]);
  expect(await saidAfter(world, 'record.trash', world.done('record.trash', { key: cost.keys[0] ?? '' }))).toEqual([]);
  // An award that is only read or settled is not accepted by that.
  expect(await saidAfter(world, 'record.settle', { deed: '', keys: [awardKey(quote)], events: [] })).toEqual([]);
});
