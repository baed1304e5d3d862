// Checks that every rule of protocol/SYNC.md has a test that carries its id, and that every id cited is a rule.
// A rule is written `**PU3** sentence`; a test's title starts with it: `test('[PU3] ...')`, or several: `'[PU3][ME2] ...'`.
// usage: node scripts/check-rules.mjs [FOLDER OF A CHECKOUT]
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { report, rootOf, sourcesIn } from './sources.mjs';

const root = rootOf(process.argv[2]);
const rulesFile = path.join(root, 'protocol/SYNC.md');
if (!existsSync(rulesFile)) report(['protocol/SYNC.md is missing']);

const written = [...readFileSync(rulesFile, 'utf8').matchAll(/^\s*(?:[-*|]\s*)?\*\*([A-Z]+\d+[a-z]?)\*\*/gm)].map(
  ([, id]) => id,
);
const rules = new Set(written);
const twice = written.filter((id, place) => written.indexOf(id) !== place);

const cited = sourcesIn(root, ['test']).flatMap((file) => citations(file, readFileSync(path.join(root, file), 'utf8')));
const proven = new Set(cited.filter(({ runs }) => runs).map(({ id }) => id));

report(
  [
    ...(rules.size === 0 ? ['protocol/SYNC.md holds no rule of the form **PU3**'] : []),
    ...twice.map((id) => `${id} is written twice in protocol/SYNC.md`),
    ...[...rules].filter((id) => !proven.has(id)).map((id) => `${id} has no test whose title starts with [${id}]`),
    ...cited
      .filter(({ id }) => !rules.has(id))
      .map(({ id, file }) => `${file} cites [${id}], which is no rule of protocol/SYNC.md`),
  ],
  `${rules.size} rules, ${cited.length} citations`,
);

/** The ids at the start of the titles in one file. A test that is skipped or only planned proves nothing. */
function citations(file, text) {
  return [...text.matchAll(/(\.(?:skip|todo)\(\s*)?['"`]((?:\[[A-Z]+\d+[a-z]?\]\s*)+)/g)].flatMap(([, notRun, ids]) =>
    [...ids.matchAll(/\[(\w+)\]/g)].map(([, id]) => ({ id, file, runs: notRun === undefined })),
  );
}
