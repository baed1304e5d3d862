// The files on their way in: one or two at a time, each with its progress, each can be cancelled or tried again.
import { EMAIL_TYPE, MOST_ATTACHMENTS } from '../../domain/documents/attached.ts';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import type { Failure } from '../../protocol/failures.ts';
import { storageFailure } from '../data/storage-failures.ts';
import { logBug } from '../ports/log-bug.ts';
import { noteUnderWay, takeCutOff } from './cut-off.ts';
import type { MediaPorts } from './desk-ports.ts';
import { importFile, type Imported } from './import-file.ts';
import { type ImportEvent, type ImportState, isRunning, isSettled, nextImportState } from './import-state.ts';
import type { Landing } from './landing.ts';
import { sweepUnfinished } from './unfinished.ts';

export interface ImportEntry {
  readonly id: number;
  readonly file: File;
  readonly landing: Landing;
  readonly state: ImportState;
  /** Bytes that have gone to main. */
  readonly copied: number;
  readonly failure: Failure | null;
  /** It is kept even if it can't be opened. */
  readonly anyway: boolean;
  /** The record made, or the one that was already there. */
  readonly key: RecordKey | null;
  /** Another photo that looks the same was there already: a person may make one of the two. */
  readonly like: RecordKey | null;
  /** It is here, but not all that is attached to it. */
  readonly lacks: Failure | null;
  /** The entry of the e-mail that the person added, whose attachments brought this one along; its own where they added it. */
  readonly from: number;
  /** The e-mail that it is attached to; null where the person added it. */
  readonly mail: RecordKey | null;
}

export interface ImportQueue {
  /** Names of files that were on their way in when the window was closed last. */
  readonly cutOff: readonly string[];
  /** The entries in the order they came; the same array until something changes. */
  readonly entries: () => readonly ImportEntry[];
  readonly watch: (listener: () => void) => () => void;
  /** Puts files in line; the promise resolves with their entries when all of them are settled. */
  readonly add: (files: readonly File[], landing: Landing) => Promise<readonly ImportEntry[]>;
  readonly cancel: (id: number) => void;
  readonly again: (id: number) => void;
  /** Keeps a document that can't be opened. */
  readonly keepAnyway: (id: number) => void;
  /** Takes settled entries off the list. */
  readonly clear: (ids: readonly number[]) => void;
}

/** How many files are taken in at once. Few processors are left to the window: with two at once on two of them its frames came late. */
export const atOnceOn = (processors: number): number => (processors > 2 ? 2 : 1);

