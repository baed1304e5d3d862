// Finds a screen that answers, or starts an X server of its own that nobody sees.
import { existsSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

import { start } from './children.mjs';
import { say, Stop } from './stage.mjs';

/** The environment of the person's own screen, or null. A dead DISPLAY makes Electron crash, so it is tried first. */
export async function ownScreen() {
  if (process.platform !== 'linux') return {};
  const { DISPLAY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR } = process.env;
  if (DISPLAY) {
    if (await answers(DISPLAY)) return { DISPLAY };
    say(`DISPLAY=${DISPLAY} does not answer`);
  }
  if (WAYLAND_DISPLAY && XDG_RUNTIME_DIR && existsSync(path.join(XDG_RUNTIME_DIR, WAYLAND_DISPLAY))) {
    return { WAYLAND_DISPLAY, ELECTRON_OZONE_PLATFORM_HINT: 'auto' };
  }
  return null;
}

/** Starts Xvfb on a free number and resolves to the environment that uses it. */
export async function hiddenScreen() {
  if (process.platform !== 'linux') return {};
  const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'];
  const server = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], name: 'Xvfb', grace: 3000 });
  const number = await Promise.race([
    new Promise((resolve) => server.child.stdio[3].once('data', (data) => resolve(String(data).trim()))),
    server.ended.then(() => null),
  ]);
  if (number === null) throw new Stop('Xvfb did not start.');
  say(`no window will be seen: Xvfb :${number}`);
  return { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' };
}

/** Says whether an X server listens there: ":0", "unix:0", "host:10.0". */
function answers(display) {
  const match = /^(.*):(\d+)(\.\d+)?$/.exec(display);
  if (!match) return false;
  const [, host, number] = match;
  const file = `/tmp/.X11-unix/X${number}`;
  if (host === '' || host === 'unix')
    return connects({ path: file }).then((ok) => ok || connects({ path: `\0${file}` }));
  return connects({ host, port: 6000 + Number(number) });
}

function connects(where) {
  return new Promise((resolve) => {
    const socket = net.connect({ ...where, timeout: 2000 });
    const done = (ok) => (socket.destroy(), resolve(ok));
    socket
      .once('connect', () => done(true))
      .once('error', () => done(false))
      .once('timeout', () => done(false));
  });
}
