// The decisions and selections of one step, within its panel: how each stands, opened with a press.
import { Text, UnstyledButton } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { stateOf } from '../../../domain/decisions/agreement.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { openingOf } from '../../ui/opening.ts';
import { PanelSection } from '../../ui/Panel.tsx';
import { usePlace } from '../../ui/place-context.ts';
import classes from './decisions.module.css';

interface StepDecisionsProps {
  readonly step: RecordOf<'step'>;
  readonly journey: RecordOf<'journey'>;
}

/** Those that are at the step, and those with an alternative that is about it. */
export const StepDecisions = ({ step, journey }: StepDecisionsProps): ReactElement | null => {
  const { t } = useTranslation('decisions');
  const { go } = usePlace();
  const decisions = useRecords({ type: 'decision', journey: journey.id }) ?? [];
  const alternatives = useRecords({ type: 'alternative', journey: journey.id }) ?? [];
  const selections = useRecords({ type: 'selection', journey: journey.id }) ?? [];
  const about = new Set(alternatives.filter(({ body }) => body.links.includes(step.key)).map(({ parent }) => parent));
  const here = decisions.filter(({ key, body }) => body.step === step.key || about.has(key));
  const chosen = selections.filter(({ body }) => body.step === step.key);
  if (here.length === 0 && chosen.length === 0) return null;
  const lines = [
    ...here.map((decision) => ({
      record: decision,
      name: decision.body.question,
      state: decision.body.decided?.name ?? t(`state.${stateOf(decision)}`),
    })),
    ...chosen.map((selection) => ({
      record: selection,
      name: selection.body.title,
      state: selection.body.chosen?.name ?? t('selections.open'),
    })),
  ];
  return (
    <PanelSection title={t('title')}>
      <ul className={classes['plainList']}>
        {lines.map(({ record, name, state }) => (
          <li key={record.key}>
            <UnstyledButton className={classes['stepLine']} onClick={() => go(openingOf(record, record.parent))}>
              <Text span truncate>
                {name}
              </Text>
              <Text span size="sm" c="dimmed" truncate>
                {state}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
};
