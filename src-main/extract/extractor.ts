// Main's side of taking words out of documents: one at a time, in a process that is ended when it takes too long.
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { readPage } from '../../domain/records/media.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Log } from '../log/log.ts';
import { createJobLine } from '../processes/job-line.ts';
import type { Fork } from '../processes/link.ts';
import type { Extracted, FromExtractor, ToExtractor } from './extract-messages.ts';

/** Milliseconds for one document. */
const LIMIT = 30_000;

export interface Extractor {
  readonly extract: (mime: string, bytes: Uint8Array) => Promise<Result<Extracted, Failure>>;
}

export interface ExtractorParts {
  readonly fork: Fork;
  readonly log: Log;
  /** Overridden by tests only; ms. */
  readonly limit?: number;
}

const extracted = z.object({
  pages: z.array(readPage).min(1),
  title: z.string(),
  attachments: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })),
  leftOut: z.int().nonnegative(),
});

export const createExtractor = ({ fork, log, limit = LIMIT }: ExtractorParts): Extractor => {
  const line = createJobLine<Omit<ToExtractor, 'job'>, FromExtractor>({ fork, limit });

  const failed = (failure: Failure, reason: string): { readonly ok: false; readonly error: Failure } => {
    log.write({ level: 'warn', code: failure.type, detail: `extract ${reason}`.slice(0, 300) });
    return err(failure);
  };

  return {
    extract: async (mime, bytes) => {
      const answer = await line.ask({ mime, bytes });
      if (answer === 'late') return failed({ type: 'ReadingTookTooLong' }, 'took too long');
      if (answer === 'ended') return failed({ type: 'FileDamaged' }, 'the process ended');
      if (answer.kind === 'refused')
        return failed({ type: answer.why === 'bomb' ? 'FileUnpacksTooLarge' : 'FileDamaged' }, answer.reason);
      const parsed = extracted.safeParse(answer);
      return parsed.success ? ok(parsed.data) : failed({ type: 'FileDamaged' }, 'no pages');
    },
  };
};
