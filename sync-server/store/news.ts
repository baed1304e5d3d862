// Tells at once which database was just written to: this node's own listeners, and other nodes where something carries it to them.
import type { DocStore } from './doc-store.ts';

/** Ids of the documents that were written; null: perhaps any. */
type Ids = ReadonlySet<string> | null;
type Listener = (ids: Ids) => void;

/** Brings news to other nodes and theirs to here. It may lose some, and says when it could not carry any. */
export interface Carrier {
  readonly publish: (database: string, ids: readonly string[]) => void;
  /** Resolves once news of the database will come; rejects when that can't be had now. */
  readonly subscribe: (database: string) => Promise<void>;
  readonly unsubscribe: (database: string) => void;
  readonly isUp: () => boolean;
  /** Called with each message of another node. */
  readonly onNews: (hear: (database: string, ids: Ids) => void) => void;
  /** Called whenever it comes up or goes down. */
  readonly onChange: (notice: () => void) => void;
  readonly close: () => void;
}

export interface News {
  readonly tell: (database: string, ids: readonly string[]) => void;
  readonly follow: (database: string, listener: Listener) => () => void;
  /** Other nodes' writes are told too at the moment: no feed has to be held for them. */
  readonly isCarried: () => boolean;
  /** Calls whenever that changes. */
  readonly onCarried: (notice: () => void) => void;
  readonly close: () => void;
}

export const createNews = (carrier: Carrier | null): News => {
  const listenersByDatabase = new Map<string, Set<Listener>>();
  const hear = (database: string, ids: Ids): void => {
    for (const listener of listenersByDatabase.get(database) ?? []) listener(ids);
  };
  /** What was written before the subscription held was told to nobody: look. */
  const subscribe = (database: string): void => {
    carrier?.subscribe(database).then(
      () => hear(database, null),
      () => {},
    );
  };
  carrier?.onNews(hear);
  return {
    tell: (database, ids) => {
      hear(database, new Set(ids));
      carrier?.publish(database, ids);
    },
    follow: (database, listener) => {
      const listeners = listenersByDatabase.get(database) ?? new Set();
      if (!listenersByDatabase.has(database)) {
        listenersByDatabase.set(database, listeners);
        subscribe(database);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || listenersByDatabase.get(database) !== listeners) return;
        listenersByDatabase.delete(database);
        carrier?.unsubscribe(database);
      };
    },
    isCarried: () => carrier?.isUp() ?? false,
    onCarried: (notice) => carrier?.onChange(notice),
    close: () => carrier?.close(),
  };
};

/** The same store, which tells of each write that it took; of one that failed too, since nobody knows what of it was done. */
export const tellingStore = (store: DocStore, news: Pick<News, 'tell'>): DocStore => {
  const orTell = async <T>(database: string, ids: readonly string[], written: Promise<T>): Promise<T> => {
    try {
      return await written;
    } catch (thrown) {
      news.tell(database, ids);
      throw thrown;
    }
  };
  return {
    ...store,
    write: async (database, writes) => {
      const ids = writes.map(({ id }) => id);
      const revs = await orTell(database, ids, store.write(database, writes));
      const written = ids.filter((_, index) => revs[index] != null);
      if (written.length > 0) news.tell(database, written);
      return revs;
    },
    remove: async (database, id, rev) => {
      const isRemoved = await orTell(database, [id], store.remove(database, id, rev));
      if (isRemoved) news.tell(database, [id]);
      return isRemoved;
    },
  };
};
