// The words and formats that a report is set with; handed in, so that the layout can be tested without a window.
import type { Money } from '../../../domain/kernel/money.ts';
import type { CalendarDate, Instant } from '../../../domain/kernel/time.ts';

export interface ReportWords {
  /** A word of the catalogue `report`, with its blanks filled. */
  readonly t: (key: string, blanks?: Readonly<Record<string, string | number>>) => string;
  readonly category: (category: string) => string;
  readonly money: (money: Money) => string;
  /** "3 Aug 2026". */
  readonly day: (date: CalendarDate) => string;
  /** "3 Aug 2026, 14:05 CEST": what was signed is read elsewhere, too. */
  readonly moment: (at: Instant) => string;
  /** "3 – 8 Aug 2026": what both days share is said once. */
  readonly span: (start: CalendarDate, end: CalendarDate) => string;
}
