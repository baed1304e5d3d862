// Runs one bench by its name, `npm run bench -- write`: test/bench/NAME.bench.ts prints a line a figure,
// `BENCH <bench>.<figure> <number> <unit>`. Without a name it says which there are.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = 'test/bench';
const [name] = process.argv.slice(2);
const file = path.resolve(folder, `${name}.bench.ts`);

if (name === undefined || !existsSync(file)) {
  const names = existsSync(folder) ? readdirSync(folder).filter((each) => each.endsWith('.bench.ts')) : [];
  console.error(
    `usage: npm run bench -- ${names.map((each) => each.replace('.bench.ts', '')).join(' | ') || 'NAME (there is none yet)'}`,
  );
  process.exit(2);
}
await import(pathToFileURL(file).href);
