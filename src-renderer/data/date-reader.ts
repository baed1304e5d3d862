// The date reader that the assistant is handed: chrono-node, of whose findings only those count that name a whole day.
import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import * as es from 'chrono-node/es';

import type { Lang } from '../../domain/words/languages.ts';
import type { Tools } from '../../domain/assistant/reading.ts';
import { civilDate } from '../../domain/kernel/calendar.ts';

const CHRONO: Readonly<Record<Lang, typeof en.casual>> = { en: en.casual, de: de.casual, es: es.casual };

/** Hours, a bare weekday or month, and "the day after" of nothing are left to who knows the rules of the house. */
export const readDates: Tools['dates'] = (text, today, lang) => {
  // Noon in UTC, so that neither the device's zone nor its clock has a say.
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  return CHRONO[lang].parse(text, reference).flatMap(({ index, text: said, start, end }) => {
    const day = start.isCertain('day') && start.isCertain('month') ? dayOf(start) : null;
    if (day === null) return [];
    const until = end === null || end === undefined ? null : dayOf(end);
    return [{ index, length: said.length, day, until: until === day ? null : until }];
  });
};

const dayOf = (parts: { readonly get: (part: 'year' | 'month' | 'day') => number | null }): string | null =>
  civilDate({ year: parts.get('year') ?? 0, month: parts.get('month') ?? 0, day: parts.get('day') ?? 0 });
