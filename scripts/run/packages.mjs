// Brings what a fresh clone lacks: the npm packages of the lock file, and the system packages that windows need.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import { ask, cleanEnv, must } from './children.mjs';
import { isRoot, node } from './paths.mjs';
import { say, stage, Stop } from './stage.mjs';

const stampFile = 'node_modules/.plumbline-stamp';

/** What a window needs: the library to look for, and the packages of Debian and Ubuntu that may bring it. */
const windowLibraries = [
  ['libgtk-3.so.0', 'libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3.so', 'libnss3'],
  ['libasound.so.2', 'libasound2', 'libasound2t64'],
  ['libgbm.so.1', 'libgbm1'],
  ['libXss.so.1', 'libxss1'],
  ['libXtst.so.6', 'libxtst6'],
  ['libnotify.so.4', 'libnotify4'],
  ['libsecret-1.so.0', 'libsecret-1-0'],
];
const xvfb = ['Xvfb', 'xvfb'];
const unzip = ['unzip', 'unzip'];
// The tests meet a real keyring on a session bus of its own.
const keyring = [
  ['dbus-run-session', 'dbus-daemon'],
  ['gnome-keyring-daemon', 'gnome-keyring'],
];
// The tests start one of their own; without it those that need it are skipped, with that reason.
const redis = ['redis-server', 'redis-server'];
const packaging = [
  ['7zz', '7zip'],
  ['rpmbuild', 'rpm'],
  ['fakeroot', 'fakeroot'],
  ['desktop-file-validate', 'desktop-file-utils'],
];

/** What each purpose needs beyond the libraries of a window. */
export const needs = {
  window: { libraries: windowLibraries, programs: [unzip] },
  hiddenWindow: { libraries: windowLibraries, programs: [unzip, xvfb] },
  tests: { libraries: windowLibraries, programs: [unzip, xvfb, ...keyring], wished: [redis] },
  packaging: { libraries: windowLibraries, programs: [unzip, ...packaging] },
};

export async function npmPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(process.platform + process.arch)
    .digest('hex');
  if (existsSync(node) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  if (!matchesLock()) {
    await stage('npm packages', () => installPackages());
  }
  if (!existsSync(node)) {
    throw new Stop(
      'The npm package "node", whose install script brings the Node this project runs on, is not complete.\n' +
        'If install scripts are switched off (npm config get ignore-scripts), allow them here: npm ci --ignore-scripts=false',
    );
  }
  writeFileSync(stampFile, wanted);
}

/** NODE_ENV=production or --omit=dev from outside would silently drop the tools. */
async function installPackages() {
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null;
  const [npm, first] = cli ? [process.execPath, [cli]] : ['npm', []];
  await must(npm, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: cleanEnv(),
  });
}

/** True if what npm wrote down about node_modules is what the lock file asks of this machine: no need to install again. */
function matchesLock() {
  const hidden = 'node_modules/.package-lock.json';
  if (!existsSync(hidden) || !existsSync(node)) return false;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const asked = Object.entries(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages);
  return asked.every(
    ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
  );
}

/** Installs missing system packages as root; otherwise says which command would. What is only wished for is never insisted on. */
export async function systemPackages({ libraries, programs, wished = [] }) {
  if (process.platform !== 'linux') return;
  const canInstall = isRoot && ask('apt-get', ['--version']) !== null;
  const known = ask('/sbin/ldconfig', ['-p']) ?? ask('ldconfig', ['-p']) ?? '';
  const missing = [
    ...libraries.filter(([library]) => !known.includes(`${library} `)),
    ...[...programs, ...(canInstall ? wished : [])].filter(
      ([program]) => ask('sh', ['-c', `PATH="$PATH:/usr/sbin:/sbin" command -v ${program}`]) === null,
    ),
  ];
  if (missing.length === 0) return;
  if (ask('apt-get', ['--version']) === null) {
    throw new Stop(`Please install with your system's package manager: ${missing.map(([what]) => what).join(', ')}`);
  }
  await install(missing.map(([, ...names]) => names));
}

async function install(choices) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  if (!isRoot) {
    const names = choices.map((each) => pick(each));
    throw new Stop(
      `Some system packages are missing. Please run:\n\n  sudo apt-get install -y --no-install-recommends ${names.join(' ')}\n`,
    );
  }
  await stage('system packages', async () => {
    await must('apt-get', [...wait, 'update'], { env });
    const names = choices.map((each) => pick(each));
    say(`apt-get install ${names.join(' ')}`);
    await must('apt-get', [...wait, '-y', '--no-install-recommends', 'install', ...names], { env });
  });
}

/** The name this release of Debian or Ubuntu uses; t64 names came with Ubuntu 24.04 and Debian 13. */
function pick(names) {
  return names.toReversed().find((name) => ask('apt-cache', ['show', name])) ?? names[0];
}
