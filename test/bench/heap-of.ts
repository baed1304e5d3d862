// What a Node process holds once its garbage is collected: asked of it as a debugger does.
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** Environment of a process whose debugger is to be reached there. */
export const debuggedAt = (port: number): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--inspect-port=127.0.0.1:${port}`,
});

const targets = z.tuple([z.object({ webSocketDebuggerUrl: z.url() })]);
const answer = z.object({ id: z.int(), result: z.unknown() });
const memory = z.object({ result: z.object({ value: z.number() }) });

/** Bytes of its heap and of the buffers beside it. What the system keeps for a connection is not among them. */
export const heapOf = async (pid: number, port: number): Promise<number> => {
  process.kill(pid, 'SIGUSR1');
  const socket = new WebSocket(await debuggerAt(port));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  let asked = 0;
  const ask = (method: string, params: object = {}): Promise<unknown> =>
    new Promise((resolve) => {
      const id = (asked += 1);
      const heard = ({ data }: MessageEvent): void => {
        const said = answer.safeParse(JSON.parse(String(data)));
        if (!said.success || said.data.id !== id) return;
        socket.removeEventListener('message', heard);
        resolve(said.data.result);
      };
      socket.addEventListener('message', heard);
      socket.send(JSON.stringify({ id, method, params }));
    });
  // Twice: what the first one sets free may hold more.
  for (let n = 0; n < 2; n += 1) await ask('HeapProfiler.collectGarbage');
  const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())';
  const held = memory.parse(await ask('Runtime.evaluate', { expression })).result.value;
  socket.close();
  return held;
};

const TRIES = 50;

const debuggerAt = async (port: number): Promise<string> => {
  for (let tries = 1; ; tries += 1) {
    try {
      const listed = await fetch(`http://127.0.0.1:${port}/json/list`);
      return targets.parse(await listed.json())[0].webSocketDebuggerUrl;
    } catch (problem) {
      if (tries === TRIES) throw problem;
      await sleep(100);
    }
  }
};
