// `npm run nodes -- --samples 100`: two servers, a Redis and a proxy on one store, without Docker; see test/nodes/play-nodes.ts.
// The store is the CouchDB at COUCHDB_URL, which must hold no Plumbline yet and is left empty, else a stand-in for one.
import { parseArgs } from 'node:util';

import { playNodes } from '../test/nodes/play-nodes.ts';

const { values } = parseArgs({ options: { samples: { type: 'string', default: '100' } } });
const samples = Number(values.samples);
if (!Number.isInteger(samples) || samples < 1) {
  console.error('usage: npm run nodes -- --samples 100');
  process.exit(2);
}

/** The value that so many of a hundred are below, ms. */
const percentile = (list, share) => {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN).toFixed(1);
};
const told = (list) => (list.length === 0 ? 'none' : `${percentile(list, 50)}/${percentile(list, 95)}`);

const couch = process.env.COUCHDB_URL ?? '';
const { withRedis, withoutRedis, wrong } = await playNodes({ samples, couch, say: (line) => console.log(line) });
for (const line of wrong) console.log(`  wrong: ${line}`);
console.log(
  `NODES samples=${samples} redis_p50_p95_ms=${told(withRedis)} feeds_p50_p95_ms=${told(withoutRedis)} wrong=${wrong.length}`,
);
process.exit(wrong.length === 0 ? 0 : 1);
