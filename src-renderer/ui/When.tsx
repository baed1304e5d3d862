// A date or a moment in relative words; the exact one on hover. Moments keep up with the clock.
import { useEffect, useState, type ReactElement } from 'react';
import type { CalendarDate, Instant } from '../../domain/kernel/time.ts';
import { dayExact, dayRelative, machineTime, timeExact, timeRelative } from './dates.ts';

export const Day = ({ date }: { readonly date: CalendarDate }): ReactElement => (
  <time dateTime={date} title={dayExact(date)}>
    {dayRelative(date)}
  </time>
);

export const Moment = ({ at }: { readonly at: Instant }): ReactElement => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={machineTime(at)} title={timeExact(at)}>
      {timeRelative(Math.min(at, now), now)}
    </time>
  );
};
