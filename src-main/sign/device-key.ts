// device-key.bin: the one key that this device signs with, sealed with a key from the vault. Its private half never leaves main.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { sealBytes, unsealBytes } from '../blobs/blob-cipher.ts';
import { codeOf, diskFailure } from '../files/disk-failure.ts';
import { writeWhole } from '../files/write-whole.ts';

export interface DeviceKey {
  /** The public half: 32 bytes in base64url. Made at the first need. */
  readonly key: () => Promise<Result<string, Failure>>;
  /** 64 bytes in base64url, over the text as UTF-8. */
  readonly sign: (text: string) => Promise<Result<{ readonly device: string; readonly signature: string }, Failure>>;
}

interface Pair {
  readonly privateKey: KeyObject;
  readonly device: string;
}

export const createDeviceKey = (
  file: string,
  seal: () => Result<Buffer | null, Failure>,
  now: () => number,
): DeviceKey => {
  let opening: Promise<Result<Pair, Failure>> | null = null;

  const open = async (): Promise<Result<Pair, Failure>> => {
    const key = seal();
    if (!key.ok) return key;
    try {
      const kept = await readPair(file, key.value);
      if (kept !== null) return ok(kept);
      // What can't be read any more is kept aside: its public half is in the name cards, so what it signed stays verifiable.
      await rename(file, `${file}.${now()}`).catch((problem: unknown) => {
        if (codeOf(problem) !== 'ENOENT') throw problem;
      });
      const { privateKey } = generateKeyPairSync('ed25519');
      await writeWhole(file, sealBytes(key.value, privateKey.export({ type: 'pkcs8', format: 'der' })));
      return ok(pairOf(privateKey));
    } catch (problem) {
      return err(diskFailure(problem));
    }
  };

  /** Two questions at once must not make two keys; one that failed is asked again. */
  const pair = async (): Promise<Result<Pair, Failure>> => {
    opening ??= open();
    const opened = await opening;
    if (!opened.ok) opening = null;
    return opened;
  };

  return {
    key: async () => {
      const opened = await pair();
      return opened.ok ? ok(opened.value.device) : opened;
    },
    sign: async (text) => {
      const opened = await pair();
      if (!opened.ok) return opened;
      const { privateKey, device } = opened.value;
      return ok({ device, signature: sign(null, Buffer.from(text), privateKey).toString('base64url') });
    },
  };
};

/** Null where there is no file, or none that this vault's key opens. */
const readPair = async (file: string, key: Buffer | null): Promise<Pair | null> => {
  const sealed = await readFile(file).catch((problem: unknown) => {
    if (codeOf(problem) === 'ENOENT') return null;
    throw problem;
  });
  const der = sealed === null ? null : unsealBytes(sealed, key);
  if (der === null) return null;
  try {
    return pairOf(createPrivateKey({ key: der, type: 'pkcs8', format: 'der' }));
  } catch {
    return null;
  }
};

const pairOf = (privateKey: KeyObject): Pair => {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new Error('no public half');
  return { privateKey, device: x };
};
