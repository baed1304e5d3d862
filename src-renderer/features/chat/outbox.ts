// The words being written, until they are kept: on this device with the id that they will have, tried again when the disk refuses.
import type { RecordId, RecordKey } from '../../../domain/kernel/ids.ts';
import { err, type Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { Settings } from '../../data/store.ts';
import { newMessageId } from './thread.ts';
import type { Say } from './use-say.ts';

/** What is not sent yet. `id` is there from the first try on, so that no try makes a second message. */
export interface Unsent {
  readonly text: string;
  readonly attachments: readonly RecordKey[];
  readonly id: RecordId | null;
}

const NOTHING: Unsent = { text: '', attachments: [], id: null };

/** ms after a refused write; the last is kept to. */
const WAITS = [2_000, 5_000, 15_000] as const;

export interface OutboxState {
  readonly sending: boolean;
  /** Why the last try failed; it is tried again until it works or the words change. */
  readonly refused: Failure | null;
}

export interface Outbox {
  readonly unsent: () => Unsent;
  /** The same object until something changes. */
  readonly state: () => OutboxState;
  readonly watch: (listener: () => void) => () => void;
  readonly change: (text: string) => void;
  /** Photos and documents that were dropped: they are sent at once, and wait here when that fails. */
  readonly attach: (keys: readonly RecordKey[]) => void;
  readonly send: () => Promise<void>;
  /** How it is said from now on: the thread and what is known of the house have gone on. */
  readonly sayWith: (say: Say) => void;
  /** Nobody looks any more: what is unsent stays where it is kept, and is tried again by who looks next. */
  readonly stop: () => void;
}

export interface OutboxPorts {
  readonly settings: Settings;
  /** Name of the setting that keeps what is unsent. */
  readonly name: string;
  readonly say: Say;
  readonly uuid: () => string;
  /** Answers how to stop it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export const createOutbox = ({ settings, name, say: first, uuid, after }: OutboxPorts): Outbox => {
  const listeners = new Set<() => void>();
  let state: OutboxState = { sending: false, refused: null };
  let tries = 0;
  let say = first;
  let timer: (() => void) | null = null;
  let busy: Promise<void> | null = null;

  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- under this name only this kind of value is kept
  const unsent = (): Unsent => (settings.get(name) as Unsent | undefined) ?? NOTHING;
  const keep = (next: Unsent): void =>
    void settings.set(name, next.text === '' && next.attachments.length === 0 ? null : next);
  const set = (next: OutboxState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const trySending = async (now: Unsent, id: RecordId): Promise<void> => {
    keep({ ...now, id });
    set({ ...state, sending: true });
    const kept: Result<null, Failure> = await say({ id, text: now.text.trim(), attachments: now.attachments }).catch(
      () => err({ type: 'Unexpected' }),
    );
    if (!kept.ok) {
      tries += 1;
      set({ sending: false, refused: kept.error });
      timer = after(WAITS[Math.min(tries, WAITS.length) - 1] ?? WAITS[0], () => void send());
      return;
    }
    tries = 0;
    // What was typed or dropped while it was being written is the next message.
    const since = unsent();
    keep({
      text: since.text.startsWith(now.text) ? since.text.slice(now.text.length) : since.text,
      attachments: since.attachments.filter((key) => !now.attachments.includes(key)),
      id: null,
    });
    set({ sending: false, refused: null });
  };

  const cancel = (): void => {
    timer?.();
    timer = null;
  };

  const send = (): Promise<void> => {
    const now = unsent();
    if (now.text.trim() === '' && now.attachments.length === 0) return Promise.resolve();
    if (busy !== null) return busy;
    cancel();
    busy = trySending(now, now.id ?? newMessageId(uuid())).finally(() => {
      busy = null;
    });
    return busy;
  };

  return {
    unsent,
    state: () => state,
    watch: (listener) => {
      listeners.add(listener);
      const stop = settings.watch(name, listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    // Other words are another message: what an earlier try wrote must not stand for them.
    change: (text) => {
      const now = unsent();
      if (busy === null) cancel();
      keep({ ...now, text, id: busy === null ? null : now.id });
      if (busy === null && state.refused !== null) set({ ...state, refused: null });
    },
    attach: (keys) => {
      const now = unsent();
      keep({ ...now, attachments: [...new Set([...now.attachments, ...keys])] });
      void send();
    },
    send,
    sayWith: (next) => {
      say = next;
    },
    stop: cancel,
  };
};
