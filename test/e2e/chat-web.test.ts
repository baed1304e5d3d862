// A search of the web by chat: said where it would go, nothing sent before a person says so, queued while the provider is away, answered in the talk.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFakeWeb, type FakeWeb } from '../support/fake-web.ts';
import { launch, type Launched } from '../support/launch.ts';
import { networkReturns } from '../support/network-returns.ts';
import { personAt } from '../support/person.ts';
import { shot } from '../support/shot.ts';
import { talkIn } from '../support/talk.ts';

let web: FakeWeb;
let device: Launched;

beforeAll(async () => {
  web = await openFakeWeb([
    { url: 'http://shop.example/oak', title: 'Oak worktop 40 mm, 3 m', text: 'Solid oak, oiled, 289.00 a piece' },
    { url: 'http://shop.example/beech', title: 'Beech worktop 38 mm, 3 m', text: 'Full staves' },
  ]);
  device = await launch();
});
afterAll(async () => {
  await device.close();
  await web.close();
});

test('it is proposed, sent once it is taken, and its answer stands in the talk with links', async () => {
  const { page } = device;
  const anna = personAt(page);
  const talk = talkIn(page);
  await anna.startJourney({ name: 'Kitchen', template: 'Kitchen' });

  // With no provider it is said that nothing is sent, and the question waits for one.
  await anna.openTab('Talk');
  await talk.say('look up prices for oak worktops');
  await talk.proposal.getByText('Search the web for “prices for oak worktops”').waitFor();
  await talk.proposal.getByText('No search provider is chosen: nothing is sent.').waitFor();
  await talk.proposal.getByRole('button', { name: 'Do it' }).click();
  await talk.proposal.getByText(/Research is off|No search provider/).waitFor();
  await shot(page, 'web-off');

  await anna.goTo('Settings');
  const settings = page.getByRole('region', { name: 'Research' });
  await settings.getByLabel('Straight from this device').check();
  await settings.getByLabel('Address').fill(web.address);
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText('Saved', { exact: true }).waitFor();

  await anna.goTo('Kitchen');
  await talk.proposal.getByRole('button', { name: 'Oak worktop 40 mm, 3 m', exact: true }).waitFor();
  await shot(page, 'web-answered');
  const asked = web.asked.length;

  web.set('broken');
  await talk.say('search the web for tilers near Leeds');
  await talk.proposal.getByText('Goes to SearXNG at 127.0.0.1').waitFor();
  await shot(page, 'web-proposed');
  expect(web.asked).toHaveLength(asked);
  await talk.proposal.getByRole('button', { name: 'Do it' }).click();
  await talk.proposal.getByText('The search provider cannot be reached.').waitFor();
  web.set('well');
  await networkReturns(page);
  await talk.proposal.getByRole('button', { name: 'Keep Beech worktop 38 mm, 3 m' }).waitFor();
  expect(web.asked.at(-1)?.url).toBe('/search?q=tilers%20near%20Leeds&format=json');
  await talk.proposal.getByRole('button', { name: 'See it in Research' }).click();
  await page.getByRole('article', { name: 'tilers near Leeds' }).waitFor();
});
