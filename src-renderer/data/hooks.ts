// How components read and write: live records, commands that show their failure, and local settings, as React hooks.
import { createContext, useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { CommandInput, CommandName } from '../../domain/commands/registry.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { RecordOf, RecordType } from '../../domain/records/registry.ts';
import type { Failure } from '../../protocol/failures.ts';
import { createOnce } from './press-once.ts';
import type { Deed, RecordQuery, Store } from './store.ts';

export const StoreContext = createContext<Store | null>(null);

/** The open store; a component outside of it is a bug. */
export const useStore = (): Store => {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no open store around this component');
  return store;
};

/** Live records; `undefined` until the first answer, so a list can tell loading from empty. */
export const useRecords = <T extends RecordType>(query: RecordQuery<T>): readonly RecordOf<T>[] | undefined => {
  const store = useStore();
  const { type, journey, parent, trash, latest } = query;
  // An answer carries the question it belongs to: after a change of question the old one is not shown for a moment.
  const question = JSON.stringify([type, journey ?? null, parent ?? null, trash ?? null, latest ?? null]);
  const [answer, setAnswer] = useState<Answer<readonly RecordOf<T>[]> | null>(null);
  useEffect(
    () =>
      store.watch(
        {
          type,
          ...(journey === undefined ? {} : { journey }),
          ...(parent === undefined ? {} : { parent }),
          ...(trash === undefined ? {} : { trash }),
          ...(latest === undefined ? {} : { latest }),
        },
        (value) => setAnswer({ store, question, value }),
      ),
    [store, question, type, journey, parent, trash, latest],
  );
  return answer?.store === store && answer.question === question ? answer.value : undefined;
};

/** One live record; `undefined` while loading, `null` when there is none (any more). */
export const useRecord = (key: RecordKey | null): AnyRecord | null | undefined => {
  const store = useStore();
  const [answer, setAnswer] = useState<Answer<AnyRecord | null> | null>(null);
  useEffect(
    () => (key === null ? undefined : store.watchKey(key, (value) => setAnswer({ store, question: key, value }))),
    [store, key],
  );
  if (key === null) return null;
  return answer?.store === store && answer.question === key ? answer.value : undefined;
};

interface Answer<V> {
  readonly store: Store;
  readonly question: string;
  readonly value: V;
}

/** Called with every failure and every deed, so that the app can show a notice and offer Undo; set by the app frame. */
export interface DeedListener {
  readonly failed: (failure: Failure) => void;
  /** Quietly: what it did shows by itself, and Undo right after means the deed before it. */
  readonly done: (deed: Deed, how?: { readonly quietly?: boolean }) => void;
  /** A command has begun; what depends on the last deed waits for it. */
  readonly running?: (run: Promise<unknown>) => void;
}
export const DeedListenerContext = createContext<DeedListener>({ failed: () => {}, done: () => {} });

/** Runs a command; a failure has been shown by the time the promise resolves, the caller only keeps what was typed. */
export const useRun = (): (<C extends CommandName>(
  command: C,
  input: CommandInput<C>,
) => Promise<Result<Deed, Failure>>) => {
  const store = useStore();
  const listener = useContext(DeedListenerContext);
  const [once] = useState(createOnce<Result<Deed, Failure>>);
  return useCallback(
    (command, input) =>
      once([command, input], async () => {
        const running = store.run(command, input);
        listener.running?.(running);
        const result = await running;
        if (result.ok) listener.done(result.value);
        else listener.failed(result.error);
        return result;
      }),
    [store, listener, once],
  );
};

/** A value kept on this device only, e.g. a draft: `useSetting('draft:' + key, '')`. */
export const useSetting = <V>(name: string, initial: V): readonly [V, (value: V) => void] => {
  const { settings } = useStore();
  const value = useSyncExternalStore(
    useCallback((changed) => settings.watch(name, changed), [settings, name]),
    () => settings.get(name),
  );
  const set = useCallback((next: V) => void settings.set(name, next), [settings, name]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- under one name only this kind of value is kept
  return [(value ?? initial) as V, set];
};
