// What the parts of a chat share: the thread they stand in, what is known of the house, and how something is said.
import { createContext, useContext } from 'react';
import type { Records } from '../../../domain/assistant/house-of.ts';
import type { RecordId } from '../../../domain/kernel/ids.ts';
import type { Say } from './use-say.ts';
import type { Thread } from './use-thread.ts';

export interface ChatParts {
  readonly thread: Thread;
  /** As far as readers of the thread may know. */
  readonly records: Records;
  /** The journey whose chat it is; null in the family's own. */
  readonly journey: RecordId | null;
  readonly say: Say;
}

export const ChatContext = createContext<ChatParts | null>(null);

export const useChat = (): ChatParts => {
  const parts = useContext(ChatContext);
  if (parts === null) throw new Error('no chat around this component');
  return parts;
};
