// A link that goes wrong as real ones do: requests that never arrive, answers that get lost, the same request twice, late or
// out of order, streams that end in the middle. Everything a device asks of the server passes through it.
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { z } from 'zod';
import { failure } from '../../protocol/failures.ts';
import type { FetchLike } from '../../src-renderer/ports/server.ts';
import type { Prng } from './prng.ts';

export interface FaultyLink {
  readonly fetch: FetchLike;
  readonly cut: () => void;
  readonly join: () => void;
  /** The server is gone: no answer of it is heard any more, and nothing is sent until it is back. */
  readonly gone: () => void;
  readonly back: () => void;
  /** The part of requests that something happens to, 0 to 1. */
  readonly flaky: (share: number) => void;
  /** What the server answered as failures without naming a code. */
  readonly uncoded: () => readonly string[];
}

const codedFailure = z.object({ error: failure });

interface LinkOptions {
  readonly url: () => string;
  readonly token: () => string | null;
  readonly prng: Prng;
}

const FAULTS = ['unsent', 'replyLost', 'replyCut', 'twice', 'twiceLate', 'slow', 'slow'] as const;
type Fault = (typeof FAULTS)[number] | 'none';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const createFaultyLink = ({ url, token, prng }: LinkOptions): FaultyLink => {
  let up = true;
  let isServed = true;
  let share = 0;
  let lines = new AbortController();
  const uncoded: string[] = [];

  const send = async (path: string, init: RequestInit, signal: AbortSignal | null): Promise<Response> => {
    const held = token();
    const headers = new Headers(init.headers);
    if (held !== null) headers.set('authorization', `Bearer ${held}`);
    const answer = await fetch(url() + path.replace('/api', ''), { ...init, headers, signal });
    if (answer.ok) return answer;
    const text = await answer.text();
    if (!codedFailure.safeParse(jsonOf(text)).success) uncoded.push(`${path} ${answer.status} ${text.slice(0, 200)}`);
    return new Response(text, answer);
  };

  const hangUp = (): void => {
    lines.abort();
    lines = new AbortController();
  };

  return {
    fetch: async (path, init) => {
      if (!up || !isServed) throw new Error('no link');
      const signal = init.signal == null ? lines.signal : AbortSignal.any([init.signal, lines.signal]);
      const fault: Fault = prng.chance(share) ? prng.pick(FAULTS) : 'none';
      if (path.includes('/sync/stream')) {
        const ends = fault === 'none' ? signal : AbortSignal.any([signal, AbortSignal.timeout(1 + prng.below(400))]);
        return send(path, init, ends);
      }
      switch (fault) {
        case 'unsent':
          throw new Error('lost on the way');
        case 'replyLost':
          // The server has done it; who asked never hears so.
          await (await send(path, init, signal)).text();
          throw new Error('the answer was lost');
        case 'replyCut': {
          const answer = await send(path, init, signal);
          const text = await answer.text();
          return new Response(text.slice(0, prng.below(text.length + 1)), answer);
        }
        case 'twice': {
          const [first, second] = await Promise.all([send(path, init, signal), send(path, init, signal)]);
          return prng.chance(0.5) ? first : second;
        }
        case 'twiceLate': {
          const late = 20 + prng.below(300);
          void wait(late)
            .then(() => send(path, init, null))
            .then((answer) => answer.text())
            .catch(() => undefined);
          return send(path, init, signal);
        }
        case 'slow':
          await wait(prng.below(150));
          return send(path, init, signal);
        case 'none':
          return send(path, init, signal);
        default:
          return exhaustive(fault);
      }
    },
    cut: () => {
      up = false;
      hangUp();
    },
    gone: () => {
      isServed = false;
      hangUp();
    },
    back: () => {
      isServed = true;
    },
    join: () => {
      up = true;
    },
    flaky: (next) => {
      share = next;
    },
    uncoded: () => uncoded,
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
