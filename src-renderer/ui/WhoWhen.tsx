// Who wrote a value and when: a dot, a name and a moment, small.
import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { stampTime } from '../../domain/kernel/stamp.ts';
import { PersonDot } from './PersonDot.tsx';
import { usePeople } from './use-people.ts';
import { Moment } from './When.tsx';
import classes from './Settle.module.css';

export const WhoWhen = ({ by, stamp }: { readonly by: PersonId; readonly stamp: string }): ReactElement => {
  const { nameOf } = usePeople();
  const at = stampTime(stamp);
  return (
    <span className={classes['who']}>
      <PersonDot name={nameOf(by)} size={18} />
      <Text span size="sm" c="dimmed">
        {nameOf(by)}
        {/* A record from elsewhere may carry a stamp that names no time. */}
        {Number.isFinite(at) && (
          <>
            {' · '}
            <Moment at={at} />
          </>
        )}
      </Text>
    </span>
  );
};
