// `npm run demo`, `bench`, `kills`, `fuzz`, `screens`: everything installed and built, a screen nobody sees, then scripts/NAME.mjs.
import { build } from './build.mjs';
import { finish } from './children.mjs';
import { hiddenScreen } from './display.mjs';
import { electronEnv, electronRuntime } from './electron.mjs';
import { needs, npmPackages, systemPackages } from './packages.mjs';
import { node } from './paths.mjs';

export async function run(args, name) {
  await npmPackages();
  await systemPackages(needs.tests);
  const runtime = await electronRuntime();
  await build();
  const env = { ...process.env, ...electronEnv(runtime), ...(await hiddenScreen()) };
  return finish(node, [`scripts/${name}.mjs`, ...args], { env });
}
