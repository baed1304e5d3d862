// Reads what is asked for in one go in one go: PouchDB asks LevelDB for each document of a bulk by itself, and each question alone
// costs a turn of the thread pool.
import type { Level } from './durable-leveldown.ts';

type Get = Level['_get'];

interface Asked {
  readonly key: unknown;
  readonly options: Parameters<Get>[1];
  readonly callback: Parameters<Get>[2];
}

/** A `_get` that waits for the end of the turn. Read together they fail together; then each is asked for alone. */
export const gatherReads = (level: Level): Get => {
  const get = level._get;
  let waiting: Asked[] = [];

  const alone = ({ key, options, callback }: Asked): void => get.call(level, key, options, callback);

  const together = (asked: readonly Asked[], asBuffer: boolean): void => {
    if (asked.length < 2) {
      asked.forEach(alone);
      return;
    }
    level._getMany(
      asked.map(({ key }) => key),
      { asBuffer, fillCache: true },
      (error, values = []) => {
        if (error == null)
          for (const [at, { callback }] of asked.entries())
            if (values[at] === undefined) callback(new Error('NotFound'));
            else callback(null, values[at]);
        else asked.forEach(alone);
      },
    );
  };

  return (key, options, callback) => {
    waiting.push({ key, options, callback });
    if (waiting.length > 1) return;
    process.nextTick(() => {
      const asked = waiting;
      waiting = [];
      const [texts, buffers] = [
        asked.filter(({ options: { asBuffer } }) => asBuffer === false),
        asked.filter(({ options: { asBuffer } }) => asBuffer !== false),
      ];
      together(texts, false);
      together(buffers, true);
    });
  };
};
