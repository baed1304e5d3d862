// What happens between the window opening and the store being usable: keys first, then data.
import type { z } from 'zod';
import type { Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { vaultStatus } from '../../protocol/ipc/channels.ts';
import { desktop } from '../ports/desktop.ts';
import type { OpenedData } from './open-session.ts';

export type VaultStatus = z.infer<typeof vaultStatus>;

/**
 * `gate` means a person must choose a protection or unlock it; `failed` is shown with its remedy and can be tried again.
 */
export type Boot =
  | { readonly state: 'starting' }
  | { readonly state: 'gate'; readonly status: VaultStatus }
  | { readonly state: 'open'; readonly data: OpenedData }
  | { readonly state: 'failed'; readonly failure: Failure };

/** Nothing is opened before a person has chosen how it is protected. */
export const boot = async (openStore: () => Promise<Result<OpenedData, Failure>>): Promise<Boot> => {
  const status = await desktop().ask('vault.status', {});
  if (status.state === 'damaged') return { state: 'failed', failure: { type: 'KeysDamaged' } };
  if (status.state !== 'open') return { state: 'gate', status };
  const data = await openStore();
  return data.ok ? { state: 'open', data: data.value } : { state: 'failed', failure: data.error };
};
