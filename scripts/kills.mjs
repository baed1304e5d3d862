// `npm run kills -- --rounds 50 [--seed N]`: kill -9 at random moments of writing and importing; see test/kills/play-kills.ts.
// `npm run kills -- --sync --rounds 20 [--mb 100]`: of two devices and a server, while a large file travels; see test/kills/sync/.
import { parseArgs } from 'node:util';

import { playKills } from '../test/kills/play-kills.ts';
import { playSyncKills } from '../test/kills/sync/play-sync-kills.ts';

const { values } = parseArgs({
  options: {
    sync: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '50' },
    mb: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const bytes = Number(values.mb) * 1024 * 1024;
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed) || !(bytes > 0)) {
  console.error('usage: npm run kills -- [--sync [--mb 100]] --rounds 50 [--seed N]');
  process.exit(2);
}
console.log(`seed ${seed}`);
const say = (line) => console.log(line);
if (values.sync) {
  const { lost, torn, resent, inFlight, steps } = await playSyncKills({ rounds, seed, bytes, say });
  for (const one of lost) say(`  LOST ${one}`);
  for (const one of torn) say(`  TORN ${one}`);
  say(`${inFlight} kills came while a chunk was on its way; ${steps} steps had been shown`);
  say(`KILLS sync rounds=${rounds} lost=${lost.length} torn=${torn.length} resent=${resent}`);
  process.exit(lost.length + torn.length === 0 && resent <= rounds && inFlight > 0 && steps > 0 ? 0 : 1);
}
const { lost, torn, steps, photos } = await playKills({ rounds, seed, say });
console.log(`${steps} steps and ${photos} photos had been shown before a kill`);
console.log(`KILLS rounds=${rounds} lost=${lost.length} torn=${torn.length}`);
process.exit(lost.length + torn.length === 0 && steps > 0 && photos > 0 ? 0 : 1);
