// The messages of one thread, live: those of a journey's audience, or the family's talk that belongs to no journey yet.
import { useMemo } from 'react';
import { conversationKey } from '../../../domain/commands/message.ts';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { useRecords, useStore } from '../../data/hooks.ts';
import { inOrder, type Message } from './thread.ts';

export interface Thread {
  readonly space: SpaceId;
  /** Where the next message goes; null where the first one begins it under a fresh id. */
  readonly conversation: RecordKey | null;
  readonly messages: readonly Message[];
}

/** Records of the household hang on no journey. */
const HOUSEHOLD = '';

/** Talk that led to the journey is shown before what was said in it: the same people read both. */
export const useJourneyThread = (
  journey: RecordOf<'journey'>,
  { space, latest }: { readonly space: SpaceId; readonly latest: number },
): Thread | null => {
  const messages = useRecords({ type: 'message', journey: journey.id, latest });
  const conversations = useRecords({ type: 'conversation', journey: HOUSEHOLD });
  const before = useRecords({ type: 'message', journey: HOUSEHOLD, latest });
  return useMemo(() => {
    if (messages === undefined || conversations === undefined || before === undefined) return null;
    const led = new Set(conversations.filter(({ body }) => body.journey === journey.key).map(({ key }) => key));
    const earlier = space === privateSpace(journey.id) ? before.filter(({ parent }) => led.has(parent)) : [];
    const here = messages.filter((message) => message.space === space);
    return { space, conversation: conversationKey(space), messages: inOrder([...earlier, ...here]) };
  }, [journey, space, messages, conversations, before]);
};

export const useHomeThread = (latest: number): Thread | null => {
  const { home } = useStore();
  const conversations = useRecords({ type: 'conversation', journey: HOUSEHOLD });
  const messages = useRecords({ type: 'message', journey: HOUSEHOLD, latest });
  return useMemo(() => {
    if (messages === undefined || conversations === undefined) return null;
    const open = conversations.filter(({ space, body }) => space === home && body.journey === null);
    const keys = new Set(open.map(({ key }) => key));
    // Two that were begun on devices apart read as one; what is said next goes to the later.
    return {
      space: home,
      conversation: open.at(-1)?.key ?? null,
      messages: inOrder(messages.filter(({ parent }) => keys.has(parent))),
    };
  }, [home, messages, conversations]);
};
