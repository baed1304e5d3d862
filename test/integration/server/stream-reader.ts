// Reads a server's stream of events as a client does, and lets a test wait for what it expects.
import { createHash } from 'node:crypto';
import { createParser } from 'eventsource-parser';
import { streamEvent, type StreamEvent } from '../../../protocol/sync/stream.ts';
import type { Cursors } from '../../../protocol/sync/cursors.ts';
import type { Device, World } from './server-world.ts';

export interface StreamReader {
  /** Everything heard so far, `alive` left out unless asked for. */
  readonly heard: () => readonly StreamEvent[];
  /** Resolves with the first event, heard already or to come, that fits. */
  readonly until: <T extends StreamEvent>(fits: (event: StreamEvent) => event is T) => Promise<T>;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  readonly close: () => void;
}

export const openStream = async (
  world: Pick<World, 'url'>,
  device: Device,
  cursors: Cursors,
): Promise<StreamReader> => {
  const { store } = await device.hello();
  const closing = new AbortController();
  const query = new URLSearchParams({ store, cursors: JSON.stringify(cursors) });
  const answer = await fetch(`${world.url()}/sync/stream?${query}`, {
    headers: { authorization: `Bearer ${device.token}` },
    signal: closing.signal,
  });
  if (answer.status !== 200 || answer.body === null) throw new Error(`stream: ${answer.status} ${await answer.text()}`);
  const events: StreamEvent[] = [];
  const waiting = new Set<() => void>();
  const parser = createParser({
    onEvent: ({ data }) => {
      events.push(streamEvent.parse(JSON.parse(data)));
      for (const look of waiting) look();
    },
  });
  const { body } = answer;
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of body) parser.feed(decoder.decode(chunk, { stream: true }));
  })().catch(() => {});
  return {
    heard: () => events,
    until: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = events.find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    ended,
    close: () => closing.abort(),
  };
};

type Kind = StreamEvent['kind'];

export const isKind =
  <K extends Kind>(kind: K) =>
  (event: StreamEvent): event is Extract<StreamEvent, { kind: K }> =>
    event.kind === kind;

/** Sends a small file and has it finished. */
export const bringFile = async (
  device: Pick<Device, 'ask'>,
  space: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> => {
  const sha = createHash('sha256').update(bytes).digest('hex');
  const at = `/blobs/${space}/${sha}`;
  await device.ask(`${at}/0?bytes=${bytes.length}`, { method: 'PUT', raw: bytes, type: 'application/octet-stream' });
  const finished = await device.ask(`${at}/finish`, { method: 'POST', body: { bytes: bytes.length } });
  if (finished.status !== 200) throw new Error(`finish: ${finished.status}`);
  return sha;
};

/** A changes event that holds the record of this key in this write. */
export const holds =
  (stamp: string) =>
  (event: StreamEvent): event is Extract<StreamEvent, { kind: 'changes' }> =>
    event.kind === 'changes' && event.records.some((record) => record.stamp === stamp);
