// In place of a page that can't be shown: why, and what would help.
import { Text } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import type { Failure } from '../../../protocol/failures.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import classes from './documents.module.css';

export const PageFailure = ({ failure }: { readonly failure: Failure }): React.JSX.Element => {
  const { sentence, remedy } = useFailureText()(failure);
  return (
    <div className={classes['unshown']} role="status">
      <IconFileAlert size={40} stroke={1.25} aria-hidden />
      <Text fw={600}>{sentence}</Text>
      <Text size="sm">{remedy}</Text>
    </div>
  );
};
