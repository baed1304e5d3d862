// The outbox of a thread for components: what is being written, and why it could not be kept.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { err } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { useStore } from '../../data/hooks.ts';
import { createOutbox } from './outbox.ts';
import type { Say } from './use-say.ts';

export interface ComposerState {
  readonly text: string;
  readonly attachments: readonly RecordKey[];
  readonly change: (text: string) => void;
  readonly attach: (keys: readonly RecordKey[]) => void;
  readonly send: () => void;
  readonly sending: boolean;
  readonly refused: Failure | null;
}

/** Until the thread is there nothing is sent: the words wait. */
const NOT_YET: Say = () => Promise.resolve(err({ type: 'Unexpected' }));

export const useComposer = (space: SpaceId, say: Say): ComposerState => {
  const { settings } = useStore();
  const outbox = useMemo(
    () =>
      createOutbox({
        settings,
        name: `draft:message:${space}`,
        say: NOT_YET,
        uuid: () => crypto.randomUUID(),
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      }),
    [settings, space],
  );
  useEffect(() => outbox.sayWith(say), [outbox, say]);
  useEffect(() => {
    // A try that the end of the window cut off: its id tells whether it had been written.
    if (outbox.unsent().id !== null) void outbox.send();
    return outbox.stop;
  }, [outbox]);
  const unsent = useSyncExternalStore(outbox.watch, outbox.unsent);
  const { sending, refused } = useSyncExternalStore(outbox.watch, outbox.state);
  return {
    text: unsent.text,
    attachments: unsent.attachments,
    change: outbox.change,
    attach: outbox.attach,
    send: () => void outbox.send(),
    sending,
    refused,
  };
};
