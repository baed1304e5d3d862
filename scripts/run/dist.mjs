// `npm run dist`: packages that a person installs, into release/. Default: deb and tar.gz; name others as arguments.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { build } from './build.mjs';
import { ask, cleanEnv, must } from './children.mjs';
import { electronRuntime } from './electron.mjs';
import { needs, npmPackages, systemPackages } from './packages.mjs';
import { node, root, tools } from './paths.mjs';
import { say, stage, Stop } from './stage.mjs';

/** Made by what Debian has, through fpm-shim.mjs and 7zz. The others fetch toolsets from GitHub. */
const madeHere = new Set(['deb', 'tar.gz', 'rpm', 'dir', 'zip']);

export async function run(args) {
  await npmPackages();
  await systemPackages(needs.packaging);
  const runtime = await electronRuntime();
  await build();
  const targets = args.length > 0 ? args : ['deb', 'tar.gz'];
  const release = path.resolve(root, process.env.PLUMBLINE_RELEASE ?? 'release');
  rmSync(release, { recursive: true, force: true });
  mkdirSync(release, { recursive: true });
  await stage(`packages: ${targets.join(', ')}`, () =>
    must(node, [tools.electronBuilder, '--publish', 'never', ...platform(), ...targets, ...options(runtime, release)], {
      env: builderEnv(targets),
      name: 'electron-builder',
    }),
  );
  const made = readdirSync(release).filter((name) => /\.(deb|tar\.gz|rpm|AppImage|exe|dmg|zip)$/.test(name));
  if (made.length === 0 && !targets.includes('dir')) throw new Stop('electron-builder ended well but made no package.');
  for (const name of made) say(`made ${path.relative(root, path.join(release, name))}`);
  return 0;
}

function platform() {
  return { linux: ['--linux'], darwin: ['--mac'], win32: ['--win'] }[process.platform] ?? [];
}

/** What differs from electron-builder.yml on this machine. A package on the stand-in says so in its name. */
function options({ dist, version, isStandIn }, release) {
  const mark = isStandIn ? '-standin' : '';
  return [
    `-c.electronDist=${dist}`,
    `-c.electronVersion=${version}`,
    `-c.directories.output=${release}`,
    // The test of the installed package does not ship it: a quicker compression will do.
    ...(process.env.PLUMBLINE_DEB_COMPRESSION ? [`-c.deb.compression=${process.env.PLUMBLINE_DEB_COMPRESSION}`] : []),
    `-c.artifactName=\${name}-\${version}${mark}-\${arch}.\${ext}`,
  ];
}

function builderEnv(targets) {
  if (process.platform !== 'linux' || !targets.every((target) => madeHere.has(target))) return cleanEnv();
  const sevenZip = ask('sh', ['-c', 'command -v 7zz || command -v 7z']);
  return cleanEnv({
    ELECTRON_BUILDER_7ZIP_PATH: sevenZip ?? '',
    ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
    CUSTOM_FPM_PATH: path.join(root, 'scripts/fpm-shim.mjs'),
    FPM_SHIM_LEVEL: '1',
    // fpm-shim.mjs starts with `env node`.
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
  });
}
