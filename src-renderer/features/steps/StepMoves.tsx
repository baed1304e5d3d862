// Where a step stands and where it can go from there: only the moves that make sense are offered.
import { Button, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { nextStepState, STEP_MOVES, type StepMove } from '../../../domain/commands/step-state.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useSetting } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { StepStateIcon } from '../../ui/StepStateIcon.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import classes from './StepPanel.module.css';

/** The move a person most likely wants next from each state: it is the filled button. */
const LIKELY: Readonly<Record<string, StepMove>> = { todo: 'start', doing: 'complete', blocked: 'resume' };

export const StepMoves = ({ step }: { readonly step: RecordOf<'step'> }): ReactElement => {
  const { t } = useTranslation(['steps', 'ui']);
  const run = useRun();
  const [asking, setAsking] = useSetting(`blocking:${step.key}`, false);
  const { state, blockedReason } = step.body;
  const moves = STEP_MOVES.filter((move) => nextStepState[state][move] !== null).toSorted(
    (a, b) => Number(b === LIKELY[state]) - Number(a === LIKELY[state]),
  );
  const go = (move: StepMove): void => {
    if (move === 'block') setAsking(true);
    else void run('step.change', { key: step.key, move });
  };
  return (
    <div className={classes['moves']}>
      <div className={classes['state']}>
        <StepStateIcon state={state} size={16} />
        {t(`ui:stepState.${state}`)}
      </div>
      {state === 'blocked' && <div className={classes['blocked']}>{blockedReason}</div>}
      {asking && nextStepState[state].block !== null ? (
        <BlockReason step={step} onLeave={() => setAsking(false)} />
      ) : (
        moves.map((move) => (
          <Button
            key={move}
            size="compact-md"
            variant={move === LIKELY[state] ? 'filled' : 'default'}
            // The second click of two meant the button that stood here before the first.
            onClick={({ detail }) => detail < 2 && go(move)}
          >
            {t(`move.${move}`)}
          </Button>
        ))
      )}
    </div>
  );
};

const BlockReason = (props: { readonly step: RecordOf<'step'>; readonly onLeave: () => void }): ReactElement => {
  const { t } = useTranslation('steps');
  const run = useRun();
  const draft = useDraft(`block:${props.step.key}`, '');
  const block = async (): Promise<void> => {
    const result = await run('step.change', { key: props.step.key, move: 'block', reason: draft.value });
    if (!result.ok) return;
    draft.clear();
    props.onLeave();
  };
  return (
    <div className={classes['reason']}>
      <Textarea
        label={t('reason.label')}
        placeholder={t('reason.placeholder')}
        minRows={2}
        maxLength={1_000}
        data-autofocus
        autoFocus
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <FormButtons
        label={t('reason.save')}
        size="compact-md"
        side="start"
        mt="sm"
        disabled={draft.value.trim() === ''}
        onCancel={props.onLeave}
        onSave={block}
      />
    </div>
  );
};
