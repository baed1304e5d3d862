// `npm run bench -- NAME ...`: one or several of test/bench/run-bench.ts; without a name all of them. `--tiny` only shows that they run.
import os from 'node:os';
import { parseArgs } from 'node:util';

import { benches, runBench } from '../test/bench/run-bench.ts';
import { FULL, TINY } from '../test/bench/sizes.ts';

const { values, positionals } = parseArgs({
  options: { tiny: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`usage: npm run bench -- [${Object.keys(benches).join(' | ')}] [--tiny]`);
  process.exit(2);
}
const load = os.loadavg()[0];
console.log(
  `${os.cpus()[0]?.model}, ${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, load ${load.toFixed(1)}`,
);
if (values.tiny) console.log('tiny sizes: these figures say nothing');
for (const name of names) await runBench(name, values.tiny ? TINY : FULL);
