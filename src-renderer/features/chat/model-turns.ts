// Answers of a language model while they are being given: their words as they come, and a way to stop them.
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import type { ModelAnswer, ModelRequest } from '../../../protocol/ipc/model.ts';
import { desktop } from '../../ports/desktop.ts';

export interface Turn {
  /** Id of the message that is being answered. */
  readonly message: RecordId;
  readonly words: string;
}

export interface ModelTurns {
  readonly watch: (changed: () => void) => () => void;
  /** In the order in which they were asked for; the same list until something changes. */
  readonly now: () => readonly Turn[];
  readonly take: (message: RecordId, request: Omit<ModelRequest, 'job'>) => Promise<Result<ModelAnswer, Failure>>;
  readonly stop: (message: RecordId) => void;
}

const createModelTurns = ({ ask, on }: Pick<Bridge, 'ask' | 'on'>): ModelTurns => {
  let turns: readonly Turn[] = [];
  const watchers = new Set<() => void>();
  const set = (next: readonly Turn[]): void => {
    turns = next;
    for (const changed of watchers) changed();
  };
  const hear = ({ job, text }: { readonly job: string; readonly text: string }): void => {
    if (turns.some(({ message }) => message === job))
      set(turns.map((turn) => (turn.message === job ? { message: turn.message, words: turn.words + text } : turn)));
  };
  return {
    watch: (changed) => {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
    now: () => turns,
    take: async (message, request) => {
      set([...turns, { message, words: '' }]);
      const deaf = on('model.text', hear);
      try {
        return await ask('model.ask', { job: message, ...request });
      } finally {
        deaf();
        set(turns.filter((turn) => turn.message !== message));
      }
    },
    stop: (message) => void ask('model.stop', { job: message }),
  };
};

let ofWindow: ModelTurns | null = null;

/** Those of the window: who leaves a chat and comes back finds the answer still being given. */
export const modelTurns = (): ModelTurns => (ofWindow ??= createModelTurns(desktop()));
