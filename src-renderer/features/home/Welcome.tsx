// Home before the first journey: what Plumbline is for, and the ways to begin.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { partsOf } from '../../ui/parts-of.ts';
import { useSlots } from '../../ui/slots.ts';
import classes from './Welcome.module.css';

interface WelcomeProps {
  readonly onStart: () => void;
  /** Archive and trash, if there is anything in them. */
  readonly children: ReactNode;
}

export const Welcome = ({ onStart, children }: WelcomeProps): ReactElement => {
  const { t } = useTranslation('home');
  const { welcomeActions } = useSlots();
  return (
    <div className={classes['page']}>
      <Stack gap="xl" maw={560} w="100%">
        <div className={classes['line']} aria-hidden="true" />
        <Stack gap="md">
          <Title order={1}>{t('welcome.title')}</Title>
          <Text size="lg" c="dimmed">
            {t('welcome.text')}
          </Text>
        </Stack>
        <Group gap="sm">
          <Button rightSection={<IconArrowRight size={16} />} onClick={onStart}>
            {t('start')}
          </Button>
          {partsOf(welcomeActions, {})}
        </Group>
        <Text size="sm" c="dimmed">
          {t('welcome.offline')}
        </Text>
        {children}
      </Stack>
    </div>
  );
};
