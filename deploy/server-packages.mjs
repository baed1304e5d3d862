// `node deploy/server-packages.mjs FOLDER`: puts the built server there, and a package.json of exactly the packages it imports.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const built = path.join(root, 'dist/sync-server');
const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(built)) {
  console.error('usage: node deploy/server-packages.mjs FOLDER, after a build');
  process.exit(2);
}

/** `import x from 'name'` and `export ... from`, `import 'name'`, `import('name')`, as the build writes them. */
const IMPORTS =
  /^(?:import|export)\s[^;'"]*?\bfrom\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** Packages named by the imports of one built file. */
const packagesIn = (file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORTS)]
    .map(([, ...names]) => names.find((name) => name !== undefined) ?? '')
    .filter((name) => !/^(?:node:|[./])/.test(name) && !builtinModules.includes(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));

const { version, type, dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const files = readdirSync(built).filter((name) => name.endsWith('.js'));
const names = [...new Set(files.flatMap((name) => packagesIn(path.join(built, name))))].toSorted((a, b) =>
  a < b ? -1 : 1,
);
const unknown = names.filter((name) => dependencies[name] === undefined);
if (unknown.length > 0) throw new Error(`the server imports what package.json does not name: ${unknown.join(', ')}`);

mkdirSync(folder, { recursive: true });
const own = Object.fromEntries(names.map((name) => [name, dependencies[name]]));
writeFileSync(
  path.join(folder, 'package.json'),
  `${JSON.stringify({ name: 'plumbline-server', version, private: true, type, dependencies: own }, null, 2)}\n`,
);
// The versions below these come from the lock of the whole; npm drops from it what is not needed here.
cpSync(path.join(root, 'package-lock.json'), path.join(folder, 'package-lock.json'));
cpSync(built, path.join(folder, 'dist/sync-server'), { recursive: true });
console.log(names.join('\n'));
