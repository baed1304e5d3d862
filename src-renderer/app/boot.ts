// What happens between the window opening and the store being usable: keys first, then data.
import type { z } from 'zod';
import type { Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { vaultStatus } from '../../protocol/ipc/channels.ts';
import type { Store } from '../data/store.ts';
import { desktop } from '../ports/desktop.ts';

export type VaultStatus = z.infer<typeof vaultStatus>;

/**
 * `gate` means a person must choose a protection or unlock it; `failed` is shown with its remedy and can be tried again.
 */
export type Boot =
  | { readonly state: 'starting' }
  | { readonly state: 'gate'; readonly status: VaultStatus }
  | { readonly state: 'open'; readonly store: Store }
  | { readonly state: 'failed'; readonly failure: Failure };

export interface BootParts {
  readonly openStore: () => Promise<Result<Store, Failure>>;
  /** Whether a feature asks the person how to protect the data; without one a new vault opens unencrypted. */
  readonly hasGate: boolean;
}

export const boot = async ({ openStore, hasGate }: BootParts): Promise<Boot> => {
  const status = await desktop().ask('vault.status', {});
  if (status.state !== 'open') {
    if (hasGate) return { state: 'gate', status };
    const opened = await openUnprotected();
    if (!opened.ok) return { state: 'failed', failure: opened.error };
  }
  const store = await openStore();
  return store.ok ? { state: 'open', store: store.value } : { state: 'failed', failure: store.error };
};

const openUnprotected = async (): Promise<Result<unknown, Failure>> => {
  const prepared = await desktop().ask('vault.prepare', { mode: 'none', passphrase: null });
  return prepared.ok ? desktop().ask('vault.commit', {}) : prepared;
};
