// Makes a PDF of a definition in a worker of its own and asks where to keep it.
import type { Failure } from '../../protocol/failures.ts';
import { desktop } from '../ports/desktop.ts';
import { logBug } from '../ports/log-bug.ts';
import type { ReportCalls } from './report-calls.ts';
import { createWorkerClient } from './worker-client.ts';

/** Never rejects: a bug is logged and answered as one. 'not saved' is a person who thought better of it. */
export const keepPdf = async (
  pages: ReportCalls['make']['args'],
  name: string,
): Promise<Failure | 'saved' | 'not saved'> => {
  // The worker lives as long as the report takes: fonts and pictures are some ten megabytes.
  const worker = createWorkerClient<ReportCalls>(
    () => new Worker(new URL('report.worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    const bytes = await worker.ask('make', pages);
    const answer = await desktop().ask('file.save', { name, bytes: new Uint8Array(bytes) });
    if (!answer.ok) return answer.error;
    return answer.value.saved ? 'saved' : 'not saved';
  } catch (thrown) {
    logBug(thrown, 'report');
    return { type: 'Unexpected' };
  } finally {
    worker.close();
  }
};
