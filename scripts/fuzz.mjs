// `npm run fuzz -- --seeds 100 --from 0 --steps 1000 --devices 5`: simulated devices do random things; see test/model/.
// `--jobs 2` worlds at a time, each in a process of its own; `--store loopback` has the servers keep everything in a stand-in
// for CouchDB, as COUCHDB_URL has them keep it in that one; `--shrink` leaves out of a failing run what it fails without.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import { actionsOf } from '../test/model/actions.ts';
import { readRegressions } from '../test/model/regressions.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    from: { type: 'string', default: '0' },
    steps: { type: 'string', default: '200' },
    devices: { type: 'string', default: '4' },
    jobs: { type: 'string', default: String(Math.max(1, Math.min(8, availableParallelism()))) },
    store: { type: 'string', default: 'embedded' },
    shrink: { type: 'boolean', default: false },
    player: { type: 'boolean', default: false },
  },
});

const [seeds, from, steps, devices, jobs] = [values.seeds, values.from, values.steps, values.devices, values.jobs].map(
  Number,
);

const isUsable =
  [seeds, from, steps, devices, jobs].every(Number.isInteger) &&
  seeds >= 0 &&
  devices >= 2 &&
  jobs >= 1 &&
  ['embedded', 'loopback'].includes(values.store);
if (!isUsable) {
  console.error(
    'usage: npm run fuzz -- --seeds 100 --from 0 --steps 1000 --devices 5 [--jobs 2] [--store embedded|loopback] [--shrink]',
  );
  process.exit(2);
}

if (values.player) await playWhatIsHanded();
else process.exit(await conduct());

/** Hands runs to players, one after the other to whoever is free. */
async function conduct() {
  const started = Date.now();
  const total = { lost: 0, diverged: 0, leaked: 0 };
  const runs = (await readRegressions()).map(({ file, run }) => ({ name: file, run }));
  for (let seed = from; seed < from + seeds; seed += 1)
    runs.push({ name: `seed ${seed}`, run: { seed, devices, actions: actionsOf({ seed, steps, devices }) } });
  const players = Math.min(jobs, runs.length);
  await Promise.all(Array.from({ length: players }, () => keepPlaying(runs, total)));
  const store = values.store === 'embedded' && process.env.COUCHDB_URL ? 'couchdb' : values.store;
  console.log(`${players} at a time, ${Math.round((Date.now() - started) / 1_000)} s in all, store: ${store}`);
  console.log(`FUZZ seeds=${seeds} lost=${total.lost} diverged=${total.diverged} leaked=${total.leaked}`);
  return total.lost + total.diverged + total.leaked === 0 ? 0 : 1;
}

async function keepPlaying(runs, total) {
  const player = fork(import.meta.filename, ['--player', ...process.argv.slice(2)]);
  for (let next = runs.shift(); next !== undefined; next = runs.shift()) {
    const { lost, diverged, leaked } = await handOver(player, next);
    total.lost += lost;
    total.diverged += diverged;
    total.leaked += leaked;
  }
  player.disconnect();
}

/** A player that dies has lost what it played. */
function handOver(player, next) {
  return new Promise((resolve, reject) => {
    const died = (code) => reject(new Error(`${next.name}: the player ended with ${code}`));
    player.once('exit', died);
    player.once('message', (counts) => {
      player.off('exit', died);
      resolve(counts);
    });
    player.send(next);
  });
}

/** A run that broke off has shown nothing good. */
function asDivergence(thrown) {
  return { lost: [], diverged: [`it broke off: ${thrown.stack}`], leaked: [], trace: [] };
}

async function playWhatIsHanded() {
  if (values.store === 'loopback') {
    const { startLoopbackCouch } = await import('../test/support/loopback-couch.ts');
    const couch = await startLoopbackCouch();
    process.env.COUCHDB_URL = couch.url;
    process.once('disconnect', () => void couch.end().then(() => process.exit()));
  } else process.once('disconnect', () => process.exit());
  const { createThreads, playFuzz } = await import('../test/model/play-fuzz.ts');
  const { shrink } = await import('../test/model/shrink.ts');
  const threads = createThreads();
  process.on('message', async ({ name, run }) => {
    const started = Date.now();
    const { lost, diverged, leaked, trace } = await playFuzz(run, threads).catch(asDivergence);
    const isBad = lost.length + diverged.length + leaked.length > 0;
    const lines = [`${name} ${isBad ? 'FAILED' : 'clean'} in ${Math.round((Date.now() - started) / 100) / 10} s`];
    if (isBad) {
      lines.push(...trace.map((line) => `  ${line}`));
      for (const [what, list] of Object.entries({ lost, diverged, leaked }))
        lines.push(...list.slice(0, 20).map((line) => `  ${what}: ${line}`));
      if (values.shrink) {
        console.log(lines.splice(0).join('\n'));
        const shorter = await shrink(run, {
          threads,
          found: { lost, diverged, leaked },
          told: (runs, actions) => console.log(`  ${name}: after ${runs} shorter runs ${actions} actions`),
        });
        lines.push(JSON.stringify(shorter));
      }
    }
    console.log(lines.join('\n'));
    process.send({ lost: lost.length, diverged: diverged.length, leaked: leaked.length });
  });
}
