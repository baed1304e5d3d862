// What a step needs delivered: what is still to come, and the day that it holds the step up until.
import { compareDates } from '../kernel/calendar.ts';
import type { CalendarDate } from '../kernel/time.ts';
import type { BodyOf } from '../records/registry.ts';
import type { Delivery } from '../records/step.ts';

export interface NamedDelivery extends Delivery {
  /** Its name among the step's deliveries. */
  readonly id: string;
}

type Waiting = Pick<BodyOf<'step'>, 'deliveries'>;

/** What is still to come first, by the day it is promised for; then what has arrived. */
export const deliveriesOf = ({ deliveries = {} }: Waiting): readonly NamedDelivery[] =>
  Object.entries(deliveries)
    .map(([id, { what, promised, arrived }]) => ({ id, what, promised, arrived }))
    .toSorted(
      (a, b) =>
        Number(a.arrived !== null) - Number(b.arrived !== null) ||
        compareDates(a.promised, b.promised) ||
        (a.id < b.id ? -1 : 1),
    );

/** Without what has arrived. */
export const awaitedDeliveries = (step: Waiting): readonly NamedDelivery[] =>
  deliveriesOf(step).filter(({ arrived }) => arrived === null);

/** The last day for which something is promised that has not arrived; null where nothing is. A day that is past holds nothing up any more. */
export const promisedUntil = (step: Waiting): CalendarDate | null =>
  awaitedDeliveries(step).reduce<CalendarDate | null>(
    (last, { promised }) =>
      promised !== null && (last === null || compareDates(last, promised) < 0) ? promised : last,
    null,
  );
