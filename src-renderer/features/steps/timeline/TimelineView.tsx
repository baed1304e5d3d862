// The plan of a journey over time: bars to drag, a kept plan beneath, and words for those who don't see it.
import { Alert, Button, Checkbox, Group, SegmentedControl, Select, Text, VisuallyHidden } from '@mantine/core';
import { IconCalendarStats, IconRotate2, IconRoute } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sinceBaseline, type SinceBaseline } from '../../../../domain/journey/since-baseline.ts';
import { daysThrough } from '../../../../domain/kernel/calendar.ts';
import type { RecordKey } from '../../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { useSetting } from '../../../data/hooks.ts';
import { dayShort } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { usePlace } from '../../../ui/place-context.ts';
import { journeyPlace } from '../../../ui/place.ts';
import { useIsFamily } from '../../../ui/use-family.ts';
import { BaselineMenu } from './BaselineMenu.tsx';
import { ZOOMS, type Zoom } from './layout.ts';
import classes from './Timeline.module.css';
import { TimelineChart } from './TimelineChart.tsx';
import { useBaselines, type Baselines } from './use-baseline.ts';
import { ALONG, useNudge, type Nudging } from './use-nudge.ts';
import { usePlan, type Plan } from './use-plan.ts';

interface TimelineViewProps {
  readonly journey: RecordOf<'journey'>;
  /** Chooses between the views of the tab. */
  readonly views: ReactNode;
}

export const TimelineView = ({ journey, views }: TimelineViewProps): ReactElement => {
  const { t } = useTranslation('steps');
  const plan = usePlan(journey);
  const baselines = useBaselines(journey);
  // The line about the kept plan takes room: what opens scrolled to its place is drawn when that is known.
  if (plan === null || !baselines.isRead) return <Loading rows={8} height={36} />;
  return (
    <div className={classes['view']}>
      {plan.steps.length === 0 ? (
        <>
          <div className={classes['tools']}>{views}</div>
          <EmptyState icon={IconCalendarStats} title={t('timeline.empty.title')} text={t('timeline.empty.text')} />
        </>
      ) : (
        <Timeline journey={journey} plan={plan} baselines={baselines} views={views} />
      )}
    </div>
  );
};

interface TimelineProps extends TimelineViewProps {
  readonly plan: Plan;
  readonly baselines: Baselines;
}

const Timeline = ({ journey, plan, baselines, views }: TimelineProps): ReactElement => {
  const { t } = useTranslation(['steps', 'ui']);
  const { place, go } = usePlace();
  const family = useIsFamily(journey.space);
  const [zoom, setZoom] = useSetting<Zoom>(`timeline-zoom:${journey.id}`, 'weeks');
  const nudging = useNudge(journey, plan);
  const shown = nudging.preview?.plan ?? plan;
  const since = useMemo(
    () => (baselines.shown === null ? null : sinceBaseline(baselines.shown, shown.steps, shown.spans)),
    [baselines.shown, shown],
  );
  const open = useCallback((record: RecordKey) => go({ go: 'record', record }), [go]);
  // Rows are drawn again only when they change, so what they call stays the same function.
  const drop = useRef(nudging.drop);
  useEffect(() => {
    drop.current = nudging.drop;
  });
  const onDrop = useCallback(() => drop.current(), []);

  return (
    <>
      <div className={classes['tools']}>
        {views}
        <span className={classes['spread']} />
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.zoom.label')}
          value={zoom}
          onChange={setZoom}
          data={ZOOMS.map((value) => ({ value, label: t(`timeline.zoom.${value}`) }))}
        />
        {family && (
          <Select
            size="xs"
            w={190}
            aria-label={t('timeline.along.label')}
            allowDeselect={false}
            data={ALONG.map((value) => ({ value, label: t(`timeline.along.${value}`) }))}
            value={nudging.along}
            onChange={(value) => value !== null && nudging.setAlong(value)}
          />
        )}
        {family && <BaselineMenu journey={journey} baselines={baselines} />}
      </div>
      {plan.cycles.map((cycle) => (
        <Alert key={cycle[0]?.key} color="orange" icon={<IconRotate2 size={16} />} p="xs">
          {t('timeline.cycle', { names: cycle.map(({ body }) => body.name).join(', ') })}
        </Alert>
      ))}
      {baselines.shown !== null && since !== null && <Since name={baselines.shown.body.name} since={since} />}
      <TimelineChart
        plan={shown}
        zoom={zoom}
        since={since}
        movable={family && !nudging.asking}
        chosen={journeyPlace(place, journey.id).record}
        onOpen={open}
        onHold={nudging.hold}
        onAdd={nudging.add}
        onDrop={onDrop}
        onCancel={nudging.cancel}
      />
      <div className={classes['legend']}>
        <span>
          <i className={classes['swatch']} />
          <IconRoute size={12} stroke={2} aria-hidden />
          {t('timeline.criticalLegend')}
        </span>
        {since !== null && (
          <span>
            <i className={classes['swatch']} data-was />
            {t('timeline.wasLegend')}
          </span>
        )}
        {family && (
          <span className={classes['keys']} id="timeline-keys">
            {t('timeline.keys')}
          </span>
        )}
      </div>
      <VisuallyHidden role="status">{saidOf(plan, nudging, t)}</VisuallyHidden>
      {nudging.asking && <AskAlong nudging={nudging} />}
    </>
  );
};

