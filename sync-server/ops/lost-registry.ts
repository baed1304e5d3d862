// A store whose records are there and whose registry is not: nobody owns them any more, and whoever claims first would be handed them.
import { spaceKind } from '../../domain/spaces/space.ts';
import type { DocStore } from '../store/doc-store.ts';
import { readKnownStoreId } from './store-id.ts';

/** A server writes into its registry at its first start, before there is any space; a store that was moved is marked until all is there. */
export const isRegistryLost = async (store: DocStore): Promise<boolean> =>
  (await readKnownStoreId(store)) === null && (await store.databases()).some((name) => spaceKind(name) !== null);

/** Thrown when a server is started on such a store; its message may be shown to who starts it. */
export class RegistryLost extends Error {
  constructor() {
    super(
      'the accounts and households of this store are gone and its records are not: whoever signs up first could claim them. ' +
        'Put the registry back from a backup, or start on an empty store: devices bring back what they hold.',
    );
    this.name = 'RegistryLost';
  }
}
