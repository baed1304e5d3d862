#!/usr/bin/env node
// Stands in for fpm when electron-builder cannot download it: CUSTOM_FPM_PATH=/abs/path/fpm-shim.mjs
// Understands just what electron-builder passes (dir -> deb | rpm), on top of dpkg-deb and rpmbuild.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const o = { depends: [], recommends: [], conflicts: [], replaces: [], provides: [] };
const maps = [];
const argv = process.argv.slice(2);
const KEYS = {
  '-s': 'source',
  '-t': 'target',
  '--architecture': 'arch',
  '--after-install': 'afterInstall',
  '--after-remove': 'afterRemove',
  '--before-install': 'beforeInstall',
  '--before-remove': 'beforeRemove',
  '--description': 'description',
  '--version': 'version',
  '--package': 'package',
  '--name': 'name',
  '--maintainer': 'maintainer',
  '--vendor': 'vendor',
  '--url': 'url',
  '--category': 'category',
  '--deb-priority': 'priority',
  '--license': 'license',
  '--iteration': 'iteration',
  '--deb-compression': 'compression',
  '--rpm-compression': 'compression',
  '--rpm-os': 'rpmOs',
  '--rpm-summary': 'summary',
  '--log': 'log',
};
const LISTS = {
  '-d': 'depends',
  '--deb-recommends': 'recommends',
  '--conflicts': 'conflicts',
  '--replaces': 'replaces',
  '--provides': 'provides',
};
for (let i = 0; i < argv.length; i++) {
  const a = argv[i];
  if (a === '--force' || a === '--debug') continue;
  else if (LISTS[a]) o[LISTS[a]].push(argv[++i]);
  else if (KEYS[a]) o[KEYS[a]] = argv[++i];
  else if (a.startsWith('-')) die(`fpm-shim: unknown option ${a}`);
  else maps.push(a);
}
if (o.source !== 'dir' || !['deb', 'rpm'].includes(o.target)) die(`fpm-shim: cannot make ${o.source} -> ${o.target}`);

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'fpm-shim-'));
try {
  const root = path.join(work, 'root');
  for (const m of maps) {
    const eq = m.lastIndexOf('=');
    const from = m.slice(0, eq);
    const to = path.join(root, m.slice(eq + 1));
    if (fs.statSync(from).isDirectory()) {
      fs.mkdirSync(to, { recursive: true });
      execFileSync('cp', ['-a', '--no-preserve=ownership', `${from.replace(/\/$/, '')}/.`, to]);
    } else {
      fs.mkdirSync(path.dirname(to), { recursive: true });
      fs.copyFileSync(from, to);
      fs.chmodSync(to, 0o644);
    }
  }
  execFileSync('chmod', ['-R', 'go-w,a+rX', root]);
  if (o.target === 'deb') deb(root);
  else rpm(root);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}

function deb(root) {
  const files = walk(root);
  const [first, ...rest] = (o.description ?? o.name).split('\n').map((l) => l.trim());
  const lines = [first, ...rest].filter(Boolean);
  const control = {
    Package: o.name,
    Version: o.iteration ? `${o.version}-${o.iteration}` : o.version,
    License: o.license,
    Vendor: o.vendor,
    Architecture: o.arch,
    Maintainer: o.maintainer,
    'Installed-Size': String(Math.ceil(files.reduce((n, f) => n + fs.lstatSync(path.join(root, f)).size, 0) / 1024)),
    Depends: o.depends.join(', '),
    Recommends: o.recommends.join(', '),
    Conflicts: o.conflicts.join(', '),
    Replaces: o.replaces.join(', '),
    Provides: o.provides.join(', '),
    Section: o.category ?? 'default',
    Priority: o.priority ?? 'optional',
    Homepage: o.url,
    Description: [lines[0], ...lines.slice(1).map((l) => ` ${l}`)].join('\n'),
  };
  const d = path.join(root, 'DEBIAN');
  fs.mkdirSync(d);
  fs.writeFileSync(
    path.join(d, 'control'),
    Object.entries(control)
      .filter(([, v]) => v)
      .map(([k, v]) => `${k}: ${v}\n`)
      .join(''),
  );
  fs.writeFileSync(
    path.join(d, 'md5sums'),
    files
      .filter((f) => fs.lstatSync(path.join(root, f)).isFile())
      .map(
        (f) =>
          `${createHash('md5')
            .update(fs.readFileSync(path.join(root, f)))
            .digest('hex')}  ${f}\n`,
      )
      .join(''),
  );
  for (const [key, file] of [
    ['beforeInstall', 'preinst'],
    ['afterInstall', 'postinst'],
    ['beforeRemove', 'prerm'],
    ['afterRemove', 'postrm'],
  ]) {
    if (!o[key]) continue;
    fs.copyFileSync(o[key], path.join(d, file));
    fs.chmodSync(path.join(d, file), 0o755);
  }
  const z =
    { xz: ['-Zxz'], gz: ['-Zgzip'], bzip2: ['-Zxz'], zst: ['-Zzstd'], none: ['-Znone'] }[o.compression ?? 'xz'] ??
    die(`compression ${o.compression}`);
  const level = process.env.FPM_SHIM_LEVEL ? [`-z${process.env.FPM_SHIM_LEVEL}`] : [];
  execFileSync('dpkg-deb', ['--root-owner-group', ...z, ...level, '--build', root, o.package], { stdio: 'inherit' });
}

