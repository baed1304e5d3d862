// Work that was not accepted: shown whole, so that nothing of it is lost; it goes only when the person says so.
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueJob } from '../../data/database-schema.ts';
import { useRecord, useRun } from '../../data/hooks.ts';
import { useSession } from '../../sync/context.ts';
import { recordName } from '../../ui/record-name.ts';
import { isSpoken } from '../../ui/value-words.ts';
import { useValueWords } from '../../ui/use-value-words.ts';
import { Moment } from '../../ui/When.tsx';
import { restOf } from './tray-rest.ts';
import { runRetry } from './retry.ts';
import { retryOf } from './tray-retry.ts';
import { HandOver } from './HandOver.tsx';
import { kindOf, toldFields, withRest, workOf, type TrayWork } from './tray-work.ts';
import { useTray } from './use-tray.ts';
import classes from './Tray.module.css';

export const Tray = (): ReactElement | null => {
  const { t } = useTranslation('sync');
  const { jobs, take, putBack } = useTray();
  if (jobs.length === 0) return null;
  const discard = async (job: QueueJob): Promise<void> => {
    await take(job);
    const undo = (): void => {
      notifications.hide(job.id);
      void putBack(job);
    };
    notifications.show({
      id: job.id,
      autoClose: 8_000,
      message: (
        <Group justify="space-between" wrap="nowrap" gap="md">
          <Text size="md">{t('tray.discarded')}</Text>
          <Button size="compact-sm" variant="subtle" onClick={undo}>
            {t('tray.undo')}
          </Button>
        </Group>
      ),
    });
  };
  return (
    <Stack gap="sm" component="section" aria-label={t('tray.title')}>
      <Text fw={600}>{t('tray.title')}</Text>
      <Text size="sm" c="dimmed">
        {t('tray.text')}
      </Text>
      <HandOver jobs={jobs} />
      <ul className={classes['list']}>
        {jobs.map((job) => (
          <Entry key={job.id} job={job} onDone={() => take(job)} onPart={putBack} onDiscard={() => void discard(job)} />
        ))}
      </ul>
    </Stack>
  );
};

interface EntryProps {
  readonly job: QueueJob;
  readonly onDone: () => Promise<void>;
  /** Some of it is kept; the entry as it is with the rest. */
  readonly onPart: (job: QueueJob) => Promise<void>;
  readonly onDiscard: () => void;
}

const Entry = ({ job, onDone, onPart, onDiscard }: EntryProps): ReactElement => {
  const { t } = useTranslation('sync');
  const work = workOf(job);
  const discard = (
    <Button size="compact-sm" variant="subtle" color="red" onClick={onDiscard}>
      {t('tray.discard')}
    </Button>
  );
  return (
    <li className={classes['entry']}>
      {work === null ? <Text>{t('tray.kinds.other')}</Text> : <Words work={work} />}
      <Group gap="xs">
        {work !== null && <Actions work={work} onDone={onDone} onPart={onPart} />}
        {discard}
      </Group>
    </li>
  );
};

const Words = ({ work }: { readonly work: TrayWork }): ReactElement => {
  const { t } = useTranslation('sync');
  const { fieldWords, valueWords } = useValueWords();
  const { record, reason, job, fields, isRest } = work;
  const unnamed = isRest ? fields.filter((field) => !isSpoken(field)) : [];
  const name = recordName(record);
  return (
    <div>
      <Text fw={500}>
        {t(`tray.kinds.${kindOf(record)}`)}
        {name !== '' && <span className={classes['name']}>{name}</span>}
      </Text>
      {toldFields(work).map((field) => (
        <Text key={field} size="sm" className={classes['line']}>
          <Text span size="sm" c="dimmed">
            {fieldWords(field)}
          </Text>{' '}
          {valueWords({ type: record.type, field, value: record.body[field] })}
        </Text>
      ))}
      {isRest && (
        <Text size="sm" mt={4}>
          {t('tray.rest')}{' '}
          {unnamed.map((field) => t(`tray.parts.${field}`, { defaultValue: t('tray.parts.other') })).join(' ')}
        </Text>
      )}
      <Text size="sm" mt={4}>
        {t('tray.reason', { reason: t(`tray.reasons.${reason}`, { defaultValue: t('tray.reasons.Unexpected') }) })}
        {' · '}
        <Moment at={job.at} />
      </Text>
    </div>
  );
};

const copy = async (words: string, said: string): Promise<void> => {
  await navigator.clipboard.writeText(words);
  notifications.show({ message: said, autoClose: 4_000 });
};

/** The words with which the owner is asked, where asking them is what helps; null where it does not. */
const askingFor = (reason: string, mayWrite: boolean): string | null => {
  if (reason === 'NotYours') return mayWrite ? null : 'tray.askText';
  return reason === 'NotAllowed' || reason === 'FieldsRefused' ? 'tray.askToChange' : null;
};

type ActionsProps = { readonly work: TrayWork } & Pick<EntryProps, 'onDone' | 'onPart'>;

const Actions = ({ work, onDone, onPart }: ActionsProps): ReactElement => {
  const { t } = useTranslation('sync');
  const run = useRun();
  const { access } = useSession().client;
  const mayWrite = access.mayWrite(work.record.space);
  const standing = useRecord(work.record.key);
  const text = useText(work);
  const message = askingFor(work.reason, mayWrite);
  const retry = standing === undefined ? null : retryOf(work, { standing, mayWrite });
  const tryAgain = async (): Promise<void> => {
    if (standing === undefined) return;
    let rest = work;
    let next = retry;
    // One command may carry only some of it: the next takes what is left, as long as each brings it further.
    while (next !== null) {
      const result = await runRetry(run, next);
      if (!result.ok) return;
      const left = restOf(rest, next, standing);
      if (left.length === 0) return onDone();
      const isFurther = !rest.isRest || left.length < rest.fields.length;
      rest = withRest(rest, left);
      await onPart(rest.job);
      next = isFurther ? retryOf(rest, { standing, mayWrite }) : null;
    }
  };
  return (
    <>
      {retry !== null && (
        <Button size="compact-sm" variant="light" onClick={() => void tryAgain()}>
          {t('tray.retry')}
        </Button>
      )}
      {message !== null && (
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => void copy(t(message, { work: text }), t('tray.asked'))}
        >
          {t('tray.ask')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => void copy(text, t('tray.copied'))}>
        {t('tray.copy')}
      </Button>
    </>
  );
};

/** The whole of it in words, a line a field. */
const useText = ({ record }: TrayWork): string => {
  const { t } = useTranslation('sync');
  const { fieldWords, valueWords } = useValueWords();
  const name = recordName(record);
  const first = name === '' ? t(`tray.kinds.${kindOf(record)}`) : `${t(`tray.kinds.${kindOf(record)}`)}: ${name}`;
  const rest = toldFields({ record, fields: [] }).map(
    (field) => `${fieldWords(field)}: ${valueWords({ type: record.type, field, value: record.body[field] })}`,
  );
  return [first, ...rest].join('\n');
};
