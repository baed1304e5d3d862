// Does something because of a decision: the deed is done as always, and then kept as what followed from it.
import { useCallback } from 'react';
import type { CommandInput, CommandName } from '../../../domain/commands/registry.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { useRun, useStore } from '../../data/hooks.ts';

export type Follow = <C extends CommandName>(command: C, input: CommandInput<C>) => Promise<boolean>;

export const useFollow = (decision: RecordKey): Follow => {
  const run = useRun();
  const store = useStore();
  return useCallback(
    async (command, input) => {
      const done = await run(command, input);
      if (!done.ok) return false;
      const { deed, keys } = done.value;
      // Not a deed of its own to a person: Undo right after means what they did.
      if (keys.length > 0) await store.run('decision.link', { key: decision, deed, records: [...keys] });
      return true;
    },
    [run, store, decision],
  );
};
