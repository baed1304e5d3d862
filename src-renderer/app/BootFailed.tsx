// Shown when the data cannot be opened: what happened, what to do, and the ways on.
import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, FailureCode } from '../../protocol/failures.ts';
import { desktop } from '../ports/desktop.ts';
import { useFailureText } from '../ui/failure-text.ts';

interface BootFailedProps {
  readonly failure: Failure;
  readonly retry: () => void;
}

/** What can be put aside as it is, to begin anew. */
const SET_ASIDE: ReadonlySet<FailureCode> = new Set(['DatabaseDamaged', 'KeysDamaged']);

export const BootFailed = ({ failure, retry }: BootFailedProps): ReactElement => {
  const { t } = useTranslation('app');
  const { sentence, remedy } = useFailureText()(failure);
  return (
    <Center h="100%" p="xl">
      <Stack gap="lg" maw={480} role="alert">
        <Title order={2}>{sentence}</Title>
        <Text c="dimmed">{remedy}</Text>
        <Group gap="sm">
          <Button onClick={retry}>{t('boot.retry')}</Button>
          {SET_ASIDE.has(failure.type) && (
            <Button variant="default" onClick={() => void desktop().ask('data.setAside', {})}>
              {t('boot.setAside')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => void desktop().ask('log.export', {})}>
            {t('boot.exportLog')}
          </Button>
        </Group>
      </Stack>
    </Center>
  );
};
