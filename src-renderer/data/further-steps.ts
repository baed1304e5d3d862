// Which photos of a journey show further steps besides the one they hang on: no index knows them by those.
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import { createBodyNotes } from './body-notes.ts';
import type { RecordChanges } from './record-changes.ts';
import type { RecordReader } from './record-reader.ts';

export interface FurtherSteps {
  /** Calls with the keys of the photos that show the step so, now and whenever they change. Answers how to stop. */
  readonly watch: (journey: RecordId, step: RecordKey, listener: (photos: readonly RecordKey[]) => void) => () => void;
}

export const createFurtherSteps = (reader: Pick<RecordReader, 'byQuery'>, changes: RecordChanges): FurtherSteps => {
  const notes = createBodyNotes(reader, changes, {
    type: 'photo',
    noteOf: ({ body: { steps } }) =>
      Array.isArray(steps) ? steps.filter((step): step is string => typeof step === 'string') : [],
  });
  return {
    watch: (journey, step, listener) =>
      notes.watch(journey, (steps) =>
        listener([...steps].filter(([, shown]) => shown.includes(step)).map(([photo]) => photo)),
      ),
  };
};
