// docs/licences.md names every package that is shipped, with the licence that the installed package says it is under.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Under these it may be shipped as it is; LGPL only as a file of its own. */
const FREE = /^(?:MIT|MIT-0|ISC|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|CC0-1\.0|BlueOak-1\.0\.0)$/;
const OWN_FILE: ReadonlySet<string> = new Set(['libheif-js']);

const manifest = z.looseObject({
  dependencies: z.record(z.string(), z.string()).default({}),
  license: z.string().default('?'),
});
const shipped = Object.keys(manifest.parse(read('package.json')).dependencies).map((name) => ({
  name,
  licence: manifest.parse(read(`node_modules/${name}/package.json`)).license,
}));

test('every package that is shipped is named with its licence', () => {
  const list = readFileSync(path.join(root, 'docs/licences.md'), 'utf8');
  const listed = [...list.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name, licence]) => ({ name, licence }));
  expect(listed).toEqual(shipped);
});

test('every licence allows it', () => {
  const closed = shipped.filter(({ name, licence }) => !FREE.test(licence) && !OWN_FILE.has(name));
  expect(closed).toEqual([]);
});

test('the model that is shipped is the one whose licence was looked at', () => {
  const sha = createHash('sha256')
    .update(readFileSync(path.join(root, 'src-renderer/public/objects/weights.bin')))
    .digest('hex');
  expect(readFileSync(path.join(root, 'docs/licences.md'), 'utf8')).toContain(`\`${sha}\``);
});
