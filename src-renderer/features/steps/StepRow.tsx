// One step in the list: check it off at the left, open it by its name, drag it by its grip.
import { useSortable } from '@dnd-kit/react/sortable';
import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconGripVertical, IconSubtask } from '@tabler/icons-react';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nextStepState } from '../../../domain/commands/step-state.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { useIsUnread } from '../../news/news-context.ts';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { StepStateIcon } from '../../ui/StepStateIcon.tsx';
import { UnreadDot } from '../../ui/UnreadDot.tsx';
import { StepWhen } from './StepWhen.tsx';
import classes from './StepsTab.module.css';

interface StepRowProps {
  readonly step: RecordOf<'step'>;
  readonly index: number;
  readonly movable: boolean;
  readonly chosen: boolean;
  readonly openTasks: number;
  /** Null when nobody is to do it. */
  readonly assignee: string | null;
  readonly onOpen: (key: RecordKey) => void;
}

/** Drawn again only when it has changed itself: a journey may have hundreds of steps, and most writes touch one. */
export const StepRow = memo((props: StepRowProps): ReactElement => {
  const { step, index, movable, chosen, openTasks, assignee, onOpen } = props;
  const { t } = useTranslation('steps');
  const run = useRun();
  const { ref, handleRef, isDragging } = useSortable({ id: step.key, index, disabled: !movable });
  const { name, state, blockedReason } = step.body;
  const isNew = useIsUnread(step.key);
  const check = nextStepState[state].complete === null ? 'reopen' : 'complete';

  return (
    <li ref={ref} className={classes['row']} data-chosen={chosen} data-dragging={isDragging} data-state={state}>
      <button
        ref={handleRef}
        className={classes['grip']}
        disabled={!movable}
        aria-label={t('drag', { name })}
        type="button"
        tabIndex={-1}
      >
        {movable && <IconGripVertical size={14} stroke={1.75} />}
      </button>
      <Tooltip label={t(`move.${check}`)}>
        <UnstyledButton
          className={classes['check']}
          aria-label={t(`checkOff.${check}`, { name })}
          onClick={() => void run('step.change', { key: step.key, move: check })}
        >
          <StepStateIcon state={state} />
        </UnstyledButton>
      </Tooltip>
      <UnstyledButton
        className={classes['open']}
        data-step={step.key}
        aria-label={t('open', { name })}
        aria-current={chosen}
        onClick={() => onOpen(step.key)}
      >
        {isNew && <UnreadDot label={t('unread')} />}
        <span className={classes['name']}>{name}</span>
        {state === 'blocked' && <span className={classes['reason']}>{blockedReason}</span>}
      </UnstyledButton>
      {openTasks > 0 && (
        <span className={classes['meta']} title={t('openTasks', { count: openTasks })}>
          <IconSubtask size={14} stroke={1.75} aria-hidden />
          <span className="pl-number">{openTasks}</span>
        </span>
      )}
      <StepWhen step={step} />
      <span className={classes['person']}>{assignee !== null && <PersonDot name={assignee} />}</span>
    </li>
  );
});
StepRow.displayName = 'StepRow';
