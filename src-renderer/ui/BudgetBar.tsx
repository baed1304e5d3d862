// Spent, due and open against a plan, as one bar: solid is paid, hatched is due, pale is committed and not billed; what is over is told by colour and by words.
import type { ReactElement } from 'react';
import type { Money } from '../../domain/kernel/money.ts';
import classes from './BudgetBar.module.css';

interface BudgetBarProps {
  /** What it is about, for those who hear the window. */
  readonly label: string;
  readonly spent: Money;
  readonly due: Money;
  /** Committed and not billed yet. */
  readonly open?: Money;
  /** Null or nothing planned: the bar shows paid against due. */
  readonly planned: Money | null;
}

export const BudgetBar = ({ label, spent, due, open, planned }: BudgetBarProps): ReactElement => {
  const used = spent.minor + due.minor + (open?.minor ?? 0);
  const whole = Math.max(planned?.minor ?? 0, used, 1);
  const over = planned !== null && planned.minor > 0 && used > planned.minor;
  const share = (minor: number): string => `${Math.max(0, Math.min(100, (minor / whole) * 100))}%`;
  return (
    <div
      className={classes['bar']}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={whole}
      aria-valuenow={used}
      data-over={over}
    >
      <div className={classes['spent']} style={{ width: share(spent.minor) }} />
      <div className={classes['due']} style={{ width: share(due.minor) }} />
      {open !== undefined && <div className={classes['open']} style={{ width: share(open.minor) }} />}
      {over && <div className={classes['mark']} style={{ left: share(planned.minor) }} />}
    </div>
  );
};
