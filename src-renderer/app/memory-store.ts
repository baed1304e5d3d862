// A stand-in until the real store is there: holds nothing but settings, in memory.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Store } from '../data/store.ts';

export const openStore = (): Promise<Result<Store, Failure>> => {
  const values = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  return Promise.resolve(
    ok({
      me: 'person_00000000-0000-4000-8000-000000000001',
      home: 'home_00000000-0000-4000-8000-000000000001',
      run: () => Promise.resolve(err({ type: 'StorageFailed' })),
      get: () => Promise.resolve(null),
      find: () => Promise.resolve([]),
      watch: (_query, listener) => {
        listener([]);
        return () => {};
      },
      watchKey: (_key, listener) => {
        listener(null);
        return () => {};
      },
      roleIn: () => 'owner',
      settings: {
        get: (name) => values.get(name),
        set: (name, value) => {
          values.set(name, value);
          for (const listener of listeners) listener();
          return Promise.resolve();
        },
        watch: (_name, listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      previews: { put: () => Promise.resolve(), get: () => Promise.resolve(null), remove: () => Promise.resolve() },
      close: () => Promise.resolve(),
    }),
  );
};
