// The family's own chat: what belongs to no journey yet. A journey is started by saying so.
import { Text, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../ui/Loading.tsx';
import { Chat } from './Chat.tsx';
import classes from './chat.module.css';
import { useHouseRecords } from './use-house-records.ts';
import { useHomeThread } from './use-thread.ts';

/** Messages read at first, and each time one goes further back. */
const PAGE = 200;

export const ChatScreen = (): ReactElement => {
  const { t } = useTranslation('chat');
  const records = useHouseRecords();
  const [latest, setLatest] = useState(PAGE);
  const thread = useHomeThread(latest);
  const examples = records?.journeys.length === 0 ? ['start'] : ['start', 'next', 'done'];
  return (
    <div className={classes['chat']}>
      <header className={classes['screenHead']}>
        <Title order={1}>{t('home.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('home.who')}
        </Text>
      </header>
      {records === null || thread === null ? (
        <Loading rows={4} height={48} />
      ) : (
        <Chat
          thread={thread}
          records={records}
          journey={null}
          onEarlier={thread.messages.length >= latest ? () => setLatest(latest + PAGE) : null}
          examples={examples}
        />
      )}
    </div>
  );
};
