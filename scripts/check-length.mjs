// Checks that no file has more than 400 lines of code: blank lines and lines that are only comment do not count.
// usage: node scripts/check-length.mjs [FOLDER OF A CHECKOUT]
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { filesBelow, report, rootOf, sourcesIn } from './sources.mjs';

const most = 400;
const root = rootOf(process.argv[2]);
const scripts = filesBelow(path.join(root, 'scripts')).map((file) => path.relative(root, file));
const files = [...sourcesIn(root), ...scripts.filter((file) => /\.[mc]?js$/.test(file))];

const long = files
  .map((file) => ({ file, lines: codeLines(readFileSync(path.join(root, file), 'utf8')) }))
  .filter(({ lines }) => lines > most);
report(
  long.map(({ file, lines }) => `${file}: ${lines} lines of code, ${most} at most; split it`),
  `${files.length} files`,
);

function codeLines(text) {
  let inComment = false;
  return text.split('\n').filter((raw) => {
    const line = raw.trim();
    if (inComment) return void (inComment = !line.includes('*/'));
    if (line.startsWith('/*')) return void (inComment = !line.includes('*/'));
    return line !== '' && !line.startsWith('//');
  }).length;
}