export const createImportQueue = (ports: MediaPorts, imported: (made: Imported) => void): ImportQueue => {
  const atOnce = atOnceOn(navigator.hardwareConcurrency);
  let entries: readonly ImportEntry[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const aborts = new Map<number, AbortController>();
  /** By the e-mail that a person added: how many files it brought in, those of e-mails within it too. */
  const broughtBy = new Map<number, number>();
  const ready = sweepUnfinished(ports).catch(() => undefined);

  const cutOff = takeCutOff(ports);
  let underWay = 0;

  const tell = (): void => {
    const waiting = entries.filter(({ state }) => !isSettled(state));
    // Only ever fewer or more of them: a change of one's state alone needs no new note.
    if (waiting.length !== underWay)
      noteUnderWay(
        ports,
        waiting.map(({ file }) => file.name),
      );
    underWay = waiting.length;
    for (const listener of listeners) listener();
  };
  const change = (id: number, to: (entry: ImportEntry) => ImportEntry): void => {
    entries = entries.map((entry) => (entry.id === id ? to(entry) : entry));
    tell();
  };
  const pass = (id: number, event: ImportEvent, extra: Partial<ImportEntry> = {}): void =>
    change(id, (entry) => ({ ...entry, ...extra, state: nextImportState(entry.state, event) }));

  const start = (entry: ImportEntry): void => {
    const abort = new AbortController();
    aborts.set(entry.id, abort);
    pass(entry.id, 'begin', { copied: 0, failure: null });
    void bringIn(entry, abort.signal).finally(() => {
      aborts.delete(entry.id);
      startNext();
    });
  };

  const bringIn = async (entry: ImportEntry, signal: AbortSignal): Promise<void> => {
    const { id, file, landing, anyway, mail } = entry;
    try {
      await ready;
      const progress = (copied: number): void => change(id, (before) => ({ ...before, copied }));
      const result = await importFile(
        ports,
        { file, landing, words: { anyway, ...(mail === null ? {} : { mail }) } },
        { signal, progress, passed: (event) => pass(id, event) },
      );
      if (!result.ok)
        return pass(id, result.error.type === 'ImportCancelled' ? 'cancel' : 'fail', { failure: result.error });
      pass(id, result.value.fresh ? 'kept' : 'found', { key: result.value.key, like: result.value.like ?? null });
      if (!result.value.fresh) return;
      imported(result.value);
      if (result.value.mime === EMAIL_TYPE) await takeAttachments(entry, result.value);
    } catch (thrown) {
      const failure = storageFailure(thrown);
      pass(id, 'fail', { failure: failure.type === 'DiskFull' ? failure : { type: 'Unexpected' } });
      logBug(thrown, 'import', ports.ask);
    }
  };

  /** They hang where their e-mail hangs; one that can't be shown is named in the list with its reason, as any other. */
  const takeAttachments = async ({ id, from, landing }: ImportEntry, { sha, key: mail }: Imported): Promise<void> => {
    const lacks = (type: Failure['type']): void => change(id, (entry) => ({ ...entry, lacks: { type } }));
    const found = await ports.ask('paper.attachments', { sha, mime: EMAIL_TYPE });
    if (!found.ok) return lacks('AttachmentsUnread');
    const before = broughtBy.get(from) ?? 0;
    const files = found.value.files.slice(0, MOST_ATTACHMENTS - before);
    broughtBy.set(from, before + files.length);
    if (found.value.leftOut > 0 || files.length < found.value.files.length) lacks('AttachmentsLeftOut');
    if (files.length === 0) return;
    void addFrom(
      { from, mail },
      files.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name)),
      landing,
    );
  };

  const startNext = (): void => {
    for (const entry of entries) {
      const running = entries.filter(({ state }) => isRunning(state));
      if (running.length >= atOnce) return;
      if (entry.state === 'waiting' && !running.some((other) => looksSame(other, entry))) start(entry);
    }
  };

  const settled = (ids: ReadonlySet<number>): Promise<readonly ImportEntry[]> =>
    new Promise((resolve) => {
      const look = (): void => {
        const mine = entries.filter(({ id }) => ids.has(id));
        if (!mine.every(({ state }) => isSettled(state))) return;
        listeners.delete(look);
        resolve(mine);
      };
      listeners.add(look);
      look();
    });

  const addFrom = (
    of: { readonly from: number; readonly mail: RecordKey } | null,
    files: readonly File[],
    landing: Landing,
  ): Promise<readonly ImportEntry[]> => {
    const added = files.map((file): ImportEntry => {
      lastId += 1;
      return {
        id: lastId,
        file,
        landing,
        state: 'waiting',
        copied: 0,
        failure: null,
        anyway: false,
        key: null,
        like: null,
        lacks: null,
        from: of?.from ?? lastId,
        mail: of?.mail ?? null,
      };
    });
    entries = [...entries, ...added];
    tell();
    startNext();
    return settled(new Set(added.map(({ id }) => id)));
  };

  return {
    cutOff,
    entries: () => entries,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (files, landing) => addFrom(null, files, landing),
    cancel: (id) => {
      aborts.get(id)?.abort();
      // One that still waits has nothing to stop; one that runs says so itself once it has tidied up.
      if (!aborts.has(id)) pass(id, 'cancel', { failure: { type: 'ImportCancelled' } });
    },
    again: (id) => {
      pass(id, 'again', { failure: null });
      startNext();
    },
    keepAnyway: (id) => {
      pass(id, 'again', { failure: null, anyway: true });
      startNext();
    },
    clear: (ids) => {
      entries = entries.filter(({ id, state }) => !ids.includes(id) || !isSettled(state));
      tell();
    },
  };
};

/**
 * Two copies of one picture at once would each find the journey without it; and one that is refused or cancelled would take
 * away the original that the other is about to name. So what may be the same file waits its turn, whichever the journey.
 */
const looksSame = (a: ImportEntry, b: ImportEntry): boolean => a.file.size === b.file.size;
