// A reverse proxy as small as can be: each request goes to the next server, and what comes back is handed on as it comes.
import { createServer, request as ask } from 'node:http';

export interface RoundRobin {
  readonly url: string;
  readonly end: () => Promise<void>;
}

export const startRoundRobin = async (servers: readonly string[]): Promise<RoundRobin> => {
  let turn = 0;
  const proxy = createServer((request, response) => {
    const to = new URL(request.url ?? '/', servers[(turn += 1) % servers.length]);
    const headers = { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress ?? '' };
    const onward = ask(to, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    end: async () => {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
};
