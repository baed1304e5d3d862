// Remembers by name which files are on their way in, so that a start after the window was closed can say which never came.
import type { MediaPorts } from './desk-ports.ts';

const SETTING = 'import:under-way';
/** More names than these nobody reads. */
const MOST_NAMES = 1_000;

type Ports = Pick<MediaPorts, 'store'>;

/** Not waited for, as in unfinished.ts: no photo shall wait for a note. */
export const noteUnderWay = ({ store }: Ports, names: readonly string[]): void =>
  void store.settings.set(SETTING, names.length === 0 ? null : names.slice(0, MOST_NAMES));

/** The names that were noted when the window went; told once. */
export const takeCutOff = ({ store }: Ports): readonly string[] => {
  const kept = store.settings.get(SETTING);
  noteUnderWay({ store }, []);
  return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
};