type Translate = (key: string, blanks: Readonly<Record<string, string | number>>) => string;

/** Where the step that is being moved stands now, for screen readers. */
const saidOf = (plan: Plan, { nudge, preview }: Nudging, t: Translate): string => {
  const step = plan.steps.find(({ key }) => key === nudge?.key);
  if (step === undefined) return '';
  const { name } = step.body;
  if (preview === null) return t('timeline.held', { name });
  const { isHeld } = preview.replanned;
  const { start, end } = preview.plan.spans.get(step.key) ?? preview.replanned;
  const count = daysThrough(start, end);
  return t(isHeld ? 'timeline.saidHeld' : 'timeline.said', { name, start: dayShort(start), end: dayShort(end), count });
};

const Since = ({ name, since }: { readonly name: string; readonly since: SinceBaseline }): ReactElement => {
  const { t } = useTranslation('steps');
  const { drift, added, gone } = since;
  const parts = [
    t(drift === 0 ? 'baseline.same' : drift > 0 ? 'baseline.later' : 'baseline.earlier', { count: Math.abs(drift) }),
    ...(added.length === 0 ? [] : [t('baseline.added', { count: added.length })]),
    ...(gone.length === 0 ? [] : [t('baseline.gone', { count: gone.length })]),
  ];
  return (
    <div
      className={classes['since']}
      data-late={drift > 0}
      title={[...added.map(({ body }) => `+ ${body.name}`), ...gone.map((each) => `− ${each}`)].join('\n')}
    >
      {t('baseline.since', { name })} <strong>{parts.join(' · ')}</strong>
    </div>
  );
};

const AskAlong = ({ nudging }: { readonly nudging: Nudging }): ReactElement => {
  const { t } = useTranslation('steps');
  const [always, setAlways] = useState(false);
  const answer = (along: boolean): void => {
    if (always) nudging.setAlong(along ? 'along' : 'alone');
    nudging.answer(along);
  };
  const count = nudging.preview?.replanned.along.length ?? 0;
  return (
    <div
      className={classes['ask']}
      role="alertdialog"
      aria-labelledby="ask-along"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          nudging.cancel();
        }
      }}
    >
      <Text id="ask-along" size="sm" fw={550}>
        {t('timeline.ask', { count })}
      </Text>
      <Group gap="sm">
        <Button size="compact-md" autoFocus onClick={() => answer(true)}>
          {t('timeline.moveAlong')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => answer(false)}>
          {t('timeline.moveAlone')}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={nudging.cancel}>
          {t('cancel')}
        </Button>
      </Group>
      <Checkbox
        size="xs"
        label={t('timeline.always')}
        checked={always}
        onChange={(event) => setAlways(event.currentTarget.checked)}
      />
    </div>
  );
};
