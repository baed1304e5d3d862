// Listens to the server's stream of changes, grants and revokes, one event at a time, until it ends.
import { createParser } from 'eventsource-parser';
import { STREAM_KINDS, streamEvent, type StreamEvent } from '../../../protocol/sync/stream.ts';
import type { Cursors } from '../../../protocol/sync/cursors.ts';
import type { ServerPort } from '../../ports/server.ts';

export interface StreamOptions {
  readonly server: ServerPort;
  readonly store: string;
  readonly cursors: Cursors;
  readonly signal: AbortSignal;
  readonly opened: () => void;
  readonly heard: (event: StreamEvent) => void;
}

/** The server says it is alive every 20 s; twice that and a bit without a word is a dead line. */
const SILENCE_MS = 50_000;

/** Resolves when the stream has ended, for whatever reason; the caller connects anew. An event that makes no sense is left out. */
export const listen = async ({ server, store, cursors, signal, opened, heard }: StreamOptions): Promise<void> => {
  const query = new URLSearchParams({ store, cursors: JSON.stringify(cursors) });
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const parser = createParser({
    onEvent: ({ data }) => {
      const said = jsonOf(data);
      const event = streamEvent.safeParse(said);
      if (event.success) heard(event.data);
      else if (!isOfNewKind(said)) heard({ kind: 'resync' });
    },
  });
  try {
    const answer = await server.open(`/sync/stream?${query}`, AbortSignal.any([signal, silence.signal]));
    if (!answer.ok || answer.body === null) return;
    opened();
    const decoder = new TextDecoder();
    for await (const chunk of answer.body) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      parser.feed(decoder.decode(chunk, { stream: true }));
    }
  } catch {
    // Cut, aborted or silent: the same to the caller.
  } finally {
    clearTimeout(timer);
  }
};

const KINDS: ReadonlySet<string> = new Set(STREAM_KINDS);

/** A newer server tells of something that this build has no use for. What it must know comes by kinds it knows. */
const isOfNewKind = (said: unknown): boolean =>
  typeof said === 'object' && said !== null && 'kind' in said && typeof said.kind === 'string' && !KINDS.has(said.kind);

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
