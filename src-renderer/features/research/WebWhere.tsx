// Under a search that is proposed: where its words would go, and that nothing else leaves the device.
import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useDestination } from '../../research/hooks.ts';
import { WhereTo } from './WhereTo.tsx';

export const WebWhere = (): ReactElement => (
  <Text size="sm" c="dimmed" component="div">
    <WhereTo destination={useDestination()} />
  </Text>
);
