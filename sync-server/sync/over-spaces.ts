// Works on many things, only so many at a time: each space is a database of its own that has to be open for it.

/** How many databases one request has open at a time. While one waits for the disk, another is worked on. */
const SPACES_AT_ONCE = 8;

/** The first failure ends it: nothing more is begun. Answers are in the order of the items. */
export const overSpaces = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> => {
  const answers: R[] = [];
  const waiting = [...items.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) answers[next[0]] = await work(next[1]);
  };
  try {
    await Promise.all(Array.from({ length: SPACES_AT_ONCE }, lane));
    return answers;
  } finally {
    waiting.length = 0;
  }
};
