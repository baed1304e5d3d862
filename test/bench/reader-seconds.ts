// What the process that reads pictures has taken of a processor so far, as Electron counts it.
import type { ElectronApplication } from 'playwright-core';

/** Seconds since it was started. */
export const readerSeconds = async (app: ElectronApplication): Promise<number> => {
  const taken = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter(({ name }) => name === 'plumbline-ocr')
      .map(({ cpu }) => cpu.cumulativeCPUUsage),
  );
  const [seconds] = taken;
  if (seconds === undefined) throw new Error('no process reads, or Electron does not say what it takes');
  return seconds;
};
