// Remembers beside the database that there was one. Chromium deletes an IndexedDB whose files are damaged and hands out an
// empty one without a word (tried: a few bytes of its MANIFEST changed); only this memory tells that apart from a first start.

/** What is needed of `localStorage`. */
export type Marks = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface OpenedBefore {
  readonly was: () => boolean;
  readonly remember: () => void;
  /** Once a person was told, the next open is a first start. */
  readonly forget: () => void;
}

/** Without a place to remember (no page) every open may be the first. */
export const createOpenedBefore = (name: string, marks: Marks | null = pageMarks()): OpenedBefore => {
  const mark = `plumbline.opened:${name}`;
  return {
    was: () => marks?.getItem(mark) === '1',
    remember: () => marks?.setItem(mark, '1'),
    forget: () => marks?.removeItem(mark),
  };
};

const pageMarks = (): Marks | null => (typeof window === 'undefined' ? null : window.localStorage);