function rpm(root) {
  const esc = (s) => String(s ?? '').replaceAll('%', '%%');
  const script = (tag, file) => (file ? `%${tag}\n${esc(fs.readFileSync(file, 'utf8').replace(/^#!.*\n/, ''))}\n` : '');
  const dirs = new Set(
    maps
      .filter((m) => fs.statSync(m.slice(0, m.lastIndexOf('='))).isDirectory())
      .map((m) => m.slice(m.lastIndexOf('=') + 1)),
  );
  const list = walk(root)
    .filter((f) => ![...dirs].some((d) => `/${f}`.startsWith(`${d}/`)))
    .map((f) => `"/${f}"`);
  const payload =
    { xz: 'w2.xzdio', xzmt: 'w2T0.xzdio', gzip: 'w9.gzdio', zstd: 'w9T0.zstdio', none: 'w0.gzdio' }[
      o.compression ?? 'xzmt'
    ] ?? 'w2T0.xzdio';
  const spec = `
%define __spec_install_post %{nil}
%define debug_package %{nil}
%define _build_id_links none
%define _binary_payload ${payload}
Name: ${o.name}
Version: ${o.version.replaceAll('-', '_')}
Release: ${o.iteration ?? 1}
Summary: ${esc(o.summary ?? (o.description ?? o.name).trim().split('\n')[0])}
License: ${o.license ?? 'unknown'}
URL: ${esc(o.url)}
Vendor: ${esc(o.vendor)}
Packager: ${esc(o.maintainer)}
AutoReqProv: no
${o.depends.map((d) => `Requires: ${d}`).join('\n')}
%description
${esc(o.description)}
${script('pre', o.beforeInstall)}${script('post', o.afterInstall)}${script('preun', o.beforeRemove)}${script('postun', o.afterRemove)}
%files
%defattr(-,root,root,-)
${[...dirs].map((d) => `"${d}"`).join('\n')}
${list.join('\n')}
`;
  const file = path.join(work, 'package.spec');
  fs.writeFileSync(file, spec);
  execFileSync(
    'rpmbuild',
    [
      '-bb',
      '--quiet',
      '--target',
      `${o.arch}-unknown-linux`,
      '--buildroot',
      root,
      '--define',
      `_topdir ${work}/top`,
      '--define',
      `_rpmdir ${work}/out`,
      '--define',
      '_rpmfilename out.rpm',
      file,
    ],
    { stdio: 'inherit' },
  );
  fs.copyFileSync(path.join(work, 'out/out.rpm'), o.package);
}

function walk(dir, base = '') {
  return fs.readdirSync(path.join(dir, base), { withFileTypes: true }).flatMap((e) => {
    const p = path.posix.join(base, e.name);
    return e.isDirectory() ? walk(dir, p) : [p];
  });
}
function die(msg) {
  console.error(msg);
  process.exit(1);
}
