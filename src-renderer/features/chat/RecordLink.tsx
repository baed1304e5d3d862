// A record named in a message: its present name and state, and a press opens it at its place.
import { Text, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { idOfKey, typeOfId, type RecordKey } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { useRecord } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { recordName } from '../../ui/record-name.ts';
import { StepStateIcon } from '../../ui/StepStateIcon.tsx';
import { Day } from '../../ui/When.tsx';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import classes from './chat.module.css';
import { useOpenRecord } from './use-open-record.ts';

interface RecordLinkProps {
  readonly recordKey: RecordKey;
  /** Said instead of its name: the words that were found. */
  readonly text?: string;
  /** Without what it costs or until when. */
  readonly isPlain?: boolean;
}

export const RecordLink = ({ recordKey, text = '', isPlain = false }: RecordLinkProps): ReactElement | null => {
  const open = useOpenRecord();
  const record = useRecord(recordKey);
  if (record == null || record.trashedAt !== 0) return null;
  const step = recordAs('step', record);
  // The words of a decision are its alternatives, which say nothing of what was chosen.
  const decision = recordAs('decision', record);
  return (
    <UnstyledButton className={classes['link']} onClick={() => open(record)}>
      {step === null ? (
        <TypeIcon type={typeOfId(idOfKey(recordKey))} size={16} />
      ) : (
        <StepStateIcon state={step.body.state} size={16} />
      )}
      <span className={classes['linkName']}>{text === '' || decision !== null ? recordName(record) : text}</span>
      {!isPlain && <Aside record={record} />}
    </UnstyledButton>
  );
};

/** What one wants to know of it at a glance: why it is stuck, what it costs, until when, what was chosen. */
const Aside = ({ record }: { readonly record: AnyRecord }): ReactElement | null => {
  const amount = (['cost', 'change', 'payment'] as const).map((type) => recordAs(type, record)?.body.amount);
  const cost = amount.find((one) => one !== undefined) ?? recordAs('quote', record)?.body.total ?? null;
  const due = recordAs('task', record)?.body.due ?? null;
  const reason = recordAs('step', record)?.body.blockedReason ?? '';
  const decided = recordAs('decision', record)?.body.decided?.name ?? '';
  if (cost === null && due === null && reason === '' && decided === '') return null;
  return (
    <Text span size="sm" c="dimmed" className={classes['linkAside']}>
      {cost !== null && <Amount money={cost} />}
      {due !== null && <Day date={due} />}
      {reason}
      {decided}
    </Text>
  );
};
