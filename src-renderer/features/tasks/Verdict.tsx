// Where a task stands and whose turn it is: done, found good, or sent back with the reason.
import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconCheck, IconRotate2 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { missingPhotos, taskState } from '../../../domain/journey/tasks.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useSetting, useStore } from '../../data/hooks.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { usePeople } from '../../ui/use-people.ts';
import { Moment } from '../../ui/When.tsx';
import classes from './TasksTab.module.css';

interface VerdictProps {
  readonly task: RecordOf<'task'>;
  readonly isFamily: boolean;
}

export const Verdict = ({ task, isFamily }: VerdictProps): ReactElement => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const people = usePeople();
  const { me, roleIn } = useStore();
  const nameOf = (id: string): string => (id === me ? t('check.you') : people.nameOf(id));
  const [asking, setAsking] = useSetting(`sending-back:${task.key}`, false);
  const { key, body } = task;
  const mayDo = roleIn(task.space) !== 'viewer';
  const state = taskState(body);
  const wanted = missingPhotos(body).length;
  const check = (done: boolean): void => void run('task.check', { key, done });
  return (
    <div className={classes['verdict']} data-state={state}>
      <Text size="sm" fw={500} className={classes['state'] ?? ''} data-state={state}>
        {t(`state.${state}`)}
      </Text>
      {body.doneAt !== null && body.doneBy != null && (
        <Text size="sm" c="dimmed">
          {t('check.doneBy', { name: nameOf(body.doneBy) })} · <Moment at={body.doneAt} />
        </Text>
      )}
      {state === 'verified' && body.verified != null && (
        <Text size="sm" c="dimmed">
          {t('check.verifiedBy', { name: nameOf(body.verified.by) })} · <Moment at={body.verified.at} />
        </Text>
      )}
      {body.sentBack != null && state !== 'verified' && (
        <Text size="sm" className={classes['why'] ?? ''}>
          {t('check.sentBackBy', { name: nameOf(body.sentBack.by), why: body.sentBack.why })}
        </Text>
      )}
      {state === 'toVerify' && !isFamily && (
        <Text size="sm" c="dimmed">
          {t('check.wantsFamily')}
        </Text>
      )}
      {body.doneAt === null && wanted > 0 && (
        <Text size="sm" c="var(--pl-blocked)">
          {t('check.wantsPhotos', { count: wanted })}
        </Text>
      )}
      <Group gap="xs">
        {body.doneAt === null && mayDo && (
          <Button
            size="xs"
            disabled={wanted > 0}
            leftSection={<IconCheck size={16} stroke={2} />}
            onClick={() => check(true)}
          >
            {t('check.done')}
          </Button>
        )}
        {state === 'toVerify' && isFamily && (
          <>
            <Button
              size="xs"
              leftSection={<IconCheck size={16} stroke={2} />}
              onClick={() => void run('task.verify', { key })}
            >
              {t('check.verify')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconRotate2 size={16} stroke={1.75} />}
              aria-expanded={asking}
              onClick={() => setAsking(!asking)}
            >
              {t('check.sendBack')}
            </Button>
          </>
        )}
        {body.doneAt !== null && mayDo && (
          <Button size="xs" variant="default" onClick={() => check(false)}>
            {t('check.reopen')}
          </Button>
        )}
      </Group>
      {asking && state === 'toVerify' && <WhyBack taskKey={key} onDone={() => setAsking(false)} />}
    </div>
  );
};

const WhyBack = ({ taskKey, onDone }: { readonly taskKey: string; readonly onDone: () => void }): ReactElement => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const draft = useDraft(`send-back:${taskKey}`, '');
  const send = async (): Promise<void> => {
    const why = draft.value.trim();
    if (why === '') return;
    const result = await run('task.sendBack', { key: taskKey, why });
    if (!result.ok) return;
    draft.clear();
    onDone();
  };
  return (
    <form
      className={classes['ask']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        autoFocus
        autosize
        minRows={2}
        maxLength={2_000}
        aria-label={t('check.why')}
        label={t('check.why')}
        placeholder={t('check.whyHint')}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" size="xs" disabled={draft.value.trim() === ''}>
          {t('check.send')}
        </Button>
      </div>
    </form>
  );
};
