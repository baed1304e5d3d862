// Which messages a language model was asked about and has not answered: kept on the device, so that the end of the window leaves none without an answer.
import { z } from 'zod';
import { answerId } from '../../../domain/assistant/made-id.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { LocalSettings } from '../../data/local-settings.ts';
import type { Message } from './thread.ts';

const ASKED = 'chat:asked';
/** Older ones than these are left: nobody waits for their answer any more. */
const MOST = 50;
const keys = z.array(z.string()).catch([]);

type Settings = Pick<LocalSettings, 'get' | 'set'>;

export const noteAsked = (settings: Settings, key: RecordKey): Promise<void> =>
  settings.set(ASKED, [...keys.parse(settings.get(ASKED)), key].slice(-MOST));

/** It was answered, or stopped by the person. */
export const noteAnswered = (settings: Settings, key: RecordKey): void =>
  void settings.set(
    ASKED,
    keys.parse(settings.get(ASKED)).filter((other) => other !== key),
  );

/** Those of the thread that still wait, oldest first. */
export const leftUnanswered = (settings: Settings, messages: readonly Message[]): readonly Message[] => {
  const asked = new Set(keys.parse(settings.get(ASKED)));
  const ids = new Set(messages.map(({ id }) => id));
  return messages.filter(({ key, id }) => asked.has(key) && !ids.has(answerId(id)));
};
