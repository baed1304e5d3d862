// Hands pictures to the reading process, a few at a time; starts it when needed, and starts it again when it dies.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import { ocrPage, type OcrPage } from '../../protocol/ipc/ocr-page.ts';
import type { Log } from '../log/log.ts';
import type { Fork, Link } from '../processes/link.ts';
import type { FromReader, PictureToRead, ToReader } from './ocr-messages.ts';

/** Milliseconds for one page, the start of the engine included, and how long an idle process is kept. */
const PAGE_LIMIT = 90_000;
const IDLE_LIMIT = 60_000;
/** A picture that takes the process down twice is not tried a third time. */
const TRIES = 2;

export interface OcrReader {
  readonly read: (job: string, picture: PictureToRead) => Promise<Result<OcrPage, Failure>>;
  readonly cancel: (job: string) => void;
}

interface Job {
  readonly id: string;
  readonly picture: PictureToRead;
  readonly answer: (result: Result<OcrPage, Failure>) => void;
  tries: number;
  timer: NodeJS.Timeout | undefined;
}

export interface OcrReaderParts {
  readonly fork: Fork;
  /** Pictures read at once: see `poolSize`. */
  readonly pool: number;
  readonly log: Log;
  /** Overridden by tests only; ms. */
  readonly limits?: { readonly page: number; readonly idle: number };
}

/** More than cores minus one gains nothing, and each engine takes about 125 MB. */
export const poolSize = (cores: number): number => Math.max(1, Math.min(4, cores - 1));

export const createOcrReader = ({
  fork,
  pool,
  log,
  limits = { page: PAGE_LIMIT, idle: IDLE_LIMIT },
}: OcrReaderParts): OcrReader => {
  const waiting: Job[] = [];
  const active = new Map<string, Job>();
  let link: Link | null = null;
  let idle: NodeJS.Timeout | undefined;

  const say = (message: ToReader): void => (link ??= start()).post(message);

  const start = (): Link => {
    const started = fork({
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both ends are of one build; the page in it is parsed
      message: (message) => hear(message as FromReader),
      exit: () => {
        if (link !== started) return;
        link = null;
        // What it was at goes to the front again; the page that killed it, if one did, is given up at its second try.
        for (const job of [...active.values()].toReversed()) {
          active.delete(job.id);
          clearTimeout(job.timer);
          if (job.tries < TRIES) waiting.unshift(job);
          else job.answer(failed(job.id, 'the process ended', log));
        }
        next();
      },
    });
    return started;
  };

  const settle = (id: string, result: Result<OcrPage, Failure>): void => {
    const job = active.get(id);
    if (job === undefined) return;
    active.delete(id);
    clearTimeout(job.timer);
    job.answer(result);
    next();
  };

  const hear = (message: FromReader): void => {
    if (message.kind === 'failed') return settle(message.job, failed(message.job, message.reason, log));
    const page = ocrPage.safeParse(message.page);
    settle(message.job, page.success ? ok(page.data) : failed(message.job, 'no page', log));
  };

  const next = (): void => {
    clearTimeout(idle);
    while (active.size < pool) {
      const job = waiting.shift();
      if (job === undefined) break;
      job.tries += 1;
      active.set(job.id, job);
      job.timer = setTimeout(() => {
        say({ kind: 'cancel', job: job.id });
        settle(job.id, failed(job.id, 'took too long', log));
      }, limits.page);
      say({ kind: 'read', job: job.id, ...job.picture, pool });
    }
    if (active.size === 0 && link !== null) idle = setTimeout(stop, limits.idle);
  };

  const stop = (): void => {
    const old = link;
    link = null;
    old?.kill();
  };

  return {
    read: (id, picture) =>
      new Promise((answer) => {
        // The same job asked for again replaces the first, as after a reload of the page.
        cancel(id);
        waiting.push({ id, picture, answer, tries: 0, timer: undefined });
        next();
      }),
    cancel: (id) => cancel(id),
  };

  function cancel(id: string): void {
    const at = waiting.findIndex((job) => job.id === id);
    if (at >= 0) waiting.splice(at, 1).forEach((job) => job.answer(err({ type: 'ImportCancelled' })));
    if (!active.has(id)) return;
    say({ kind: 'cancel', job: id });
    settle(id, err({ type: 'ImportCancelled' }));
  }
};

const failed = (job: string, reason: string, log: Log): { readonly ok: false; readonly error: Failure } => {
  log.write({ level: 'warn', code: 'OcrFailed', detail: `${job} ${reason}`.slice(0, 300) });
  return err({ type: 'OcrFailed' });
};
