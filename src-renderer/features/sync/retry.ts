// A command that does work from the tray again, with its input as one runs it.
import type { CommandInput, CommandName } from '../../../domain/commands/registry.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import type { Deed } from '../../data/store.ts';

export type Retry<Name extends CommandName = CommandName> = {
  readonly [C in Name]: { readonly command: C; readonly input: CommandInput<C> };
}[Name];

type Run = <C extends CommandName>(command: C, input: CommandInput<C>) => Promise<Result<Deed, Failure>>;

export const runRetry = <C extends CommandName>(
  run: Run,
  { command, input }: Retry<C>,
): Promise<Result<Deed, Failure>> => run(command, input);
