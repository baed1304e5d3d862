// One thing that someone signed: who, what, why and when, and whether the key is known as theirs by the server.
import { Text } from '@mantine/core';
import { IconKeyOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../../../domain/approvals/graph.ts';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { usePeople } from '../../ui/use-people.ts';
import { Moment } from '../../ui/When.tsx';
import classes from './approvals.module.css';

interface WordProps {
  readonly entry: Entry;
  /** It was said of another version than the one that stands. */
  readonly earlier: boolean;
}

export const Word = ({ entry, earlier }: WordProps): ReactElement => {
  const { t } = useTranslation('approvals');
  const { nameOf } = usePeople();
  const { by, body, certified, counts } = entry;
  const mark = t(counts ? 'uncertified' : 'heard');
  return (
    <>
      <PersonDot name={nameOf(by)} size={18} />
      <div>
        <Text span size="sm" fw={500}>
          {nameOf(by)}
        </Text>{' '}
        {t(`verdict.${body.verdict}`)}
        <Text span size="sm" c="dimmed">
          {' · '}
          <Moment at={body.at} />
          {earlier && ` · ${t('earlierVersion')}`}
        </Text>
        {!certified && (
          <Text span size="xs" c="dimmed" title={mark} ml={6}>
            <IconKeyOff size={12} stroke={1.75} {...(counts ? { 'aria-label': mark } : { 'aria-hidden': true })} />
            {!counts && ` ${mark}`}
          </Text>
        )}
        {body.reason !== '' && <p className={classes['reason']}>{body.reason}</p>}
      </div>
    </>
  );
};
