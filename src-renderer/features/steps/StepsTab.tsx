// The steps of a journey in one of three views: a list to work through, a timeline to plan on, a calendar to look ahead.
import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useSetting } from '../../data/hooks.ts';
import { Loading } from '../../ui/Loading.tsx';
import { StepsList } from './StepsList.tsx';

const VIEWS = ['list', 'timeline', 'calendar'] as const;
type View = (typeof VIEWS)[number];

// What few people open every day is not read at every start.
const TimelineView = lazy(async () => {
  const { TimelineView: component } = await import('./timeline/TimelineView.tsx');
  return { default: component };
});
const CalendarView = lazy(async () => {
  const { CalendarView: component } = await import('./calendar/CalendarView.tsx');
  return { default: component };
});

const componentByView = { list: StepsList, timeline: TimelineView, calendar: CalendarView } as const;

export const StepsTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('steps');
  const [view, setView] = useSetting<View>(`steps-view:${journey.id}`, 'list');
  const Shown = componentByView[view];
  const views = (
    <SegmentedControl
      size="xs"
      aria-label={t('views.label')}
      value={view}
      onChange={setView}
      data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
    />
  );
  return (
    <Suspense fallback={<Loading rows={8} height={36} />}>
      <Shown journey={journey} views={views} />
    </Suspense>
  );
};
