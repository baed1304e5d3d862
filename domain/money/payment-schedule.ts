// The planned payments of a journey: which of them are due, what a due one still waits for, and how much of an award they cover.
import { compareDates } from '../kernel/calendar.ts';
import type { RecordKey } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { byKey } from '../records/by-key.ts';
import type { RecordOf } from '../records/registry.ts';

type Payment = RecordOf<'payment'>;

/** `waiting`: its step is done or its day has come, and the photos that it needs are missing. */
export type PaymentState = 'planned' | 'waiting' | 'due' | 'paid';

export interface PlannedPayment {
  readonly payment: Payment;
  readonly state: PaymentState;
  /** It is due, and its day is over. */
  readonly late: boolean;
  /** The day on which it is expected in a cash flow; null where no step and no day says it. */
  readonly expected: CalendarDate | null;
}

export interface PaymentWorld {
  readonly payments: readonly Payment[];
  readonly steps: readonly RecordOf<'step'>[];
  readonly costs: readonly RecordOf<'cost'>[];
  readonly today: CalendarDate;
  /** The last day of a step as it is planned now. */
  readonly endOf: (step: RecordKey) => CalendarDate | null;
}

/** By the day they are expected, those without one last. */
export const paymentSchedule = ({ payments, steps, costs, today, endOf }: PaymentWorld): readonly PlannedPayment[] => {
  const stepByKey = byKey(steps);
  const paidByCost = new Set(
    costs.flatMap(({ body, trashedAt }) => (trashedAt === 0 && body.state === 'paid' ? (body.payment ?? []) : [])),
  );
  return payments
    .filter(({ trashedAt }) => trashedAt === 0)
    .map((payment): PlannedPayment => {
      const { dueBy, step, needsPhotos, photos, paidOn } = payment.body;
      const isDone = step !== null && stepByKey.get(step)?.body.state === 'done';
      const dayHasCome = dueBy !== null && dueBy <= today;
      // Where a step and a day are named, work that is done is paid; the day alone only counts where no step is named.
      const asked = step === null ? dayHasCome : isDone;
      const paid = paidOn !== null || paidByCost.has(payment.key);
      const state = paid ? 'paid' : !asked ? 'planned' : needsPhotos && photos.length === 0 ? 'waiting' : 'due';
      const expected = paidOn ?? dueBy ?? (step === null ? null : endOf(step));
      return { payment, state, late: state === 'due' && dueBy !== null && dueBy < today, expected };
    })
    .toSorted((a, b) => compareDates(a.expected, b.expected) || (a.payment.key < b.payment.key ? -1 : 1));
};
