// Settings, Notifications: whether the desktop is told what is new, and when it is left in peace.
import { Button, Group, Stack, Switch, Text } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_CHOICE, type NoticeChoice } from '../../../domain/news/notices.ts';
import { useSetting } from '../../data/hooks.ts';
import { useNews } from '../../news/news-context.ts';
import { NOTICES } from '../../news/use-notices.ts';

export const NoticesSection = (): ReactElement => {
  const { t } = useTranslation('news');
  const [choice, choose] = useSetting<NoticeChoice>(NOTICES, DEFAULT_CHOICE);
  const { unread, allSeen } = useNews();
  const set = (some: Partial<NoticeChoice>): void => choose({ ...choice, ...some });
  return (
    <Stack gap="md">
      <Switch
        label={t('on')}
        description={t('onText')}
        checked={choice.on}
        onChange={(event) => set({ on: event.currentTarget.checked })}
      />
      <div>
        <Text fw={500}>{t('quiet')}</Text>
        <Text size="xs" c="dimmed" mb="xs">
          {t('quietText')}
        </Text>
        <Group gap="md">
          <TimeInput
            label={t('from')}
            disabled={!choice.on}
            value={clockOf(choice.quietFrom)}
            onChange={(event) => set({ quietFrom: minutesOf(event.currentTarget.value) ?? choice.quietFrom })}
          />
          <TimeInput
            label={t('until')}
            disabled={!choice.on}
            value={clockOf(choice.quietUntil)}
            onChange={(event) => set({ quietUntil: minutesOf(event.currentTarget.value) ?? choice.quietUntil })}
          />
        </Group>
      </div>
      <div>
        <Button variant="default" disabled={unread.length === 0} onClick={allSeen}>
          {t('allSeen')}
        </Button>
      </div>
    </Stack>
  );
};

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Null while it is being typed. */
const minutesOf = (clock: string): number | null => {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : hours * 60 + minutes;
};
