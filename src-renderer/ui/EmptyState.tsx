// What a list shows when there is nothing in it: what it is for, and the first thing to do.
import { Group, Stack, Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  /** One part of a page among others: in one line, without the room that an empty page has. */
  readonly isPart?: boolean;
  /** Buttons; the first action is the primary one. */
  readonly children?: ReactNode;
}

export const EmptyState = (props: EmptyStateProps): ReactElement => {
  const { icon: StateIcon, title, text, isPart = false, children } = props;
  const icon = (
    <div className={classes['icon']}>
      <StateIcon size={isPart ? 20 : 24} stroke={1.5} aria-hidden />
    </div>
  );
  if (isPart)
    return (
      <div className={classes['part']}>
        {icon}
        <div className={classes['partWords']}>
          <Title order={4}>{title}</Title>
          <Text size="sm" c="dimmed" maw={560}>
            {text}
          </Text>
        </div>
        {children}
      </div>
    );
  return (
    <Stack className={classes['empty']} align="center" gap="sm">
      {icon}
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
};
