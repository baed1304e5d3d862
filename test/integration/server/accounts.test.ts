// Accounts over real HTTP: who is bound to whom, what is told, what is kept, and how often one may try.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountView, sessionReply } from '../../../protocol/account/account.ts';
import { newRecord } from './records.ts';
import {
  failureOf,
  invite,
  newHousehold,
  newPerson,
  openDevice,
  openWorld,
  PASSWORD,
  signUp,
  type Answer,
  type World,
} from './server-world.ts';

describe('accounts', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  const tryUp = (email: string, person = newPerson(), password = PASSWORD): Promise<Answer> =>
    world.ask('/account/sign-up', {
      method: 'POST',
      body: { name: 'Someone', email, password, person, device: 'test' },
    });
  const tryIn = (email: string, password = PASSWORD, person = newPerson()): Promise<Answer> =>
    world.ask('/account/sign-in', { method: 'POST', body: { email, password, person, device: 'test' } });

  test('[AN1] a person is claimed once, by sign-up and by sign-in', async () => {
    const olive = await signUp(world, 'olive');
    expect(failureOf(await tryUp('thief@example.org', olive.person))).toBe('PersonClaimed');
    const sam = await signUp(world, 'sam');
    expect(failureOf(await tryIn(sam.email, PASSWORD, olive.person))).toBe('PersonClaimed');
    // A refused sign-up leaves the e-mail free.
    expect((await tryUp('thief@example.org')).status).toBe(200);
  });

  test('[AN1] of ten accounts that claim one person at once exactly one has it', async () => {
    const person = newPerson();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => tryUp(`race${n}@example.org`, person)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => failureOf(answer) === 'PersonClaimed')).toHaveLength(9);
  });

  test('[AN1] a second device’s person joins the account, and either may write', async () => {
    const { owner, shared } = await newHousehold(world);
    const person = newPerson();
    const { token, account } = sessionReply.parse((await tryIn(owner.email, PASSWORD, person)).body);
    expect(account.people).toEqual([owner.person, person]);
    const laptop = openDevice(world, { person, email: owner.email, token, account: account.account });
    expect(await laptop.put(newRecord(laptop, shared, 'step'))).toEqual({ kind: 'accepted' });
    expect(await owner.put(newRecord(laptop, shared, 'step'))).toEqual({ kind: 'accepted' });
    expect(accountView.parse((await owner.ask('/account/me')).body).people).toEqual([owner.person, person]);
  });

  test('[AN2] a wrong password and an unknown e-mail get one answer', async () => {
    const olive = await signUp(world, 'olive');
    const [wrong, unknown] = [await tryIn(olive.email, 'not the password'), await tryIn('nobody@example.org')];
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ status: 401, body: { error: { type: 'SignInWrong' } } });
    expect((await tryIn(olive.email)).status).toBe(200);
  });

  test('[AN3] an e-mail has one account, in capitals or not', async () => {
    expect((await tryUp('Maria@Example.org')).status).toBe(200);
    expect(failureOf(await tryUp('maria@example.ORG'))).toBe('EmailTaken');
    expect((await tryIn('MARIA@example.org')).status).toBe(200);
    expect(failureOf(await tryUp('not an e-mail'))).toBe('Malformed');
    expect(await tryUp('short@example.org', newPerson(), 'short')).toMatchObject({
      body: { error: { type: 'Malformed', fields: ['password'] } },
    });
  });

  test('[AN4] neither password nor token nor invitation code is in the store or the log', async () => {
    const own = await openWorld({ couch: null });
    const { owner, home } = await newHousehold(own, 'secretive');
    const code = await invite(owner, { into: 'household', home });
    await own.ask(`/invites/${code}`);
    const logged = own.logged();
    await own.restart();
    const registry = path.join(own.data, 'store', 'registry');
    const kept = readdirSync(registry)
      .map((name) => readFileSync(path.join(registry, name), 'latin1'))
      .join('');
    expect(kept).toContain('$argon2id$');
    for (const secret of [PASSWORD, owner.token, code, code.replace('-', '')]) {
      expect(kept).not.toContain(secret);
      expect(logged).not.toContain(secret);
    }
    expect(logged).toContain('/invites/:code');
    expect(logged).not.toContain(owner.email);
    await own.end();
  });

  test('[AN5] signing out ends this session at once and no other', async () => {
    const olive = await signUp(world, 'olive');
    const { token } = sessionReply.parse((await tryIn(olive.email)).body);
    expect((await world.ask('/account/sign-out', { method: 'POST', token })).status).toBe(200);
    expect(failureOf(await world.ask('/account/me', { token }))).toBe('NotSignedIn');
    expect((await olive.ask('/account/me')).status).toBe(200);
  });

  test('[AN6] too many tries are answered ServerBusy, other routes are not', async () => {
    const strict = await openWorld({ rateLimits: { perMinute: 5 } });
    const { owner } = await newHousehold(strict);
    const tries = await Promise.all(
      Array.from({ length: 6 }, () =>
        strict.ask('/account/sign-in', {
          method: 'POST',
          body: { email: owner.email, password: 'guess', person: newPerson(), device: '' },
        }),
      ),
    );
    expect(tries.map(failureOf)).toContain('ServerBusy');
    const codes = [];
    for (let n = 0; n < 6; n += 1) codes.push(failureOf(await strict.ask(`/invites/AAAAA-AAAA${n}`)));
    expect(codes).toEqual([
      'InviteUnknown',
      'InviteUnknown',
      'InviteUnknown',
      'InviteUnknown',
      'InviteUnknown',
      'ServerBusy',
    ]);
    for (let n = 0; n < 20; n += 1) expect((await owner.ask('/sync/hello')).status).toBe(200);
    await strict.end();
  });
});
