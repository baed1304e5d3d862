// What the page may have signed: an entry of the hash graph in the one form that main itself gives it, and nothing else.
import { createHash } from 'node:crypto';

import { entryIdOf, entryText } from '../../domain/approvals/entry.ts';
import { ok } from '../../domain/kernel/result.ts';
import { wellFormed } from '../../domain/kernel/well-formed.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { DeviceKey } from './device-key.ts';
import { isSigned } from './verify.ts';

export const signChannels = (deviceKey: DeviceKey): Pick<Handlers, 'sign.key' | 'sign.entry' | 'sign.verify'> => ({
  'sign.key': async () => {
    const key = await deviceKey.key();
    return key.ok ? ok({ key: key.value }) : key;
  },
  'sign.entry': async ({ said, ...frame }) => {
    const key = await deviceKey.key();
    if (!key.ok) return key;
    // As it will be written: half a character is mended before it is signed.
    const body = { ...wellFormed(said), device: key.value };
    const text = entryText(frame, body);
    const signed = await deviceKey.sign(text);
    if (!signed.ok) return signed;
    const id = entryIdOf(createHash('sha256').update(text).digest('hex'));
    return ok({ id, body: { ...body, signature: signed.value.signature } });
  },
  'sign.verify': ({ texts }) => ({ signed: texts.map(isSigned) }),
});
