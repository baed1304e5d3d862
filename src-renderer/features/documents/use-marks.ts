// What is marked on the page that is shown: the places of values, the notes, and the one that is touched.
import { useMemo, useState } from 'react';
import type { Paper } from '../../../domain/documents/paper.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { SheetMark } from '../../media/Sheet.tsx';
import type { Pin } from './Notes.tsx';
import { marksOf } from './paper-fields.ts';
import type { PaperNote } from './use-notes.ts';

/** The mark of a note that is being written. */
const NEW_NOTE = 'new-note';

interface Marked {
  readonly paper: Paper | null;
  readonly notes: readonly PaperNote[];
  /** The line that a new note goes to. */
  readonly pin: Pin | null;
  /** The note that was found, to be shown as soon as it is here; null for none. */
  readonly found: RecordKey | null;
  readonly number: number;
  readonly toPage: (number: number) => void;
}

export interface Marks {
  readonly values: readonly SheetMark[];
  readonly pins: readonly SheetMark[];
  /** The name of the one that stands out. */
  readonly touched: string | null;
  /** Among the notes: the line that is being written on stands before the note that was touched. */
  readonly pinned: string | null;
  /** A touched value or note brings its page. */
  readonly touch: (name: string) => void;
}

export const useMarks = ({ paper, notes, pin, found, number, toPage }: Marked): Marks => {
  const [touched, setTouched] = useState<{ readonly name: string; readonly page: number | null } | null>(null);
  const all = useMemo(() => (paper === null ? [] : marksOf(paper)), [paper]);
  const values = useMemo(
    () => all.filter(({ place }) => place.page === number).map(({ field, place }) => ({ name: field, box: place.box })),
    [all, number],
  );
  const pins = useMemo(
    () => [
      ...notes.flatMap(({ key, place }) => (place?.page === number ? [{ name: key, box: place.box }] : [])),
      ...(pin?.place.page === number ? [{ name: NEW_NOTE, box: pin.place.box }] : []),
    ],
    [notes, pin, number],
  );
  const pageOf = (name: string): number | null =>
    (all.find((mark) => mark.field === name)?.place ?? notes.find(({ key }) => key === name)?.place)?.page ?? null;
  const touch = (name: string): void => {
    const page = pageOf(name);
    setTouched({ name, page });
    if (page !== null && page !== number) toPage(page);
  };
  // The pages were put in another order: who looks at what was touched goes with it.
  const touchedOn = touched === null ? null : pageOf(touched.name);
  if (touched !== null && touchedOn !== null && touchedOn !== touched.page) {
    setTouched({ ...touched, page: touchedOn });
    if (touched.page === number) toPage(touchedOn);
  }
  const [shown, setShown] = useState<RecordKey | null>(null);
  const foundNote = found === shown ? undefined : notes.find(({ key }) => key === found);
  if (foundNote !== undefined) {
    setShown(foundNote.key);
    touch(foundNote.key);
  }
  const name = touched?.name ?? null;
  return { values, pins, touched: name, pinned: pin === null ? name : NEW_NOTE, touch };
};
