// The id of the server's store: random, made once per store, and part of every cursor it hands out.
import { randomBytes } from 'node:crypto';
import { REGISTRY } from '../access/registry.ts';
import type { DocStore } from '../store/doc-store.ts';

const ID = 'store_id';

/** Reads the store's id, making it at the first start. A store that was wiped has a new one. */
export const readStoreId = async (store: DocStore): Promise<string> => {
  const known = await readKnown(store);
  if (known !== null) return known;
  await store.write(REGISTRY, [{ id: ID, rev: null, value: newValue() }]);
  // Of two nodes that start at once on a fresh store, the first one's id stands.
  const made = await readKnown(store);
  if (made === null) throw new Error('the store did not keep its id');
  return made;
};

/** Gives the store another id: after it was put back from a backup, what clients believe about it is no longer true. */
export const renewStoreId = async (store: DocStore): Promise<string> => {
  const stored = await store.get(REGISTRY, ID);
  await store.write(REGISTRY, [{ id: ID, rev: stored?.rev ?? null, value: newValue() }]);
  return readStoreId(store);
};

const newValue = (): Readonly<Record<string, unknown>> => ({ store: randomBytes(8).toString('hex') });

const readKnown = async (store: DocStore): Promise<string | null> => {
  const known = (await store.get(REGISTRY, ID))?.value['store'];
  return typeof known === 'string' ? known : null;
};
