// An OpenAI-compatible endpoint on this machine that says what a test tells it to, in whole or in pieces, or misbehaves.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

export interface FakeCall {
  readonly name: string;
  /** The arguments as text: a model may write what is no JSON. */
  readonly args: string;
}

/** How it answers the next question. */
export type FakeAnswer =
  | {
      readonly say: readonly string[];
      readonly calls?: readonly FakeCall[];
      readonly tokens?: readonly [number, number];
    }
  | { readonly status: number; readonly location?: string }
  /** Some words, and then the connection is cut. */
  | { readonly cut: readonly string[] }
  /** Some words, and then nothing more, for ever. */
  | { readonly hang: readonly string[] }
  /** A body as it is, with status 200. */
  | { readonly raw: string };

export interface FakeModel {
  readonly endpoint: string;
  /** What was asked, parsed, with the headers. */
  readonly asked: { readonly body: Record<string, unknown>; readonly authorization: string | undefined }[];
  readonly next: (...answers: readonly FakeAnswer[]) => void;
  readonly close: () => Promise<void>;
}

export const startFakeModel = async (): Promise<FakeModel> => {
  const asked: FakeModel['asked'] = [];
  const coming: FakeAnswer[] = [];
  const server = createServer((request, response) => {
    void hear(request, response);
  });
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push({ body: await read(request), authorization: request.headers.authorization });
    await answer(response, coming.shift() ?? { say: ['I have nothing to say.'] });
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port, so its address is one
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${String(port)}/v1`,
    asked,
    next: (...answers) => void coming.push(...answers),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const read = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const body: unknown = await json(request);
  return z.record(z.string(), z.unknown()).parse(body);
};

const answer = async (response: ServerResponse, given: FakeAnswer): Promise<void> => {
  if ('status' in given) {
    response.writeHead(given.status, given.location === undefined ? {} : { location: given.location });
    response.end(JSON.stringify({ error: { message: 'no', type: 'fake' } }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if ('raw' in given) {
    response.end(given.raw);
    return;
  }
  const words = 'say' in given ? given.say : 'cut' in given ? given.cut : given.hang;
  for (const content of words) {
    send(response, { delta: { role: 'assistant', content } });
    await wait(5);
  }
  if ('cut' in given) response.destroy();
  if (!('say' in given)) return;
  const calls = given.calls ?? [];
  for (const [index, { name, args }] of calls.entries())
    send(response, {
      delta: {
        tool_calls: [{ index, id: `call_${String(index)}`, type: 'function', function: { name, arguments: args } }],
      },
    });
  const [input, output] = given.tokens ?? [0, 0];
  send(response, { delta: {}, finish_reason: calls.length > 0 ? 'tool_calls' : 'stop' });
  if (given.tokens !== undefined)
    response.write(
      `data: ${JSON.stringify({ id: 'a', choices: [], usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output } })}\n\n`,
    );
  response.end('data: [DONE]\n\n');
};

const send = (response: ServerResponse, choice: Readonly<Record<string, unknown>>): void =>
  void response.write(
    `data: ${JSON.stringify({ id: 'a', object: 'chat.completion.chunk', created: 1, model: 'fake', choices: [{ index: 0, finish_reason: null, ...choice }] })}\n\n`,
  );
