// A journey in five seconds: where it stands, what is next, what is stuck and why, when it may end, what it has cost.
import { Button, Progress, SegmentedControl, Text } from '@mantine/core';
import { IconAlertTriangle, IconHandStop, IconListCheck } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { awaitedDeliveries } from '../../../domain/journey/deliveries.ts';
import { leftOfBudget } from '../../../domain/journey/money.ts';
import { expectedEnd, type JourneyOverview } from '../../../domain/journey/overview.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useSetting } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { BudgetBar } from '../../ui/BudgetBar.tsx';
import { dayShort } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { useSlots } from '../../ui/slots.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { useJourneyOverview } from '../../ui/use-journey-overview.ts';
import { DoneByRange } from '../../ui/DoneByRange.tsx';
import { useCauseWords } from '../../ui/use-cause-words.ts';
import { useForecast } from '../../ui/use-forecasts.ts';
import { usePeople } from '../../ui/use-people.ts';
import { useOutlookWords } from '../../ui/use-outlook-words.ts';
import { useCostOutlook } from '../../ui/use-cost-outlook.ts';
import { Day } from '../../ui/When.tsx';
import { Waits } from './Waits.tsx';
import { ComingUp } from './ComingUp.tsx';
import classes from './OverviewTab.module.css';
import { Decisions } from './Decisions.tsx';
import { Reminders } from './Reminders.tsx';
import { Section, StepLine } from './StepLine.tsx';
import { ToDo } from './ToDo.tsx';

/** Now, and the views that other features add to it; which one was open is kept, journey by journey. */
export const OverviewTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('journey');
  const { overviewViews } = useSlots();
  const [view, setView] = useSetting(`overview-view:${journey.id}`, NOW);
  const chosen = overviewViews.find(({ id }) => id === view);
  return (
    <div className={classes['page']}>
      <SegmentedControl
        size="xs"
        className={classes['views'] ?? ''}
        aria-label={t('views')}
        value={chosen?.id ?? NOW}
        onChange={setView}
        data={[
          { value: NOW, label: t('now') },
          ...overviewViews.map(({ id, label }) => ({ value: id, label: t(label) })),
        ]}
      />
      {chosen === undefined ? <Now journey={journey} /> : <chosen.component journey={journey} />}
    </div>
  );
};

const NOW = 'now';

const Now = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('journey');
  const { go } = usePlace();
  const overview = useJourneyOverview(journey);
  const seesMoney = useIsFamily(journey.space);
  if (overview === null) return <Loading rows={4} height={96} />;
  if (overview.progress.total === 0) {
    return (
      <>
        <EmptyState icon={IconListCheck} title={t('empty.title')} text={t('empty.text')}>
          <Button onClick={() => go({ go: 'tab', tab: 'steps' })}>{t('empty.action')}</Button>
        </EmptyState>
        <ToDo journey={journey} />
        <Decisions journey={journey} />
        <Reminders journey={journey} />
      </>
    );
  }
  return (
    <>
      <div className={classes['figures']}>
        <Where overview={overview} />
        <End journey={journey} overview={overview} />
        {seesMoney && <Cost journey={journey} overview={overview} />}
      </div>
      <Next overview={overview} />
      <Stuck overview={overview} />
      <Waits journey={journey} />
      <ToDo journey={journey} />
      <Decisions journey={journey} />
      <Reminders journey={journey} />
      <ComingUp journey={journey} next={overview.next} />
      <Late overview={overview} />
    </>
  );
};

interface Part {
  readonly overview: JourneyOverview;
}

interface PartOf extends Part {
  readonly journey: RecordOf<'journey'>;
}

const Figure = ({
  label,
  value,
  children,
}: {
  readonly label: string;
  readonly value: ReactNode;
  readonly children: ReactNode;
}): ReactElement => (
  <section className={classes['figure']} aria-label={label}>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text component="div" className={classes['value']}>
      {value}
    </Text>
    {children}
  </section>
);

const Where = ({ overview: { progress } }: Part): ReactElement => {
  const { t } = useTranslation('journey');
  const settled = progress.done + progress.skipped;
  return (
    <Figure label={t('where')} value={t('settled', { settled, total: progress.total })}>
      <Progress
        value={progress.ratio * 100}
        color={settled === progress.total ? 'var(--pl-done)' : 'var(--pl-accent)'}
        size={6}
        aria-label={t('where')}
      />
      <Text size="sm" c="dimmed">
        {t('counts', { doing: progress.doing, blocked: progress.blocked, todo: progress.todo })}
      </Text>
    </Figure>
  );
};

