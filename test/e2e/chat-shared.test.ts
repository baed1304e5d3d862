// One chat in two windows, the family's and a contractor's, with the assistant listening: what is private is said in the family's thread
// and nowhere in the one that the contractor reads, whatever anybody asks there.
import { beforeAll, expect, test } from 'vitest';
import { annaAndMiller, devicesOnServer } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { everythingAtRest } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';
import { talkIn } from '../support/talk.ts';

/** What only the family may know, in the words that would tell it. */
const SECRETS = ['zellige', '684.50', '25,000', 'why we hurry'];
/** As it lies on a disk: no amount at all is the contractor's to know. */
const AT_REST = [...SECRETS, '"minor"'];
const HELD_BACK = 'Others read this thread';

const devices = await devicesOnServer();
let anna: Person;
let miller: Person;

beforeAll(async () => {
  ({ anna, miller } = await annaAndMiller(devices));
});

test('the family’s thread knows everything, the shared one only what the contractor may', async () => {
  const { page } = anna;
  const talk = talkIn(page);
  await anna.openTab('Talk');
  await talk.have('set the budget to 25000');
  await talk.have('bought zellige tiles for 684.50');
  await talk.have('note that the divorce is why we hurry');
  await talk.learn('how much have we spent?', '€684.50 spent');

  await page.getByRole('button', { name: /^Who can see this/ }).click();
  await page.getByRole('menuitem', { name: /Miller/ }).click();
  await talk.learn('how much have we spent?', HELD_BACK);
  await talk.learn('how much is left of the budget?', HELD_BACK);
  await talk.learn('find the divorce', HELD_BACK);
  await talk.learn('show the photos of the wall', HELD_BACK);
  await talk.learn('which quote is cheapest?', HELD_BACK);
  await talk.learn('search the web for plasterers', 'not told where others read');
  await talk.learn("what's next?", 'Tile the wall');
  await talk.have('start tile the wall');
  await shot(page, 'shared-family');
  const told = await talk.log.innerText();
  for (const secret of SECRETS) expect(told).not.toContain(secret);
  await anna.allSent();
});

test('the contractor reads that thread, asks in it, has done what is theirs to do, and is told nothing else', async () => {
  const { page } = miller;
  const talk = talkIn(page);
  await miller.goTo('Kitchen');
  await miller.openTab('Talk');
  await talk.log.getByText('Start Tile the wall', { exact: true }).waitFor();
  await talk.learn('how much have we spent on tiles?', HELD_BACK);
  await talk.learn('find the chimney', HELD_BACK);
  await talk.have('add task bring the grout');
  await shot(page, 'shared-contractor');
  await miller.allSent();

  const told = await talk.log.innerText();
  const atRest = await everythingAtRest(page);
  for (const secret of SECRETS) expect(told).not.toContain(secret);
  expect(AT_REST.filter((secret) => atRest.includes(secret))).toEqual([]);

  const { page: hers } = anna;
  await talkIn(hers).log.getByText('add task bring the grout', { exact: true }).waitFor();
  // Whoever wrote it decides: his proposal is his, and hers hers.
  await talk.say('finish tile the wall');
  await talk.proposal.getByText('Complete Tile the wall').waitFor();
  await miller.allSent();
  await talkIn(hers).proposal.getByText('Complete Tile the wall').waitFor();
  await talkIn(hers).proposal.getByText('Whoever wrote this decides.').waitFor();
});
