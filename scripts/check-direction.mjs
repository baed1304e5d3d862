// Checks the direction of dependencies with dependency-cruiser, and that it looked at every source file.
// usage: node scripts/check-direction.mjs [FOLDER OF A CHECKOUT]
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { folders, report, rootOf, sourcesIn } from './sources.mjs';

const root = rootOf(process.argv[2]);
const here = rootOf();
const sources = sourcesIn(root);

const cruised = spawnSync(
  process.execPath,
  [
    path.join(here, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    ...folders(root),
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 },
);
if (!cruised.stdout.startsWith('{'))
  report([`dependency-cruiser ended with code ${cruised.status}: ${cruised.stderr}`]);

const { modules, summary } = JSON.parse(cruised.stdout);
const seen = new Set(modules.map(({ source }) => source));
report(
  [
    ...summary.violations.map(
      ({ rule, from, to, cycle }) => `${rule.name}: ${from} -> ${cycle?.map(({ name }) => name).join(' -> ') ?? to}`,
    ),
    // With a compiler it does not know, dependency-cruiser passes on no modules at all: a fence that fell down unseen.
    ...sources.filter((file) => !seen.has(file)).map((file) => `not looked at: ${file}`),
  ],
  `${seen.size} modules, ${summary.totalDependenciesCruised} dependencies`,
);
