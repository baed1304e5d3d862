// The drawing of the timeline: the scale above, a row a step, lines from what is waited for to what waits, and today.
import dayjs from 'dayjs';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SinceBaseline } from '../../../../domain/journey/since-baseline.ts';
import { isOpen } from '../../../../domain/journey/schedule.ts';
import { namesOfSteps } from '../../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../../domain/kernel/ids.ts';
import type { Nudge } from './drag.ts';
import { barOf, DAY_PX, linkPath, monthTicks, ROW_PX, stretchOf, weekTicks, xOf, type Zoom } from './layout.ts';
import { cssVars } from './css-vars.ts';
import classes from './Timeline.module.css';
import { TimelineRow, type RowHandlers } from './TimelineRow.tsx';
import type { Plan } from './use-plan.ts';

interface TimelineChartProps extends Omit<RowHandlers, 'onFocus'> {
  readonly plan: Plan;
  readonly zoom: Zoom;
  readonly since: SinceBaseline | null;
  readonly movable: boolean;
  readonly chosen: RecordKey | null;
  readonly onAdd: (nudge: Nudge) => void;
  readonly onCancel: () => void;
}

export const TimelineChart = (props: TimelineChartProps): ReactElement => {
  const { plan, zoom, since, movable, chosen, onOpen, onHold, onDrop, onAdd, onCancel } = props;
  const { t } = useTranslation('steps');
  const { steps, spans, floats, day } = plan;
  const dayPx = DAY_PX[zoom];
  const stretch = useMemo(
    () => stretchOf([...spans.values(), ...[...(since?.driftByStep.values() ?? [])].map(({ was }) => was)], day.today),
    [spans, since, day.today],
  );
  const nameByKey = useMemo(() => namesOfSteps(steps), [steps]);
  const [focused, setFocused] = useState<RecordKey | null>(null);
  const current = steps.some(({ key }) => key === focused) ? focused : (steps[0]?.key ?? null);

  const frame = useRef<HTMLDivElement>(null);
  const todayX = xOf(day.today, stretch, dayPx);
  // Today a third of the way in and what is open next below the last two that are done: once, and again when the scale changes.
  useEffect(() => {
    if (frame.current === null) return;
    const [corner] = frame.current.getElementsByClassName(classes['corner'] ?? '');
    const seen = frame.current.clientWidth - (corner?.clientWidth ?? 0);
    frame.current.scrollLeft = Math.max(0, todayX - Math.max(3 * DAY_PX.weeks, seen / 3));
    frame.current.scrollTop = (steps.findIndex(isOpen) - 2) * ROW_PX;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is dragged must not scroll it
  }, [zoom]);

  const focusBar = (key: RecordKey | undefined): void => {
    const bar = frame.current?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(key ?? '')}"]`);
    bar?.focus({ preventScroll: true });
    bar?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const key = event.target instanceof HTMLElement ? event.target.dataset['bar'] : undefined;
    if (key === undefined) return;
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.altKey && sideways !== undefined) {
      event.preventDefault();
      if (movable) onAdd({ key, later: event.shiftKey ? 0 : sideways, longer: event.shiftKey ? sideways : 0 });
      return;
    }
    if (event.key === 'Escape') onCancel();
    const at = steps.findIndex((step) => step.key === key);
    const to = {
      ArrowUp: steps[at - 1]?.key,
      ArrowDown: steps[at + 1]?.key,
      Home: steps[0]?.key,
      End: steps.at(-1)?.key,
      ArrowLeft: steps[at]?.body.dependsOn.find((other) => nameByKey.has(other)),
      ArrowRight: steps.find(({ body }) => body.dependsOn.includes(key))?.key,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    focusBar(to);
  };
  const onKeyUp = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Alt') onDrop();
  };

  const bars = steps.map(({ key }, row) => ({ row, ...barOf(spans.get(key) ?? NO_SPAN(day.today), stretch, dayPx) }));
  const rowByKey = new Map(steps.map(({ key }, row) => [key, row]));
  const skipped = new Set(steps.filter(({ body }) => body.state === 'skipped').map(({ key }) => key));
  const isCritical = (key: RecordKey): boolean => floats.get(key) === 0;
  const width = stretch.days * dayPx;
  return (
    <div
      ref={frame}
      className={classes['frame']}
      style={cssVars({ '--day': `${dayPx}px`, '--chart': `${width}px` })}
      data-zoom={zoom}
      role="group"
      aria-label={t('timeline.label')}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
    >
      <div className={classes['head']} aria-hidden>
        <div className={classes['corner']}>{t('list')}</div>
        <div className={classes['scale']}>
          {monthTicks(stretch, dayPx).map(({ date, x, width: wide }) => (
            <span key={date} className={classes['month']} style={{ left: x, width: wide }}>
              {wide > 44 && <span className={classes['monthName']}>{dayjs(date).format('MMM YYYY')}</span>}
            </span>
          ))}
          {weekTicks(stretch, dayPx).map(({ date, x, width: wide }) => (
            <span key={date} className={classes['week']} style={{ left: x, width: wide }}>
              {dayjs(date).format('D')}
            </span>
          ))}
        </div>
      </div>
      <div className={classes['body']}>
        <div className={classes['today']} style={cssVars({ '--x': `${todayX}px` })}>
          <span aria-hidden>{t('timeline.today')}</span>
        </div>
        <svg className={classes['links']} width={width} height={steps.length * ROW_PX} aria-hidden>
          {steps.flatMap(({ key, body }) =>
            body.dependsOn.flatMap((other) => {
              const [from, to] = [bars[rowByKey.get(other) ?? -1], bars[rowByKey.get(key) ?? -1]];
              // What was skipped waits for nothing and is waited for by nothing.
              if (from === undefined || to === undefined || body.state === 'skipped' || skipped.has(other)) return [];
              const tight = isCritical(key) && isCritical(other);
              return [<path key={`${other} ${key}`} d={linkPath(from, to)} data-critical={tight} />];
            }),
          )}
        </svg>
        {steps.map((step, row) => {
          const { key } = step;
          const span = spans.get(key) ?? NO_SPAN(day.today);
          const drift = since?.driftByStep.get(key);
          const bar = bars[row];
          const wasBar = drift === undefined ? null : barOf(drift.was, stretch, dayPx);
          return (
            <TimelineRow
              key={key}
              step={step}
              start={span.start}
              end={span.end}
              x={bar?.x ?? 0}
              width={bar?.width ?? dayPx}
              dayPx={dayPx}
              wasX={wasBar?.x ?? null}
              wasWidth={wasBar?.width ?? null}
              drift={step.body.state === 'skipped' ? 0 : (drift?.end ?? 0)}
              critical={isCritical(key)}
              waits={step.body.dependsOn.flatMap((other) => nameByKey.get(other) ?? []).join(', ')}
              movable={movable}
              chosen={key === chosen}
              current={key === current}
              onOpen={onOpen}
              onFocus={setFocused}
              onHold={onHold}
              onDrop={onDrop}
            />
          );
        })}
      </div>
    </div>
  );
};

const NO_SPAN = (today: string): { readonly start: string; readonly end: string } => ({ start: today, end: today });
