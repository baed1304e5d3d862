// Main's side of taking words out of documents: one at a time, in a process that is ended when it takes too long.
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { readPage } from '../../domain/records/media.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Log } from '../log/log.ts';
import type { Fork, Link } from '../processes/link.ts';
import type { Extracted, FromExtractor, ToExtractor } from './extract-messages.ts';

/** Milliseconds for one document, and how long an idle process is kept. */
const LIMIT = 30_000;
const IDLE_LIMIT = 30_000;

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
});

export const createExtractor = ({ fork, log, limit = LIMIT }: ExtractorParts): Extractor => {
  let link: Link | null = null;
  let lastJob = 0;
  let heard: ((message: FromExtractor | null) => void) | null = null;
  let idle: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    const old = link;
    link = null;
    old?.kill();
  };

  const start = (): Link => {
    const started = fork({
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both ends are of one build; the pages in it are parsed
      message: (message) => heard?.(message as FromExtractor),
      exit: () => {
        if (link !== started) return;
        link = null;
        heard?.(null);
      },
    });
    return started;
  };

  const ask = async (mime: string, bytes: Uint8Array): Promise<Result<Extracted, Failure>> => {
    clearTimeout(idle);
    const job = (lastJob += 1);
    let timer: NodeJS.Timeout | undefined;
    const answer = await new Promise<FromExtractor | 'late' | null>((resolve) => {
      heard = (message) => (message === null || message.job === job ? resolve(message) : undefined);
      timer = setTimeout(() => resolve('late'), limit);
      (link ??= start()).post({ job, mime, bytes } satisfies ToExtractor);
    });
    clearTimeout(timer);
    heard = null;
    if (answer === 'late') {
      stop();
      return failed({ type: 'ReadingTookTooLong' }, 'took too long');
    }
    idle = setTimeout(stop, IDLE_LIMIT);
    if (answer === null) return failed({ type: 'FileDamaged' }, 'the process ended');
    if (answer.kind === 'refused')
      return failed({ type: answer.why === 'bomb' ? 'FileUnpacksTooLarge' : 'FileDamaged' }, answer.reason);
    const parsed = extracted.safeParse(answer);
    return parsed.success ? ok(parsed.data) : failed({ type: 'FileDamaged' }, 'no pages');
  };

  const failed = (failure: Failure, reason: string): { readonly ok: false; readonly error: Failure } => {
    log.write({ level: 'warn', code: failure.type, detail: `extract ${reason}`.slice(0, 300) });
    return err(failure);
  };

  return {
    extract: (mime, bytes) => {
      const turn = line.then(() => ask(mime, bytes));
      line = turn.catch(() => undefined);
      return turn;
    },
  };
};
