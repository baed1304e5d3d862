// The fence between the folders is up: each kind of wrong import, planted in a copy, is caught by its rule.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { checkCheckout, checkout, plantTree, type Finding, type PlantedTree, type Plants } from './planted-tree.ts';

/** Entry files that reach everything else, so that what is caught is only what was planted. */
const sound: Plants = {
  'domain/kernel/money.ts': 'export const zero = 0;\n',
  'protocol/version.ts': "import { zero } from '../domain/kernel/money.ts';\nexport const version = zero;\n",
  'src-main/main.ts': "import { version } from '../protocol/version.ts';\nconsole.log(version);\n",
  'src-renderer/main.tsx': "import { version } from '../protocol/version.ts';\nconsole.log(version);\n",
  'sync-server/server.ts': "import { version } from '../protocol/version.ts';\nconsole.log(version);\n",
};

const imports = (...files: readonly string[]): string =>
  [...files.map((file) => `import '${file}';`), 'export const x = 1;', ''].join('\n');

/** Rule -> the one wrong import that it must catch, as `file -> what it imports`. */
const wrong: readonly { readonly rule: string; readonly from: string; readonly to: string; readonly plants: Plants }[] =
  [
    { rule: 'D1', from: 'domain/clock.ts', to: 'fs', plants: { 'domain/clock.ts': imports('node:fs') } },
    {
      rule: 'D1',
      from: 'domain/up.ts',
      to: 'protocol/version.ts',
      plants: { 'domain/up.ts': imports('../protocol/version.ts') },
    },
    {
      rule: 'D3',
      from: 'domain/quotes/far.ts',
      to: 'domain/assistant/names.ts',
      plants: { 'domain/quotes/far.ts': imports('../assistant/names.ts'), 'domain/assistant/names.ts': imports() },
    },
    {
      rule: 'P1',
      from: 'protocol/up.ts',
      to: 'src-main/main.ts',
      plants: { 'protocol/up.ts': imports('../src-main/main.ts') },
    },
    {
      rule: 'A1',
      from: 'src-main/far.ts',
      to: 'sync-server/server.ts',
      plants: { 'src-main/far.ts': imports('../sync-server/server.ts') },
    },
    {
      rule: 'A1',
      from: 'src-renderer/app/far.ts',
      to: 'src-main/main.ts',
      plants: { 'src-renderer/app/far.ts': imports('../../src-main/main.ts') },
    },
    {
      rule: 'R1',
      from: 'src-renderer/ui/disk.ts',
      to: 'fs',
      plants: { 'src-renderer/ui/disk.ts': imports('node:fs') },
    },
    {
      rule: 'R3',
      from: 'src-renderer/features/money/a.ts',
      to: 'src-renderer/features/steps/b.ts',
      plants: {
        'src-renderer/features/money/a.ts': imports('../steps/b.ts'),
        'src-renderer/features/steps/b.ts': imports(),
      },
    },
    {
      rule: 'R4',
      from: 'src-renderer/data/a.ts',
      to: 'src-renderer/app/shell.ts',
      plants: { 'src-renderer/data/a.ts': imports('../app/shell.ts'), 'src-renderer/app/shell.ts': imports() },
    },
    {
      rule: 'R2',
      from: 'src-renderer/ui/native.ts',
      to: 'node_modules/electron',
      plants: { 'src-renderer/ui/native.ts': imports('electron') },
    },
    {
      rule: 'R5',
      from: 'src-renderer/features/money/c.ts',
      to: 'node_modules/rxdb',
      plants: { 'src-renderer/features/money/c.ts': imports('rxdb') },
    },
    {
      rule: 'S1',
      from: 'sync-server/http/a.ts',
      to: 'sync-server/store/couch/b.ts',
      plants: { 'sync-server/http/a.ts': imports('../store/couch/b.ts'), 'sync-server/store/couch/b.ts': imports() },
    },
    {
      rule: 'T1',
      from: 'sync-server/fake.ts',
      to: 'test/support/a.ts',
      plants: { 'sync-server/fake.ts': imports('../test/support/a.ts'), 'test/support/a.ts': imports() },
    },
    {
      rule: 'G1',
      from: 'domain/a.ts',
      to: 'domain/b.ts',
      plants: { 'domain/a.ts': imports('./b.ts'), 'domain/b.ts': imports('./a.ts') },
    },
    { rule: 'G2', from: 'domain/alone.ts', to: 'domain/alone.ts', plants: { 'domain/alone.ts': imports() } },
    {
      rule: 'G3',
      from: 'protocol/gone.ts',
      to: './nowhere.ts',
      plants: { 'protocol/gone.ts': imports('./nowhere.ts') },
    },
    {
      rule: 'G4',
      from: 'src-main/dev.ts',
      to: 'node_modules/vitest',
      plants: { 'src-main/dev.ts': imports('vitest') },
    },
  ];

describe('a wrong import is caught', () => {
  let tree: PlantedTree;
  let finding: Finding;
  beforeAll(() => {
    tree = plantTree(Object.assign({}, sound, ...wrong.map(({ plants }) => plants)));
    finding = tree.check('direction');
  });
  afterAll(() => tree.remove());

  test.each(wrong)('$rule: $from must not import $to', ({ rule, from, to }) => {
    const caught = finding.output.split('\n').filter((line) => line.startsWith(rule) && line.includes(`: ${from} -> `));
    expect(caught.join('\n')).toContain(to);
    expect(finding.code).toBe(1);
  });
});

test('a tree with nothing wrong passes', () => {
  const tree = plantTree(sound);
  expect(tree.check('direction')).toMatchObject({ code: 0 });
  tree.remove();
});

test('a fence that looks at nothing is a failure', () => {
  const config = readFileSync(path.join(checkout, '.dependency-cruiser.mjs'), 'utf8');
  const tree = plantTree({
    ...sound,
    '.dependency-cruiser.mjs': config.replace('doNotFollow:', () => "exclude: '[.]tsx?$', doNotFollow:"),
  });
  const { code, output } = tree.check('direction');
  tree.remove();
  expect(code).toBe(1);
  expect(output).toContain('not looked at: domain/kernel/money.ts');
});

test('the fence looks at this checkout', () => {
  const seen = /in (\d+) modules/.exec(checkCheckout('direction').output)?.[1];
  expect(Number(seen)).toBeGreaterThan(100);
});
