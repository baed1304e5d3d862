// Asked in the chat: what a quote leaves out, what is committed, what waits for a signature; and what stands behind a block that is no reason.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launch, type Launched } from '../support/launch.ts';
import { addQuote } from '../support/quote-by-hand.ts';
import { shot } from '../support/shot.ts';
import { talkIn, type Talk } from '../support/talk.ts';
import { openTab, startJourney } from '../support/window.ts';

let device: Launched;
let page: Page;
let talk: Talk;

beforeAll(async () => {
  device = await launch();
  ({ page } = device);
  talk = talkIn(page);
  await startJourney(page, { template: 'Kitchen', name: 'Kitchen', budget: '25000' });
});
afterAll(() => device.close());

test('what was agreed is asked, and answered with links to it', async () => {
  await openTab(page, 'Quotes');
  await addQuote(page, {
    vendor: 'Miller Plumbing',
    lines: [['Pipes and valves', '1', 'lump', '4000']],
    terms: 'Valid for 30 days. Painting is not included. Prices exclude VAT.',
  });
  await openTab(page, 'Talk');
  await talk.learn('what does Miller not include?', 'Painting is not included.');
  await talk.learn('how much is committed?', 'Nothing is committed yet');
  expect(await talk.have("accept Miller's quote")).toContain('€4,000.00');
  await talk.learn('how much is committed so far?', '€4,000.00 is committed.');
  await talk.learn('what is left of the budget?', '€4,000.00 is committed and not billed yet');
  await talk.learn('what is waiting for my signature?', 'Nothing is waiting for your signature.');
  await talk.learn('what did the approved changes cost?', 'No change order is approved.');
  await talk.learn('who owes whom?', 'No cost is shared between people yet.');
  await shot(page, 'agreed');
});

test('the words behind a block may be never mind or a request of their own, and it says so', async () => {
  await talk.say('block first-fix plumbing');
  await talk.log.getByText('Why can’t it go on?').waitFor();
  await talk.learn('never mind', 'All right, nothing is changed.');
  await talk.say('block first-fix plumbing please');
  await talk.learn('who owes whom now?', 'Read as something else, not as the reason; nothing is blocked.');
  await shot(page, 'own');
  const turn = talk.log.getByRole('button', { name: 'That was the reason' });
  await turn.waitFor();
  expect(await turn.count()).toBe(1);
});
