// A language model in the chat: off until chosen, answers in a stream, proposes and never does, is stopped, and stood in for when it fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFakeModel, type FakeModel } from '../support/fake-model.ts';
import { launch, type Launched } from '../support/launch.ts';
import { personAt } from '../support/person.ts';
import { shot } from '../support/shot.ts';

let model: FakeModel;
let device: Launched;
const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-chat-model-'));

beforeAll(async () => {
  model = await startFakeModel();
  device = await launch({ userData: folder });
});
afterAll(async () => {
  await shot(device.page, 'chat-model-end').catch(() => undefined);
  await device.close();
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

test('chosen in Settings, asked in the chat, and only a proposal until a person says so', async () => {
  const { page } = device;
  const anna = personAt(page);
  await anna.startJourney({ name: 'Kitchen', template: 'Kitchen' });
  const say = async (text: string): Promise<void> => {
    const field = page.getByRole('textbox', { name: 'Message' });
    await field.fill(text);
    await field.press('Enter');
  };

  await anna.openTab('Talk');
  await say('undo');
  const proposal = page.getByRole('region', { name: 'Proposal' }).last();
  await proposal.getByRole('button', { name: 'Don’t' }).click();
  expect(model.asked).toEqual([]);

  await anna.goTo('Settings');
  const settings = page.getByRole('region', { name: 'Language model' });
  await settings.getByRole('switch').click();
  await settings.getByLabel('Address', { exact: true }).fill('http://elsewhere.example/v1');
  await settings.getByLabel('Model', { exact: true }).fill('llama3.2');
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText('Enter an https address').waitFor();
  await settings.getByLabel('Address', { exact: true }).fill(model.endpoint);
  await settings.getByLabel('For what it is told').fill('500');
  await settings.getByRole('button', { name: 'Save' }).click();
  await settings.getByText('Saved', { exact: true }).waitFor();
  await settings.scrollIntoViewIfNeeded();
  await shot(page, 'chat-model-settings');

  await anna.goTo('Kitchen');
  await anna.openTab('Talk');
  model.next({
    say: ['You can measure', ' the room first.'],
    calls: [{ name: 'step_start', args: '{"step":"step1"}' }],
    tokens: [1_234, 12],
  });
  await say('Where do we begin with all this?');
  await proposal.getByRole('button', { name: 'Do it' }).waitFor();
  await page.getByText('You can measure the room first.').waitFor();
  await page.getByText('By llama3.2, 1234 tokens heard and 12 said').waitFor();
  await shot(page, 'chat-model-proposal');
  await anna.openTab('Steps');
  await page.getByRole('button', { name: 'Open Measure and photograph the room' }).waitFor();
  expect(await page.getByText('Doing').count()).toBe(0);
  await anna.openTab('Talk');
  await proposal.getByRole('button', { name: 'Do it' }).click();
  await proposal.getByText('Done').waitFor();
  expect(JSON.stringify(model.asked[0]?.body)).toContain('Measure and photograph the room');

  // It speaks on and on, and is stopped; what was written stands without an answer.
  model.next({ hang: ['Let me tell you', ' a long story'] });
  await say('Tell me a story');
  const turn = page.getByRole('article', { name: 'Being answered' });
  await turn.getByText('Let me tell you a long story').waitFor();
  // Who looks elsewhere meanwhile finds it still being told.
  await anna.openTab('Steps');
  await anna.openTab('Talk');
  await turn.getByText('Let me tell you a long story').waitFor();
  await shot(page, 'chat-model-turn');
  await turn.getByRole('button', { name: 'Stop' }).click();
  await turn.waitFor({ state: 'detached' });
  await page.getByText('Tell me a story').waitFor();

  // It makes no sense: the reader answers, and it is said so.
  model.next({ raw: '<html>Log in</html>' });
  await say('undo');
  const without = page.getByText('llama3.2 did not answer, so this was read without it.');
  await without.waitFor();
  // Of this alone: nothing was answered in the place of the story.
  expect(await without.count()).toBe(1);

  // A paper's words, or its own madness, can't make it do what there is no tool for.
  model.next({ say: ['Done!'], calls: [{ name: 'delete_everything', args: '{}' }] });
  await say('And now?');
  await page.getByText('Done!', { exact: true }).waitFor();
  await page.getByText('I found nothing by that name here. Nothing is changed.').waitFor();
});

test('what it was asked when the power went is answered without it at the next start', async () => {
  model.next({ hang: ['Let me think'] });
  const field = device.page.getByRole('textbox', { name: 'Message' });
  await field.fill('undo');
  await field.press('Enter');
  await device.page.getByRole('article', { name: 'Being answered' }).getByText('Let me think').waitFor();
  await device.kill();
  device = await launch({ userData: folder });
  const { page } = device;
  await personAt(page).goTo('Kitchen');
  await personAt(page).openTab('Talk');
  const without = page.getByText('llama3.2 did not answer, so this was read without it.').nth(1);
  await without.waitFor();
  expect(await without.isVisible()).toBe(true);
});
