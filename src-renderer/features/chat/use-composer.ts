// The words being written: kept on this device with the id that they will have, tried again by themselves when the disk refuses.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecordId, RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { useSetting, useStore } from '../../data/hooks.ts';
import { newMessageId } from './thread.ts';
import type { Say } from './use-say.ts';

/** What is not sent yet. `id` is there from the first try on, so that no try makes a second message. */
interface Unsent {
  readonly text: string;
  readonly attachments: readonly RecordKey[];
  readonly id: RecordId | null;
}

const NOTHING: Unsent = { text: '', attachments: [], id: null };

/** ms after a refused write; the last is kept to. */
const WAITS = [2_000, 5_000, 15_000] as const;

export interface ComposerState {
  readonly text: string;
  readonly attachments: readonly RecordKey[];
  readonly change: (text: string) => void;
  /** Photos and documents that were dropped: they are sent at once, and wait here when that fails. */
  readonly attach: (keys: readonly RecordKey[]) => void;
  readonly send: () => void;
  readonly sending: boolean;
  /** Why the last try failed; it is tried again until it works or the words change. */
  readonly refused: Failure | null;
}

export const useComposer = (space: SpaceId, say: Say): ComposerState => {
  const { settings } = useStore();
  const name = `draft:message:${space}`;
  const [unsent, keep] = useSetting<Unsent>(name, NOTHING);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<{ readonly failure: Failure; readonly tries: number } | null>(null);
  const busy = useRef(false);
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  }, [say]);

  const send = useCallback(async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- under this name only this kind of value is kept
    const now = (settings.get(name) as Unsent | undefined) ?? NOTHING;
    if (busy.current || (now.text.trim() === '' && now.attachments.length === 0)) return;
    busy.current = true;
    setSending(true);
    const id = now.id ?? newMessageId(crypto.randomUUID());
    keep({ ...now, id });
    const kept = await latest.current({ id, text: now.text.trim(), attachments: now.attachments });
    busy.current = false;
    setSending(false);
    if (!kept.ok) return setRefused((before) => ({ failure: kept.error, tries: (before?.tries ?? 0) + 1 }));
    setRefused(null);
    // What was typed or dropped while it was being written is the next message.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    const since = (settings.get(name) as Unsent | undefined) ?? NOTHING;
    keep({
      text: since.text.startsWith(now.text) ? since.text.slice(now.text.length) : since.text,
      attachments: since.attachments.filter((key) => !now.attachments.includes(key)),
      id: null,
    });
  }, [settings, name, keep]);

  useEffect(() => {
    if (refused === null) return undefined;
    const wait = WAITS[Math.min(refused.tries, WAITS.length) - 1] ?? WAITS[0];
    const timer = setTimeout(() => void send(), wait);
    return () => clearTimeout(timer);
  }, [refused, send]);

  return {
    text: unsent.text,
    attachments: unsent.attachments,
    // Other words are another message: what an earlier try wrote must not stand for them.
    change: (text) => keep({ ...unsent, text, id: busy.current ? unsent.id : null }),
    attach: (keys) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
      const now = (settings.get(name) as Unsent | undefined) ?? NOTHING;
      keep({ ...now, attachments: [...new Set([...now.attachments, ...keys])] });
      void send();
    },
    send: () => void send(),
    sending,
    refused: refused?.failure ?? null,
  };
};
