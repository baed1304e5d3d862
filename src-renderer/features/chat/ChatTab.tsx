// A journey's chat: with the family alone, with everyone on it, or with one contractor; who reads it is said above.
import { useState, type ReactElement } from 'react';
import type { SpaceId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useSetting } from '../../data/hooks.ts';
import { AudiencePicker } from '../../ui/AudienceBadge.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Text } from '@mantine/core';
import { useAudience } from '../../ui/use-audience.ts';
import { useAudienceChoices, useOwnSpace } from '../../ui/use-own-space.ts';
import { Chat } from './Chat.tsx';
import classes from './chat.module.css';
import { useHouseRecords } from './use-house-records.ts';
import { useJourneyThread } from './use-thread.ts';

/** Messages read at first, and each time one goes further back. */
const PAGE = 200;
const EXAMPLES = ['next', 'spent', 'done', 'task'];

export const ChatTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const own = useOwnSpace(journey);
  const choices = useAudienceChoices(journey);
  const [chosen, choose] = useSetting<SpaceId | null>(`chat-with:${journey.id}`, null);
  const [latest, setLatest] = useState(PAGE);
  const space = choices.find((choice) => choice === chosen) ?? own;
  const records = useHouseRecords();
  const thread = useJourneyThread(journey, { space, latest });
  const audience = useAudience(journey.id)(space);
  return (
    <div className={classes['chat']}>
      <header className={classes['head']}>
        <AudiencePicker journey={journey.id} space={space} choices={choices} onChoose={choose} />
        <Text size="xs" c="dimmed" truncate>
          {audience.sentence}
        </Text>
      </header>
      {records === null || thread === null ? (
        <Loading rows={4} height={48} />
      ) : (
        <Chat
          key={space}
          thread={thread}
          records={records}
          journey={journey}
          onEarlier={thread.messages.length >= latest ? () => setLatest(latest + PAGE) : null}
          examples={EXAMPLES}
        />
      )}
    </div>
  );
};
