// The id of the server's store: random, made once per store, and part of every cursor it hands out.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readConfirmed, readSettled, REGISTRY } from '../access/settle.ts';
import type { DocStore, Stored, Value } from '../store/doc-store.ts';

/** Its document in the registry. */
export const STORE_ID_DOC = 'store_id';

/** Reads the store's id, making it at the first start. A store that was wiped has a new one. `at` is the time, ms. */
export const readStoreId = async (store: DocStore, at = Date.now()): Promise<string> => {
  const known = await readKnownStoreId(store);
  if (known !== null) return known;
  await store.write(REGISTRY, [{ id: STORE_ID_DOC, rev: null, value: identity(newStoreId(), at) }]);
  // Of two nodes that start at once on a fresh store the first one's id stands, and on a cluster that took both the lesser one.
  const made = idIn(await readConfirmed(store, STORE_ID_DOC, NOTHING_TO_WITHDRAW));
  if (made === null) throw new Error('the store did not keep its id');
  return made;
};

/** Gives the store another id: after it was put back from a backup, what clients believe about it is no longer true. */
export const renewStoreId = async (store: DocStore, at = Date.now()): Promise<string> => {
  await writeStoreId(store, newStoreId(), at);
  return readStoreId(store);
};

export const writeStoreId = async (store: DocStore, id: string, at = Date.now()): Promise<void> => {
  const stored = await store.get(REGISTRY, STORE_ID_DOC);
  await store.write(REGISTRY, [{ id: STORE_ID_DOC, rev: stored?.rev ?? null, value: identity(id, at) }]);
};

/** The secret signs what devices bring back (store-marks.ts). */
const identity = (store: string, began: number): Value => ({ store, began, secret: newSecret() });

const newSecret = (): string => randomBytes(32).toString('hex');

export const newStoreId = (): string => randomBytes(8).toString('hex');

/** The store's id, null when it has none yet. */
export const readKnownStoreId = async (store: DocStore): Promise<string | null> =>
  idIn(await readSettled(store, STORE_ID_DOC, NOTHING_TO_WITHDRAW));

const idIn = (stored: Stored | null): string | null => {
  const known = stored?.value['store'];
  return typeof known === 'string' ? known : null;
};

const described = z.object({ began: z.number().catch(0), secret: z.string().optional() });

/** When the store got its id, ms (made, put back or moved), and the secret that signs its marks; one made before there were any gets it now. */
export const readStoreBeginning = async (
  store: DocStore,
): Promise<{ readonly began: number; readonly secret: string }> => {
  const stored = await store.get(REGISTRY, STORE_ID_DOC);
  const { began, secret } = described.parse(stored?.value);
  if (secret !== undefined) return { began, secret };
  const value = { ...stored?.value, secret: newSecret() };
  await store.write(REGISTRY, [{ id: STORE_ID_DOC, rev: stored?.rev ?? null, value }]);
  return readStoreBeginning(store);
};

const NOTHING_TO_WITHDRAW = async (): Promise<void> => {};
