// A titled list of steps with a line of words each; a click opens the step.
import { Text, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { byKey } from '../../../domain/records/by-key.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { usePlace } from '../../ui/place-context.ts';
import { StepStateIcon } from '../../ui/StepStateIcon.tsx';
import classes from './progress.module.css';

export interface StepWords {
  readonly step: RecordOf<'step'>;
  readonly text: string;
}

export const StepList = ({
  title,
  empty,
  rows,
}: {
  readonly title: string;
  /** What is said where there is none; without it the list is left out then. */
  readonly empty?: string;
  readonly rows: readonly StepWords[];
}): ReactElement | null => {
  const { t } = useTranslation('progress');
  const { go } = usePlace();
  if (rows.length === 0 && empty === undefined) return null;
  return (
    <section aria-label={title} className={classes['list']}>
      <h3 className={classes['title']}>{title}</h3>
      {rows.length === 0 && <Text c="dimmed">{empty}</Text>}
      {rows.map(({ step, text }) => (
        <UnstyledButton
          key={step.key}
          className={classes['step']}
          aria-label={t('open', { name: step.body.name })}
          onClick={() => go({ go: 'journey', journey: step.journey, tab: 'steps', record: step.key })}
        >
          <StepStateIcon state={step.body.state} />
          <span className={classes['words']}>
            <span>{step.body.name}</span>
            <Text span size="sm" c="dimmed">
              {text}
            </Text>
          </span>
        </UnstyledButton>
      ))}
    </section>
  );
};

/** Rows for steps that are named by their key, in the order of what names them. */
export const stepRows = <T extends { readonly key: string }>(
  steps: readonly RecordOf<'step'>[],
  named: readonly T[],
  textOf: (each: T) => string,
): readonly StepWords[] => {
  const stepByKey = byKey(steps);
  return named.flatMap((each) => {
    const step = stepByKey.get(each.key);
    return step === undefined ? [] : [{ step, text: textOf(each) }];
  });
};
