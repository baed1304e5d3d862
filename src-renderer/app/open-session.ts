// Opens this device's data: who the person is here (minted at first start), the page's key from the vault, then the store.
import { err, type Result } from '../../domain/kernel/result.ts';
import type { PersonId, SpaceId } from '../../domain/kernel/ids.ts';
import type { Failure } from '../../protocol/failures.ts';
import { openStore, type OpenStore } from '../data/open-store.ts';
import { desktop } from '../ports/desktop.ts';

export interface Identity {
  /** Names the local database: one per account. */
  readonly database: string;
  readonly me: PersonId;
  readonly home: SpaceId;
}

const KEPT_AS = 'plumbline.identity';

/** The vault must be open. */
export const openSession = async (): Promise<Result<OpenStore, Failure>> => {
  const key = await desktop().ask('vault.pageKey', {});
  if (!key.ok) return err(key.error);
  const pageKey = key.value === null ? null : await importPageKey(key.value);
  const { database, me, home } = identity();
  return openStore({ name: database, pageKey, me, home });
};

/** Not extractable: once in here, nothing in the page can read it back. */
const importPageKey = (bytes: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']);

// Random ids that say nothing about the person, so they need not be sealed; they must be known before the database opens.
const identity = (): Identity => {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept !== null) return JSON.parse(kept) as Identity;
  const made = { database: 'plumbline', me: `person_${crypto.randomUUID()}`, home: `home_${crypto.randomUUID()}` };
  localStorage.setItem(KEPT_AS, JSON.stringify(made));
  return made;
};
