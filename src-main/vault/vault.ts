// Opens and locks what is kept on this device. Its states are those of `vault.status`: new, locked, open, damaged.
import type { z } from 'zod';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { vaultMode, vaultStatus } from '../../protocol/ipc/channels.ts';
import { diskFailure } from '../files/disk-failure.ts';
import { readKeysFile, writeKeysFile, type KeysFile, type WrappedKeys } from './keys-file.ts';
import type { Keyring } from './keyring.ts';
import { keyCheck, newDataKey, subkey, type DataKey, type Purpose } from './keys.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import { unwrapWithPassphrase, unwrapWithRecoveryCode, wrapWithPassphrase, wrapWithRecoveryCode } from './wrap.ts';

type VaultMode = z.infer<typeof vaultMode>;
type VaultStatus = z.infer<typeof vaultStatus>;

interface Prepared {
  readonly keys: KeysFile;
  readonly dataKey: DataKey | null;
}

/** What is known now. `new` may hold keys that were made but not kept yet. */
type State =
  | { readonly at: 'new'; readonly prepared: Prepared | null }
  | { readonly at: 'locked'; readonly keys: WrappedKeys; readonly reason: 'passphrase' | 'keyring-lost' }
  | { readonly at: 'open'; readonly keys: KeysFile; readonly dataKey: DataKey | null }
  /** There are keys and they can't be read: nothing opens, and nothing may take their place. */
  | { readonly at: 'damaged' };

export interface Vault {
  readonly status: () => VaultStatus;
  readonly prepare: (
    mode: VaultMode,
    passphrase: string | null,
  ) => Promise<Result<{ readonly recoveryCode: string | null }, Failure>>;
  readonly commit: () => Promise<Result<null, Failure>>;
  readonly unlock: (passphrase: string | null, recoveryCode: string | null) => Promise<Result<VaultStatus, Failure>>;
  /** 32 bytes, or null when unencrypted. VaultLocked while not open. */
  readonly key: (purpose: Purpose) => Result<Buffer | null, Failure>;
}

export const openVault = async (file: string, keyring: Keyring): Promise<Vault> => {
  let state = atStart(await readKeysFile(file), keyring);

  const status = (): VaultStatus => ({
    state: state.at,
    mode: state.at === 'new' || state.at === 'damaged' ? null : state.keys.mode,
    keyring: keyring.isThere(),
    reason: state.at === 'locked' ? state.reason : null,
  });

  const keep = async (keys: KeysFile, dataKey: DataKey | null): Promise<Result<null, Failure>> => {
    try {
      await writeKeysFile(file, keys);
    } catch (problem) {
      return err(diskFailure(problem));
    }
    state = { at: 'open', keys, dataKey };
    return ok(null);
  };

  /** The code opened it: bind the key to what this computer has now, so that the next start needs no code. */
  const openWithCode = async (
    keys: WrappedKeys,
    dataKey: DataKey,
    passphrase: string | null,
  ): Promise<Result<null, Failure>> => {
    const { version, check, recovery } = keys;
    const base = { version, check, recovery };
    if (passphrase !== null)
      return keep({ ...base, mode: 'passphrase', passphrase: await wrapWithPassphrase(dataKey, passphrase) }, dataKey);
    if (keys.mode === 'keyring' && keyring.isThere())
      return keep({ ...base, mode: 'keyring', keyring: intoKeyring(dataKey, keyring) }, dataKey);
    state = { at: 'open', keys, dataKey };
    return ok(null);
  };

  return {
    status,
    prepare: async (mode, passphrase) => {
      if (state.at !== 'new') return err({ type: 'AlreadyThere' });
      const made = await prepared(mode, passphrase, keyring);
      if (!made.ok) return made;
      state = { at: 'new', prepared: made.value };
      return ok({ recoveryCode: made.value.recoveryCode });
    },
    commit: async () => {
      if (state.at !== 'new' || state.prepared === null) return err({ type: 'AlreadyThere' });
      return keep(state.prepared.keys, state.prepared.dataKey);
    },
    unlock: async (passphrase, recoveryCode) => {
      if (state.at !== 'locked') return ok(status());
      const { keys } = state;
      if (recoveryCode !== null) {
        const code = readRecoveryCode(recoveryCode);
        const dataKey = code === null ? null : unwrapWithRecoveryCode(keys.recovery, code);
        if (dataKey === null || keyCheck(dataKey) !== keys.check) return err({ type: 'RecoveryCodeWrong' });
        const opened = await openWithCode(keys, dataKey, passphrase);
        return opened.ok ? ok(status()) : opened;
      }
      if (passphrase === null || keys.mode !== 'passphrase') return err({ type: 'VaultLocked' });
      const dataKey = await unwrapWithPassphrase(keys.passphrase, passphrase);
      if (dataKey === null || keyCheck(dataKey) !== keys.check) return err({ type: 'PassphraseWrong' });
      state = { at: 'open', keys, dataKey };
      return ok(status());
    },
    key: (purpose) => {
      if (state.at !== 'open') return err({ type: 'VaultLocked' });
      return ok(state.dataKey === null ? null : subkey(state.dataKey, purpose));
    },
  };
};

const atStart = (keys: KeysFile | 'damaged' | null, keyring: Keyring): State => {
  if (keys === 'damaged') return { at: 'damaged' };
  if (keys === null) return { at: 'new', prepared: null };
  if (keys.mode === 'none') return { at: 'open', keys, dataKey: null };
  if (keys.mode === 'passphrase') return { at: 'locked', keys, reason: 'passphrase' };
  const dataKey = fromKeyring(keys.keyring, keyring);
  if (dataKey === null || keyCheck(dataKey) !== keys.check) return { at: 'locked', keys, reason: 'keyring-lost' };
  return { at: 'open', keys, dataKey };
};

const prepared = async (
  mode: VaultMode,
  passphrase: string | null,
  keyring: Keyring,
): Promise<Result<Prepared & { readonly recoveryCode: string | null }, Failure>> => {
  if (mode === 'none') return ok({ keys: { version: 1, mode }, dataKey: null, recoveryCode: null });
  if (mode === 'keyring' && !keyring.isThere()) return err({ type: 'KeyringMissing' });
  const dataKey = newDataKey();
  const recoveryCode = newRecoveryCode();
  const base = {
    version: 1 as const,
    check: keyCheck(dataKey),
    recovery: wrapWithRecoveryCode(dataKey, recoveryCode.replaceAll('-', '')),
  };
  if (mode === 'keyring')
    return ok({ keys: { ...base, mode, keyring: intoKeyring(dataKey, keyring) }, dataKey, recoveryCode });
  if (passphrase === null || passphrase === '') return err({ type: 'InputInvalid', fields: ['passphrase'] });
  return ok({
    keys: { ...base, mode, passphrase: await wrapWithPassphrase(dataKey, passphrase) },
    dataKey,
    recoveryCode,
  });
};

const intoKeyring = (dataKey: DataKey, keyring: Keyring): string =>
  keyring.encrypt(Buffer.from(dataKey).toString('base64')).toString('base64');

const fromKeyring = (box: string, keyring: Keyring): DataKey | null => {
  if (!keyring.isThere()) return null;
  try {
    return Buffer.from(keyring.decrypt(Buffer.from(box, 'base64')), 'base64');
  } catch {
    return null;
  }
};
