// Tells the local log that something went wrong that should not have, without anything a person wrote.
import type { Bridge } from '../../protocol/ipc/channels.ts';
import { desktop } from './desktop.ts';

/** Where it happened: `Unexpected` for what nobody foresaw, else the part of the window. */
export const logBug = (bug: unknown, code = 'Unexpected', ask: Bridge['ask'] = desktop().ask): void =>
  void ask('log.write', { level: 'error', code, detail: traceOf(bug) });

/** As much as the log takes. */
const LONGEST = 2_000;
const FRAME = /^ +at .*:\d+:\d+\)?$/;
const CODE = /^\w{1,60}$/;

/** The error's name, its code and where it was thrown. Never its message: that may hold personal content, over many lines. */
export const traceOf = (bug: unknown): string => {
  if (!(bug instanceof Error)) return typeof bug;
  const { name, message, stack = '' } = bug;
  const code = 'code' in bug && CODE.test(String(bug.code)) ? ` ${String(bug.code)}` : '';
  const said = stack.indexOf(message);
  const frames = stack
    .slice(said < 0 ? 0 : said + message.length)
    .split('\n')
    .filter((line) => FRAME.test(line));
  return [`${name}${code}`, ...frames].join('\n').slice(0, LONGEST);
};
