// The answer that a language model is giving: its words as they come, and a button that stops it.
import { Button, Loader, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './chat.module.css';
import { Mark } from './Mark.tsx';
import type { ModelTurns } from './model-turns.ts';
import type { Message } from './thread.ts';

interface ModelTurnProps {
  readonly turns: ModelTurns;
  /** Of the thread: what is asked in another is shown there. */
  readonly messages: readonly Message[];
}

export const ModelTurn = ({ turns, messages }: ModelTurnProps): ReactElement | null => {
  const { t } = useTranslation('chat');
  const all = useSyncExternalStore(turns.watch, turns.now);
  const running = all.filter(({ message }) => messages.some(({ id }) => id === message));
  return running.length === 0 ? null : (
    <div className={classes['column']}>
      {running.map(({ message, words }) => (
        <article key={message} className={classes['turn']} aria-label={t('model.label')} aria-busy="true">
          <Mark size={28} />
          <div className={classes['saying']}>
            {words === '' ? <Loader size="xs" type="dots" aria-label={t('model.thinking')} /> : null}
            <Text className={classes['words'] ?? ''}>{words}</Text>
          </div>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlayerStop size={14} stroke={1.75} />}
            onClick={() => turns.stop(message)}
          >
            {t('model.stop')}
          </Button>
        </article>
      ))}
    </div>
  );
};
