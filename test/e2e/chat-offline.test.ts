// A kitchen renovated by talking about it on two devices, the server away in the middle: what was said and done without it arrives afterwards.
import { expect, test } from 'vitest';

import { accountOf } from '../support/accounts.ts';
import { devicesOnServer } from '../support/devices.ts';
import type { Person } from '../support/person.ts';
import { rawRecords, type RawRecord } from '../support/raw-records.ts';
import { shot } from '../support/shot.ts';
import { talkIn, type Talk } from '../support/talk.ts';

const { server, newDevice, serverReturns } = await devicesOnServer();

/** Someone before a window, who talks there. */
const newTalker = async (): Promise<{ readonly person: Person; readonly talk: Talk }> => {
  const person = await newDevice();
  return { person, talk: talkIn(person.page) };
};

const inKitchen = async ({ goTo, openTab }: Person): Promise<void> => {
  await goTo('Kitchen renovation');
  await openTab('Talk');
};

/** What both devices must come to agree on, read behind the app's back. */
const kept = async ({ page }: Person): Promise<unknown> => {
  const rows = (await rawRecords(page)).filter(({ _deleted, trashedAt }) => !_deleted && trashedAt === 0);
  const of = (type: string): readonly RawRecord[] => rows.filter((row) => row.type === type);
  const sorted = (words: readonly unknown[]): readonly string[] => words.map(String).toSorted();
  return {
    said: sorted(of('message').flatMap(({ body }) => (body['text'] === '' ? [] : [body['text']]))),
    costs: sorted(of('cost').map(({ body }) => body['description'])),
    tasks: sorted(of('task').map(({ body }) => body['title'])),
    steps: sorted(
      of('step').flatMap(({ body: { name, state } }) =>
        state === 'todo' ? [] : [`${String(name)}: ${String(state)}`],
      ),
    ),
  };
};

test('what two say and have done while the server is away is all there on both when it is back', async () => {
  const anna = await newTalker();
  await anna.person.page.getByRole('button', { name: 'Say it in Talk' }).click();
  await anna.talk.have('I want to redo our kitchen, about 25k, starting in May');
  await anna.talk.have('start measure and photograph the room');
  await anna.person.signUp(server.url, accountOf('Anna'));
  await anna.person.allSent();
  await inKitchen(anna.person);
  const code = await anna.person.invite('family');
  const ben = await newTalker();
  await ben.person.join(server.url, { code, account: accountOf('Ben') });
  for (const { person, talk } of [anna, ben]) {
    await inKitchen(person);
    await talk.log.getByText('I want to redo our kitchen').waitFor();
  }

  await server.stop();
  await anna.talk.have('finish measure and photograph the room');
  await anna.talk.have('bought tiles for 684.50');
  await anna.talk.say('the old tiles are really ugly');
  await anna.talk.learn('how much have we spent?', '€684.50 spent');
  await ben.talk.have('add task measure the window');
  await ben.talk.have('bought grout for 42 euros');
  await ben.talk.learn("what's next?", 'Measure and photograph the room');
  await shot(ben.person.page, 'offline');
  // Nobody has heard of the other: the server was really away.
  expect(JSON.stringify(await kept(ben.person))).not.toContain('tiles');
  expect(JSON.stringify(await kept(anna.person))).not.toContain('grout');

  await serverReturns();
  for (const { person, talk } of [anna, ben]) {
    await expect
      .poll(() => kept(person), { timeout: 60_000, interval: 250 })
      .toEqual({
        said: [
          'I want to redo our kitchen, about 25k, starting in May',
          'add task measure the window',
          'bought grout for 42 euros',
          'bought tiles for 684.50',
          'finish measure and photograph the room',
          'how much have we spent?',
          'start measure and photograph the room',
          'the old tiles are really ugly',
          "what's next?",
        ],
        costs: ['Grout', 'Tiles'],
        tasks: ['Measure the window'],
        steps: ['Measure and photograph the room: done'],
      });
    await talk.log.getByText('the old tiles are really ugly').waitFor();
    await talk.log.getByText('bought grout for 42 euros').waitFor();
  }
  // The talk goes on from there with what both had done.
  await ben.talk.learn('how much did we spend?', '€726.50 spent');
  await shot(ben.person.page, 'back');
});
