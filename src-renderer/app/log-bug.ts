// Tells the local log that something went wrong that should not have, without anything a person wrote.
import { desktop } from '../ports/desktop.ts';

/** The error's name only: its message may hold personal content. */
export const logBug = (bug: unknown): void => {
  const detail = bug instanceof Error ? bug.name : typeof bug;
  void desktop().ask('log.write', { level: 'error', code: 'Unexpected', detail });
};
