// One step of the timeline: its name, which stays in sight, and its bar, which is moved by dragging and lengthened by its end.
import { UnstyledButton } from '@mantine/core';
import { IconRoute, IconTruckDelivery } from '@tabler/icons-react';
import { memo, useRef, type PointerEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { awaitedDeliveries } from '../../../../domain/journey/deliveries.ts';
import { isBegun, isMilestone, isOpen } from '../../../../domain/journey/schedule.ts';
import { dayNumber, daysThrough } from '../../../../domain/kernel/calendar.ts';
import type { RecordKey } from '../../../../domain/kernel/ids.ts';
import type { CalendarDate } from '../../../../domain/kernel/time.ts';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { dayShort, today } from '../../../ui/dates.ts';
import { StepStateIcon } from '../../../ui/StepStateIcon.tsx';
import type { Nudge } from './drag.ts';
import { cssVars } from './css-vars.ts';
import classes from './Timeline.module.css';

export interface RowHandlers {
  readonly onOpen: (key: RecordKey) => void;
  readonly onFocus: (key: RecordKey) => void;
  readonly onHold: (nudge: Nudge) => void;
  readonly onDrop: () => void;
}

interface TimelineRowProps extends RowHandlers {
  readonly step: RecordOf<'step'>;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly x: number;
  readonly width: number;
  readonly dayPx: number;
  /** Where the baseline had it, px; null when there is none. */
  readonly wasX: number | null;
  readonly wasWidth: number | null;
  /** Days later than in the baseline. */
  readonly drift: number;
  readonly critical: boolean;
  /** Names of what it waits for, joined. */
  readonly waits: string;
  readonly movable: boolean;
  readonly chosen: boolean;
  /** The one row that Tab comes to. */
  readonly current: boolean;
}

/** Width of the sign of a delivery, which stands before the begin of its day. */
const PROMISE_PX = 16;

interface Drag {
  readonly from: number;
  readonly longer: boolean;
  days: number;
}

/** Drawn again only when it has changed itself. */
export const TimelineRow = memo((props: TimelineRowProps): ReactElement => {
  const { step, start, end, x, width, dayPx, wasX, wasWidth, drift, critical, waits, chosen, current } = props;
  const { onOpen, onFocus, onHold, onDrop } = props;
  const { t } = useTranslation('steps');
  const drag = useRef<Drag | null>(null);
  const { name, state } = step.body;
  const milestone = isMilestone(step);
  const movable = props.movable && isOpen(step);
  const days = daysThrough(start, end);
  const promises = (isOpen(step) ? awaitedDeliveries(step.body) : []).flatMap(({ id, what, promised }) =>
    promised === null ? [] : [{ id, promised, words: t('timeline.promised', { what, day: dayShort(promised) }) }],
  );

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (!movable || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const longer = event.target instanceof HTMLElement && event.target.dataset['grip'] !== undefined;
    drag.current = { from: event.clientX, longer, days: 0 };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const held = drag.current;
    if (held === null) return;
    const moved = Math.round((event.clientX - held.from) / dayPx);
    if (moved === held.days) return;
    held.days = moved;
    onHold({ key: step.key, later: held.longer ? 0 : moved, longer: held.longer ? moved : 0 });
  };
  const onPointerUp = (): void => {
    const held = drag.current;
    drag.current = null;
    if (held !== null && held.days !== 0) onDrop();
    else onOpen(step.key);
  };
  const label = [
    t(milestone ? 'timeline.milestone' : 'timeline.bar', {
      name,
      count: days,
      start: dayShort(start),
      end: dayShort(end),
    }),
    t(`ui:stepState.${state}`),
    ...(critical ? [t('timeline.critical')] : []),
    ...promises.map(({ words }) => words),
    ...(waits === '' ? [] : [t('timeline.waits', { names: waits })]),
    ...(drift === 0 ? [] : [t(drift > 0 ? 'timeline.later' : 'timeline.earlier', { count: Math.abs(drift) })]),
  ].join(', ');

  return (
    <div className={classes['row']} data-chosen={chosen}>
      <UnstyledButton className={classes['name']} tabIndex={-1} title={name} onClick={() => onOpen(step.key)}>
        <StepStateIcon state={state} size={16} />
        <span>{name}</span>
      </UnstyledButton>
      <div className={classes['lane']}>
        {wasX !== null && (
          <span className={classes['was']} style={cssVars({ '--x': `${wasX}px`, '--w': `${wasWidth ?? 0}px` })} />
        )}
        <button
          type="button"
          className={classes['bar']}
          style={cssVars({ '--x': `${x}px`, '--w': `${milestone ? dayPx : width}px` })}
          data-bar={step.key}
          data-state={state}
          data-critical={critical}
          data-milestone={milestone}
          data-movable={movable}
          data-begun={isBegun(step)}
          tabIndex={current ? 0 : -1}
          aria-label={label}
          aria-describedby="timeline-keys"
          aria-current={chosen}
          title={label}
          onFocus={() => onFocus(step.key)}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          onKeyDown={(event) => event.key === 'Enter' && !event.altKey && onOpen(step.key)}
        >
          {critical && !milestone && width >= 24 && <IconRoute size={12} stroke={2} aria-hidden />}
          {movable && !milestone && <span className={classes['grip']} data-grip="end" />}
        </button>
        {promises.map(({ id, promised, words }) => (
          <span
            key={id}
            className={classes['promise']}
            data-late={promised < today()}
            style={cssVars({
              '--x': `${Math.max(x + (dayNumber(promised) - dayNumber(start)) * dayPx, PROMISE_PX)}px`,
            })}
            title={words}
            aria-hidden
          >
            <IconTruckDelivery size={14} stroke={1.75} />
          </span>
        ))}
        {drift !== 0 && (
          <span
            className={classes['drift']}
            data-late={drift > 0}
            style={cssVars({ '--x': `${Math.max(x + width, (wasX ?? 0) + (wasWidth ?? 0))}px` })}
            aria-hidden
          >
            {t('timeline.driftShort', { days: `${drift > 0 ? '+' : '−'}${Math.abs(drift)}` })}
          </span>
        )}
      </div>
    </div>
  );
});
TimelineRow.displayName = 'TimelineRow';
