// What a file that the window makes is called.
import type { CalendarDate } from '../../domain/kernel/time.ts';

/** "Kitchen, 2026-11-22.pdf"; what a file system refuses becomes a space, and so does what turns the reading of a name round. */
export const datedFileName = (said: string, today: CalendarDate, ending: 'csv' | 'ics' | 'json' | 'pdf'): string => {
  const name = said
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Bidi_Control}\p{Cs}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return `${name === '' ? 'Plumbline' : name}, ${today}.${ending}`;
};
