// The answer that a language model is giving: its words as they come, and a button that stops it.
import { Button, Loader, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './chat.module.css';
import { Mark } from './Mark.tsx';
import type { ModelTurns } from './model-turns.ts';

export const ModelTurn = ({ turns }: { readonly turns: ModelTurns }): ReactElement | null => {
  const { t } = useTranslation('chat');
  const running = useSyncExternalStore(turns.watch, turns.now);
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
