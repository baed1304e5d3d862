// The key that a device signs with: made once, sealed on the disk, and used for nothing but entries of the hash graph.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { z } from 'zod';

import { entryIdOf, entryText } from '../../../domain/approvals/entry.ts';
import { err, ok } from '../../../domain/kernel/result.ts';
import { channels } from '../../../protocol/ipc/channels.ts';
import type { entryToSign } from '../../../protocol/ipc/sign.ts';
import { createDeviceKey } from '../../../src-main/sign/device-key.ts';
import { signChannels } from '../../../src-main/sign/sign-channels.ts';
import { isSigned } from '../../../src-main/sign/verify.ts';
import { ANNA, JOURNEY } from '../../support/records.ts';
import { CHANGE, CONTENT, PARTY_SPACE } from '../../support/signed-entries.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-device-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const valueOf = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error('it failed');
  return result.value;
};

test('it is made once, however many ask at the same time, and is the same after a start', async () => {
  const file = path.join(folder, 'one.bin');
  const seal = randomBytes(32);
  const deviceKey = createDeviceKey(
    file,
    () => ok(seal),
    () => 1,
  );
  const [a, b] = (await Promise.all([deviceKey.key(), deviceKey.key()])).map(valueOf);
  expect(a).toBe(b);
  expect(
    valueOf(
      await createDeviceKey(
        file,
        () => ok(seal),
        () => 1,
      ).key(),
    ),
  ).toBe(a);
  // Neither half lies there in the clear.
  expect(readFileSync(file).includes(Buffer.from(a ?? '', 'base64url'))).toBe(false);
  const { device, signature } = valueOf(await deviceKey.sign('text'));
  expect(device).toBe(a);
  expect(isSigned({ device, text: 'text', signature })).toBe(true);
  expect(isSigned({ device, text: 'texT', signature })).toBe(false);
  expect(isSigned({ device: 'no key', text: 'text', signature })).toBe(false);
});

test('while the vault is locked nothing is signed, and afterwards it is', async () => {
  let open = false;
  const deviceKey = createDeviceKey(
    path.join(folder, 'locked.bin'),
    () => (open ? ok(null) : err({ type: 'VaultLocked' })),
    () => 1,
  );
  expect(await deviceKey.sign('text')).toEqual(err({ type: 'VaultLocked' }));
  open = true;
  expect((await deviceKey.sign('text')).ok).toBe(true);
});

test('a file that is damaged is kept aside and never written over', async () => {
  const file = path.join(folder, 'damaged.bin');
  writeFileSync(file, 'what a failing disk left');
  expect(
    (
      await createDeviceKey(
        file,
        () => ok(randomBytes(32)),
        () => 77,
      ).key()
    ).ok,
  ).toBe(true);
  expect(readdirSync(folder)).toContain('damaged.bin.77');
  expect(readFileSync(`${file}.77`, 'utf8')).toBe('what a failing disk left');
});

test('the page has an entry signed as main writes it, well-formed, under the hash of its words, and can have nothing else signed', async () => {
  const ask = signChannels(
    createDeviceKey(
      path.join(folder, 'page.bin'),
      () => ok(null),
      () => 1,
    ),
  );
  const said: z.input<typeof entryToSign>['said'] = {
    about: CHANGE,
    verdict: 'approve',
    side: 'family',
    reason: 'half a character \uD83D',
    content: CONTENT,
    heads: [],
    at: 5,
  };
  const entry = { space: PARTY_SPACE, journey: JOURNEY, by: ANNA, said };
  const { id, body } = valueOf(await ask['sign.entry'](entry));
  const text = entryText({ space: PARTY_SPACE, journey: JOURNEY, by: ANNA }, body);
  expect(body.reason.isWellFormed()).toBe(true);
  expect(id).toBe(entryIdOf(createHash('sha256').update(text).digest('hex')));
  const { device, signature } = body;
  expect(
    await ask['sign.verify']({
      texts: [
        { device, text, signature },
        { device, text: `${text} `, signature },
      ],
    }),
  ).toEqual({
    signed: [true, false],
  });
  const { args } = channels['sign.entry'];
  expect(args.safeParse(entry).success).toBe(true);
  expect(args.safeParse({ ...entry, said: 'plumbline device key v1\nperson_x' }).success).toBe(false);
  expect(args.safeParse({ ...entry, said: { ...said, verdict: 'sell the house' } }).success).toBe(false);
});
