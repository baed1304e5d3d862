// `npm start`: from whatever state the checkout is in to an open window with a sync server behind it.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { build } from './build.mjs';
import { endsBySignal, ending, start } from './children.mjs';
import { hiddenScreen, ownScreen } from './display.mjs';
import { electronEnv, electronRuntime, program } from './electron.mjs';
import { needs, npmPackages, systemPackages } from './packages.mjs';
import { isRoot, local, root } from './paths.mjs';
import { startServer } from './server.mjs';
import { say, Stop } from './stage.mjs';

/** How long the first window may take to show its page; ms. */
const windowLimit = 60_000;

export async function run(args) {
  await npmPackages();
  const screen = await ownScreen();
  await systemPackages(screen ? needs.window : needs.hiddenWindow);
  const runtime = await electronRuntime();
  await build();
  endsBySignal();
  // Started before the server and the window, so that it ends after them.
  const screenEnv = screen ?? (await hiddenScreen());
  const server = await startServer();

  // The page's picture doubles as the sign that it has loaded.
  const picture = screen ? path.join(local, 'start.png') : path.join(root, 'out/start.png');
  rmSync(picture, { force: true });
  mkdirSync(path.dirname(picture), { recursive: true });
  const deviceFolder = path.join(local, 'device');
  const app = start(
    program(runtime.dist),
    [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${deviceFolder}`, '.', ...args],
    {
      env: {
        ...process.env,
        ...electronEnv(runtime),
        ...screenEnv,
        PLUMBLINE_SERVER_URL: server.url,
        PLUMBLINE_SCREENSHOT: picture,
      },
      name: 'Plumbline',
    },
  );
  const over = await Promise.race([app.ended, pageShown(picture, app)]);
  if (over !== 'shown') {
    const ended = await app.ended;
    // A second one hands over to the window that is open on this folder.
    if (ended.code === 0 && !ending.asked) say(`a window is open on ${path.relative(root, deviceFolder)} already`);
    return endOf(ended);
  }
  if (!screen) say(`no display was found; the window's picture is ${path.relative(root, picture)}`);
  const where = [`server ${server.url}`, `device ${path.relative(root, deviceFolder)}`, `Electron ${runtime.version}`];
  console.log(`ready: ${where.join(', ')} (Ctrl-C ends it)`);
  return endOf(await app.ended);
}

async function pageShown(picture, { child }) {
  const until = Date.now() + windowLimit;
  while (Date.now() < until) {
    if (existsSync(picture)) return 'shown';
    if (child.exitCode !== null || child.signalCode !== null) return 'ended';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Stop(`The window did not show its page within ${windowLimit / 1000} s.`);
}

/** A window that a person closed, or a signal that asked everything to end, is a good end. */
function endOf({ code, signal }) {
  if (ending.asked) return 0;
  if (code !== 0) say(`the app ended unexpectedly (${code ?? signal})`);
  return code === 0 ? 0 : 1;
}
