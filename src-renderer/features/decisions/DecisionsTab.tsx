// The decisions of a journey: what is open and by when, what was decided and why, what was revisited; and what is still to be selected.
import { Button, Text } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { stateOf, type DecisionState } from '../../../domain/decisions/agreement.ts';
import { compareDates } from '../../../domain/kernel/calendar.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useSetting } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { journeyPlace } from '../../ui/place.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { AskForm } from './AskForm.tsx';
import { DecisionCard } from './DecisionCard.tsx';
import classes from './decisions.module.css';
import { SelectionsSection } from './SelectionsSection.tsx';

const STATES: readonly DecisionState[] = ['open', 'revisited', 'decided'];

export const DecisionsTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('decisions');
  const { place } = usePlace();
  const family = useIsFamily(journey.space);
  const decisions = useRecords({ type: 'decision', journey: journey.id });
  const alternatives = useRecords({ type: 'alternative', journey: journey.id });
  const [asking, setAsking] = useSetting(`asking-decision:${journey.id}`, false);
  const { record } = journeyPlace(place, journey.id);
  const byState = useMemo(() => Map.groupBy((decisions ?? []).toSorted(byDay), stateOf), [decisions]);
  if (decisions === undefined || alternatives === undefined) return <Loading rows={4} />;
  const askButton = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} disabled={asking} onClick={() => setAsking(true)}>
      {t('ask.open')}
    </Button>
  );
  return (
    <div className={classes['tab']}>
      <section aria-label={t('title')}>
        <div className={classes['head']}>
          <h3 className={classes['title']}>{t('title')}</h3>
          {family && decisions.length > 0 && askButton}
        </div>
        {asking && <AskForm journey={journey} onDone={() => setAsking(false)} />}
        {decisions.length === 0 && !asking && (
          <EmptyState icon={IconScale} title={t('empty.title')} text={t('empty.text')}>
            {family && askButton}
          </EmptyState>
        )}
        {STATES.filter((state) => byState.has(state)).map((state) => (
          <section key={state} aria-label={t(`group.${state}`)}>
            <Text component="h4" size="sm" c="dimmed" className={classes['groupHead'] ?? ''}>
              {t(`group.${state}`)}
            </Text>
            {(byState.get(state) ?? []).map((decision) => (
              <DecisionCard
                key={decision.key}
                journey={journey}
                decision={decision}
                alternatives={alternatives}
                open={record === decision.key}
              />
            ))}
          </section>
        ))}
      </section>
      <SelectionsSection journey={journey} />
    </div>
  );
};

/** By the day it is wanted, then the newest; what was decided last comes first. */
const byDay = (a: RecordOf<'decision'>, b: RecordOf<'decision'>): number =>
  (b.body.decided?.at ?? 0) - (a.body.decided?.at ?? 0) ||
  compareDates(a.body.deadline, b.body.deadline) ||
  b.createdAt - a.createdAt;
