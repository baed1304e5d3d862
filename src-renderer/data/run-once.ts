// A press that is pressed twice: the same command, asked for once more while it is being carried out, is one deed.
import type { CommandInput, CommandName } from '../../domain/commands/registry.ts';
import { sameValue } from '../../domain/kernel/same-value.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Deed } from './store.ts';

export type Run = <C extends CommandName>(command: C, input: CommandInput<C>) => Promise<Result<Deed, Failure>>;

interface Asked {
  readonly command: CommandName;
  readonly input: unknown;
  readonly result: Promise<Result<Deed, Failure>>;
}

/**
 * Who presses twice wants one cost, one change order, one comment: both presses get the answer to the first. Only what was asked for
 * last counts as the same press, so that ticked, unticked and ticked again are three deeds. Once it is answered, the same is a new deed.
 */
export const createRunOnce = (run: Run): Run => {
  let last: Asked | null = null;
  return (command, input) => {
    if (last !== null && last.command === command && sameValue(last.input, input)) return last.result;
    const result = run(command, input).finally(() => {
      if (last === asked) last = null;
    });
    const asked: Asked = { command, input, result };
    last = asked;
    return result;
  };
};
