// The papers that were read and wait for a look: one press opens the first, and accepting it brings the next.
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { titleOf, type PaperRecord } from './paper-record.ts';
import classes from './paper.module.css';

interface ToCheckProps {
  readonly waiting: readonly PaperRecord[];
  readonly onOpen: (key: RecordKey) => void;
}

/** As many as are named before "and more". */
const NAMED = 3;

export const ToCheck = ({ waiting, onOpen }: ToCheckProps): React.JSX.Element | null => {
  const { t } = useTranslation('documents');
  const [first] = waiting;
  if (first === undefined) return null;
  const names = waiting.slice(0, NAMED).map(titleOf).join(', ');
  return (
    <section className={classes['queue']} aria-label={t('check.title')}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <div style={{ minWidth: 0 }}>
          <Text fw={600}>{t('check.count', { count: waiting.length })}</Text>
          <Text size="sm" c="dimmed" truncate>
            {waiting.length > NAMED ? t('check.more', { names, count: waiting.length - NAMED }) : names}
          </Text>
        </div>
        <Button size="sm" flex="none" onClick={() => onOpen(first.key)}>
          {t('check.start')}
        </Button>
      </Group>
    </section>
  );
};
