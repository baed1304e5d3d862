// `npm run kills -- --rounds 50 [--seed N]`: kill -9 at random moments of writing and importing; see test/kills/play-kills.ts.
import { parseArgs } from 'node:util';

import { playKills } from '../test/kills/play-kills.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) {
  console.error('usage: npm run kills -- --rounds 50 [--seed N]');
  process.exit(2);
}
console.log(`seed ${seed}`);
const { lost, torn, steps, photos } = await playKills({ rounds, seed, say: (line) => console.log(line) });
console.log(`${steps} steps and ${photos} photos had been shown before a kill`);
console.log(`KILLS rounds=${rounds} lost=${lost.length} torn=${torn.length}`);
process.exit(lost.length + torn.length === 0 && steps > 0 && photos > 0 ? 0 : 1);
