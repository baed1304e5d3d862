// `npm run server`: the sync server alone, on this terminal. Arguments go to it: `npm run server -- migrate --to URL`.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { build } from './build.mjs';
import { endsBySignal, ending, finish } from './children.mjs';
import { npmPackages } from './packages.mjs';
import { local, node } from './paths.mjs';
import { serverEnv, serverProgram, startServer } from './server.mjs';

export async function run(args) {
  await npmPackages();
  await build();
  if (args.length > 0) {
    const dataFolder = path.join(local, 'server');
    mkdirSync(dataFolder, { recursive: true });
    const env = serverEnv({
      port: process.env.PLUMBLINE_PORT ?? 0,
      dataFolder: process.env.PLUMBLINE_DATA ?? dataFolder,
    });
    return finish(node, [...serverProgram, ...args], { env });
  }
  endsBySignal();
  const { url, child } = await startServer();
  if (child === null) return 0;
  console.log(`ready: server ${url} (Ctrl-C ends it)`);
  const { code } = await child.ended;
  return ending.asked ? 0 : (code ?? 1);
}
