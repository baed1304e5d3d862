// What a list shows when there is nothing in it: what it is for, and the first thing to do.
import { Group, Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  /** Buttons; the first action is the primary one. */
  readonly children?: ReactNode;
}

export const EmptyState = ({ icon: StateIcon, title, text, children }: EmptyStateProps): ReactElement => (
  <Stack className={classes['empty']} align="center" gap="sm">
    <div className={classes['icon']}>
      <StateIcon size={24} stroke={1.5} aria-hidden />
    </div>
    <Title order={3} ta="center">
      {title}
    </Title>
    <Text c="dimmed" ta="center" maw={420}>
      {text}
    </Text>
    {children !== undefined && (
      <Group gap="sm" mt="sm" justify="center">
        {children}
      </Group>
    )}
  </Stack>
);
