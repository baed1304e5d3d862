// One job at a time in a process of its own, which is ended when it takes too long or has nothing to do.
import type { Fork, Link } from './link.ts';

/** Milliseconds an idle process is kept. */
const IDLE_LIMIT = 30_000;

export interface JobLine<To, From> {
  /** The process's answer; `late` when it took too long and was ended, `ended` when it ended by itself. */
  readonly ask: (message: To) => Promise<From | 'late' | 'ended'>;
}

export interface JobLineParts {
  readonly fork: Fork;
  /** Milliseconds for one job. */
  readonly limit: number;
}

export const createJobLine = <To extends object, From extends { readonly job: number }>({
  fork,
  limit,
}: JobLineParts): JobLine<To, From> => {
  let link: Link | null = null;
  let lastJob = 0;
  let heard: ((message: From | 'ended') => void) | null = null;
  let idle: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();

  const stop = (): void => {
    const old = link;
    link = null;
    old?.kill();
  };

  const start = (): Link => {
    const started = fork({
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both ends are of one build; what matters in it is parsed by who asked
      message: (message) => heard?.(message as From),
      exit: () => {
        if (link !== started) return;
        link = null;
        heard?.('ended');
      },
    });
    return started;
  };

  const askNow = async (message: To): Promise<From | 'late' | 'ended'> => {
    clearTimeout(idle);
    const job = (lastJob += 1);
    let timer: NodeJS.Timeout | undefined;
    const answer = await new Promise<From | 'late' | 'ended'>((resolve) => {
      heard = (said) => (said === 'ended' || said.job === job ? resolve(said) : undefined);
      timer = setTimeout(() => resolve('late'), limit);
      (link ??= start()).post({ ...message, job });
    });
    clearTimeout(timer);
    heard = null;
    if (answer === 'late') stop();
    else idle = setTimeout(stop, IDLE_LIMIT);
    return answer;
  };

  return {
    ask: (message) => {
      const turn = line.then(() => askNow(message));
      line = turn.catch(() => undefined);
      return turn;
    },
  };
};
