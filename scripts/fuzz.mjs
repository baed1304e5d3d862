// `npm run fuzz -- --seeds 100 --from 0 --steps 1000 --devices 5`: simulated devices do random things; see test/model/.
import { parseArgs } from 'node:util';

import { actionsOf } from '../test/model/actions.ts';
import { createThreads, playFuzz } from '../test/model/play-fuzz.ts';
import { readRegressions } from '../test/model/regressions.ts';
import { shrink } from '../test/model/shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    from: { type: 'string', default: '0' },
    steps: { type: 'string', default: '200' },
    devices: { type: 'string', default: '4' },
    shrink: { type: 'boolean', default: false },
  },
});
const [seeds, from, steps, devices] = [values.seeds, values.from, values.steps, values.devices].map(Number);
if (![seeds, from, steps, devices].every(Number.isInteger) || seeds < 1 || devices < 2) {
  console.error('usage: npm run fuzz -- --seeds 100 --from 0 --steps 1000 --devices 5 [--shrink]');
  process.exit(2);
}

const threads = createThreads();
const total = { lost: 0, diverged: 0, leaked: 0 };

async function playOne(name, run) {
  const started = Date.now();
  const { lost, diverged, leaked, trace } = await playFuzz(run, threads);
  total.lost += lost.length;
  total.diverged += diverged.length;
  total.leaked += leaked.length;
  const bad = lost.length + diverged.length + leaked.length > 0;
  console.log(`${name} ${bad ? 'FAILED' : 'clean'} in ${Math.round((Date.now() - started) / 100) / 10} s`);
  if (!bad) return;
  for (const line of trace) console.log(`  ${line}`);
  for (const [what, list] of Object.entries({ lost, diverged, leaked }))
    for (const line of list.slice(0, 20)) console.log(`  ${what}: ${line}`);
  if (values.shrink) console.log(JSON.stringify(await shrink(run, threads)));
}

for (const { file, run } of await readRegressions()) await playOne(file, run);
for (let seed = from; seed < from + seeds; seed += 1)
  await playOne(`seed ${seed}`, { seed, devices, actions: actionsOf({ seed, steps, devices }) });
await threads.end();
console.log(`FUZZ seeds=${seeds} lost=${total.lost} diverged=${total.diverged} leaked=${total.leaked}`);
process.exit(total.lost + total.diverged + total.leaked === 0 ? 0 : 1);
