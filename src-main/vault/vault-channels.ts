// What the page may ask of the vault.
import { ok } from '../../domain/kernel/result.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { Vault } from './vault.ts';

export const vaultChannels = (
  vault: Vault,
): Pick<Handlers, 'vault.status' | 'vault.prepare' | 'vault.commit' | 'vault.unlock' | 'vault.pageKey'> => ({
  'vault.status': () => vault.status(),
  'vault.prepare': ({ mode, passphrase }) => vault.prepare(mode, passphrase),
  'vault.commit': () => vault.commit(),
  'vault.unlock': ({ passphrase, recoveryCode }) => vault.unlock(passphrase, recoveryCode),
  'vault.pageKey': () => {
    const key = vault.key('records');
    // A copy of its own: a Buffer may be a view into memory shared with others.
    return key.ok ? ok(key.value === null ? null : new Uint8Array(key.value)) : key;
  },
});
