// Carries large bodies over a connection of Node's own: to where no proxy and no certificate stands in between.
import { Agent, request as ask } from 'node:http';

import type { Carry } from './server-session.ts';

const agent = new Agent({ keepAlive: true });

export const carryDirectly: Carry = (url, { headers, parts, sent, signal }) =>
  new Promise((resolve, reject) => {
    const method = parts === undefined ? 'GET' : 'PUT';
    const length = (parts ?? []).reduce((sum, { byteLength }) => sum + byteLength, 0);
    const request = ask(url, { method, agent, signal, headers: { ...headers, 'content-length': length } });
    request.once('error', reject);
    // Read by whoever asked; one that ends in the middle throws there.
    request.once('response', (answer) => resolve({ status: answer.statusCode ?? 0, body: answer }));
    let [next, left] = [0, 0];
    const go = (): void => {
      const part = parts?.[next];
      next += 1;
      if (part === undefined) {
        request.end();
        return;
      }
      request.write(part, (problem) => {
        // Said by the request itself too.
        if (problem != null) return;
        sent((left += part.byteLength));
        go();
      });
    };
    go();
  });
