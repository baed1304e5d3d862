// A line of events to a client that does not read: over a real socket, looked at from the server's side.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createEventLine, type EventLine } from '../../../sync-server/http/event-line.ts';

const openLine = async (fullMs: number) => {
  const ending = new AbortController();
  const server = createServer();
  const accepted = new Promise<{ line: EventLine; response: ServerResponse }>((resolve) => {
    server.on('request', (_request, response) =>
      resolve({ response, line: createEventLine(response, ending, fullMs) }),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = connect(address.port, '127.0.0.1');
  client.pause();
  client.on('error', () => {});
  client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  return { ...(await accepted), client, ending, end: () => server.close() };
};

const event = { kind: 'revoked', space: 'x'.repeat(100_000), epoch: 'e' } as const;
const MEGABYTE = 1024 * 1024;

/** Sends until the line does not take more, at most 100 MB; answers how many it took and the send that waits. */
const sendUntilFull = async ({ line, response }: { readonly line: EventLine; readonly response: ServerResponse }) => {
  for (let sent = 0; sent < 1_000; sent += 1) {
    const sending = line.send(event);
    const taken = await Promise.race([
      sending.then(() => true),
      new Promise((resolve) => setTimeout(() => resolve(false), 200)),
    ]);
    // On a busy machine one that is taken may take as long.
    if (taken === false && response.writableNeedDrain) return { sent, sending };
    await sending;
  }
  throw new Error('the line took 100 MB for a client that reads nothing');
};

test('[ST7] sending waits for a client that does not read, holds no more than one event, and goes on when it reads', async () => {
  const { line, response, client, end } = await openLine(60_000);
  const { sending } = await sendUntilFull({ line, response });
  expect(response.writableLength).toBeLessThan(MEGABYTE);
  client.resume();
  await sending;
  await line.send({ kind: 'resync' });
  line.end();
  client.destroy();
  end();
});

test('[ST7] a line that stays full is cut, and its stream told to end', async () => {
  const { line, response, client, ending, end } = await openLine(300);
  const { sending } = await sendUntilFull({ line, response });
  await sending;
  expect(ending.signal.aborted).toBe(true);
  line.end();
  client.resume();
  await once(client, 'close');
  end();
});
