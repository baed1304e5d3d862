// A step as one line of the overview, and the section that such lines stand in.
import { Text, UnstyledButton } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { usePlace } from '../../ui/place-context.ts';
import { StepStateIcon } from '../../ui/StepStateIcon.tsx';
import classes from './OverviewTab.module.css';

export const Section = (props: {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}): ReactElement => (
  <section className={classes['section']} aria-label={props.title}>
    <h3 className={classes['sectionTitle']}>
      {props.icon}
      {props.title}
    </h3>
    {props.children}
  </section>
);

export const StepLine = ({
  step,
  text,
}: {
  readonly step: RecordOf<'step'>;
  readonly text: ReactNode;
}): ReactElement => {
  const { t } = useTranslation('journey');
  const { go } = usePlace();
  return (
    <UnstyledButton
      className={classes['step']}
      aria-label={t('openStep', { name: step.body.name })}
      onClick={() => go({ go: 'journey', journey: step.journey, tab: 'steps', record: step.key })}
    >
      <StepStateIcon state={step.body.state} />
      <span className={classes['stepName']}>{step.body.name}</span>
      <Text span size="sm" c="dimmed" className={classes['stepText']}>
        {text}
      </Text>
    </UnstyledButton>
  );
};
