// Accounts over real HTTP: who is bound to whom, what is told, what is kept, and how often one may try.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountView, sessionReply } from '../../../protocol/account/account.ts';
import type { TrustedProxies } from '../../../sync-server/http/trusted-proxies.ts';
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
  trySignIn,
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
    trySignIn(world, { email, password, person });

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
      Array.from({ length: 6 }, () => trySignIn(strict, { email: owner.email, password: 'guess' })),
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

  test('[AN6] the address is the connection’s, and a proxy’s word counts only where it is trusted', async () => {
    /** What people with addresses of their own get, as a proxy hands them on: three tries each, two allowed. */
    const behind = async (trustProxy: TrustedProxies | null, forwarded: (person: number) => string) => {
      const strict = await openWorld({ rateLimits: { perMinute: 2 }, trustProxy });
      const codes: string[] = [];
      for (const person of [1, 2])
        for (let n = 0; n < 3; n += 1) {
          const answer = await fetch(`${strict.url()}/invites/AAAAA-AAAA${n}`, {
            headers: { 'x-forwarded-for': forwarded(person) },
          });
          codes.push(answer.status === 429 ? 'busy' : 'tried');
        }
      await strict.end();
      return codes.join(' ');
    };
    const plain = (person: number): string => `203.0.113.${person}`;
    const each = 'tried tried busy tried tried busy';
    const together = 'tried tried busy busy busy busy';
    expect(await behind(null, plain)).toBe(together);
    expect(await behind(1, plain)).toBe(each);
    expect(await behind(['127.0.0.1'], plain)).toBe(each);
    expect(await behind(['10.0.0.0/8'], plain)).toBe(together);
    // What a person wrote there themself stands further left, where nobody's word is believed.
    let made = 0;
    const lied = (): string => `198.51.100.${(made += 1)}, 203.0.113.9`;
    expect(await behind(1, lied)).toBe(together);
    expect(await behind(2, (person) => `${plain(person)}, 10.0.0.1`)).toBe(each);
  });

  test('[AN6] one e-mail is guessed at only so often, from however many addresses; another is not kept out', async () => {
    const strict = await openWorld({ rateLimits: { perMinute: 10_000, perEmail: 3 }, trustProxy: 1 });
    const [olive, sam] = [await signUp(strict, 'olive'), await signUp(strict, 'sam')];
    let address = 0;
    const tryAs = async (email: string, password: string): Promise<string> => {
      const response = await fetch(`${strict.url()}/account/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${(address += 1)}` },
        body: JSON.stringify({ email, password, person: newPerson(), device: '' }),
      });
      return response.ok ? 'in' : failureOf({ status: response.status, body: await response.json(), text: '' });
    };
    const guesses = await Promise.all(Array.from({ length: 6 }, () => tryAs(olive.email, 'a guess at it')));
    expect(guesses.toSorted()).toEqual([
      'ServerBusy',
      'ServerBusy',
      'ServerBusy',
      'SignInWrong',
      'SignInWrong',
      'SignInWrong',
    ]);
    // In capitals it is the same one, and the right password is no way to find out that it was right.
    expect(await tryAs(olive.email.toUpperCase(), PASSWORD)).toBe('ServerBusy');
    // Nor does it tell which e-mails have accounts.
    const nobody = [];
    for (let n = 0; n < 4; n += 1) nobody.push(await tryAs('nobody@example.org', 'a guess at it'));
    expect(nobody).toEqual(['SignInWrong', 'SignInWrong', 'SignInWrong', 'ServerBusy']);
    // Who gets it right begins again.
    for (let n = 0; n < 3; n += 1) {
      expect(await tryAs(sam.email, 'mistyped it')).toBe('SignInWrong');
      expect(await tryAs(sam.email, PASSWORD)).toBe('in');
    }
    strict.advance(61_000);
    expect(await tryAs(olive.email, PASSWORD)).toBe('in');
    await strict.end();
  });
});
