// One act of the sample: a command, and what to hand it once it is known where it is played.
import type { CommandInput, CommandName } from '../commands/registry.ts';
import type { RecordId, RecordKey } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';

/** Where the acts are played: the runner mints the journey's id and looks the keys up once the first act has run. */
export interface SamplePlace {
  readonly journey: RecordId;
  readonly stepKey: (slug: string) => RecordKey;
  /** The record of an imported file; null when it was not imported. */
  readonly mediaKey: (file: string) => RecordKey | null;
  /** What an earlier act of that name made. */
  readonly made: (name: string) => RecordKey;
}

type Run<R> = <C extends CommandName>(command: C, input: CommandInput<C>) => R;

export interface SampleAct {
  readonly command: CommandName;
  /** Under which later acts ask for what it makes. */
  readonly as?: string;
  /** Hands the command and its input to `run`, and answers what that answers. */
  readonly perform: <R>(run: Run<R>, place: SamplePlace) => R;
}

export const act = <C extends CommandName>(
  command: C,
  input: (place: SamplePlace) => CommandInput<C>,
  as?: string,
): SampleAct => ({
  command,
  ...(as === undefined ? {} : { as }),
  perform: (run, place) => run(command, input(place)),
});

export const euros = (minor: number): Money => ({ minor, currency: 'EUR' });