/** Until the forecast is there, which takes a moment, the earliest end stands in its place. */
const End = ({ journey, overview: { projectedEnd, late } }: PartOf): ReactElement => {
  const { t } = useTranslation('journey');
  const doneBy = useForecast(journey);
  const end = doneBy?.p50 ?? projectedEnd;
  return (
    <Figure label={t('end.label')} value={end === null ? t('end.done') : t('end.likely', { day: dayShort(end) })}>
      <Text size="sm" c="dimmed">
        {end === null ? t('end.doneText') : doneBy == null ? <Day date={end} /> : <DoneByRange doneBy={doneBy} />}
      </Text>
      <Text size="sm" c={late.length > 0 ? 'var(--pl-late)' : 'dimmed'}>
        {t('end.late', { count: late.length })}
      </Text>
    </Figure>
  );
};

const Cost = ({ journey, overview: { money } }: PartOf): ReactElement => {
  const { t } = useTranslation('journey');
  const outlook = useCostOutlook(journey);
  const outlookWords = useOutlookWords();
  const { spent, due, budget, currency } = money;
  const used = { minor: spent.minor + due.minor, currency };
  const open = outlook?.open ?? { minor: 0, currency };
  // Nothing is called free before it is known what is committed.
  const left = outlook === null ? null : leftOfBudget(money, open);
  const isOver = left !== null && left.minor < 0;
  const isOpen = open.minor !== 0;
  const over = budget === null || outlook === null ? 0 : outlook.willCost.minor - budget.minor;
  return (
    <Figure label={t('cost.label')} value={<Amount money={used} whole />}>
      <BudgetBar label={t('cost.label')} spent={spent} due={due} open={open} planned={budget} />
      <div className={classes['split']}>
        <Text size="sm" c="dimmed">
          {t('cost.due')} <Amount money={due} whole />
        </Text>
        {isOpen && (
          <Text size="sm" c="dimmed" title={t('cost.committedWhat')}>
            {t('cost.committed')} <Amount money={open} whole />
          </Text>
        )}
      </div>
      {left !== null && budget !== null && (
        <Text size="sm" c={isOver ? 'var(--pl-over)' : 'var(--pl-under)'}>
          <Amount money={{ ...left, minor: Math.abs(left.minor) }} whole />{' '}
          {t(isOver ? 'cost.over' : isOpen ? 'cost.leftAfter' : 'cost.left')}
        </Text>
      )}
      {outlook !== null && outlook.willCost.minor !== used.minor && (
        <Text size="sm" c={over > 0 ? 'var(--pl-over)' : 'dimmed'} title={outlookWords(outlook)}>
          {t('cost.will')} <Amount money={outlook.willCost} whole />
          {over > 0 && (
            <>
              {', '}
              <Amount money={{ minor: over, currency }} whole /> {t('cost.over')}
            </>
          )}
        </Text>
      )}
    </Figure>
  );
};

const Next = ({ overview: { next } }: Part): ReactElement => {
  const { t } = useTranslation('journey');
  return (
    <Section title={t('next.label')}>
      {next === null ? (
        <Text c="dimmed">{t('next.none')}</Text>
      ) : (
        <StepLine step={next} text={next.body.startDate === null ? null : <Day date={next.body.startDate} />} />
      )}
    </Section>
  );
};

const Stuck = ({ overview: { blocked } }: Part): ReactElement | null => {
  const { t } = useTranslation('journey');
  const { blocked: causeOf } = useCauseWords();
  const { nameOf } = usePeople();
  if (blocked.length === 0) return null;
  return (
    <Section title={t('stuck')} icon={<IconHandStop size={16} stroke={1.75} color="var(--pl-blocked)" />}>
      {blocked.map(({ step, reason }) => {
        const { assignee } = step.body;
        const whose = assignee === null ? '' : nameOf(assignee);
        const promises = awaitedDeliveries(step.body).flatMap(({ what, promised }) =>
          promised === null ? [] : [t('promised', { what, day: dayShort(promised) })],
        );
        return (
          <StepLine
            key={step.key}
            step={step}
            text={[causeOf(reason), reason, ...promises, whose].filter((part) => part !== '').join(' · ')}
          />
        );
      })}
    </Section>
  );
};

const Late = ({ overview: { late } }: Part): ReactElement | null => {
  const { t } = useTranslation('journey');
  if (late.length === 0) return null;
  return (
    <Section title={t('lateSteps')} icon={<IconAlertTriangle size={16} stroke={1.75} color="var(--pl-late)" />}>
      {late.map((step) => {
        const day = step.body.startDate ?? expectedEnd(step);
        return <StepLine key={step.key} step={step} text={day === null ? null : <Day date={day} />} />;
      })}
    </Section>
  );
};
