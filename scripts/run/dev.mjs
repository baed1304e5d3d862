// `npm run dev`: a sync server, two devices of one household with a sample journey, and windows that follow the sources.
import path from 'node:path';

import { build } from './build.mjs';
import { endsBySignal, ending, start } from './children.mjs';
import { hiddenScreen, ownScreen } from './display.mjs';
import { electronEnv, electronRuntime } from './electron.mjs';
import { needs, npmPackages, systemPackages } from './packages.mjs';
import { local, node } from './paths.mjs';
import { startServer } from './server.mjs';

export async function run(args) {
  await npmPackages();
  const screen = await ownScreen();
  await systemPackages(screen ? needs.window : needs.hiddenWindow);
  const runtime = await electronRuntime();
  await build();
  endsBySignal();
  const screenEnv = screen ?? (await hiddenScreen());
  const folder = path.join(local, 'dev');
  const server = await startServer({ dataFolder: path.join(folder, 'server') });
  const env = {
    ...process.env,
    ...electronEnv(runtime),
    ...screenEnv,
    PLUMBLINE_SERVER_URL: server.url,
    PLUMBLINE_DEV_FOLDER: folder,
  };
  const { code } = await start(node, ['scripts/dev.mjs', ...args], { env, name: 'dev' }).ended;
  return ending.asked ? 0 : (code ?? 1);
}
