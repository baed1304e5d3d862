// Whether a write of the local database failed while something was fetched: a page may then be missing for good, and nobody
// would know. Kept on the device until everything was compared.
import type { FailureCode } from '../../../protocol/failures.ts';
import type { Settings } from '../../data/store.ts';

const DOUBT = 'doubt';

export interface Doubt {
  readonly note: (failure: FailureCode) => void;
  readonly is: () => boolean;
  readonly clear: () => void;
}

const LOCAL: ReadonlySet<FailureCode> = new Set(['DiskFull', 'StorageFailed']);

export const createDoubt = (settings: Settings): Doubt => {
  // What can't be written can't be noted either, so it is known here first.
  let isDoubtful = settings.get(DOUBT) === true;
  const keep = (value: boolean): void => {
    if (isDoubtful === value && settings.get(DOUBT) === value) return;
    isDoubtful = value;
    void settings.set(DOUBT, value).catch(() => undefined);
  };
  return {
    note: (failure) => {
      if (LOCAL.has(failure)) keep(true);
    },
    is: () => isDoubtful,
    clear: () => keep(false),
  };
};
