// The checks on rule ids, file length, words and lint catch what they are there for, planted in a copy.
import { describe, expect, test } from 'vitest';

import { plantTree, type Finding, type Plants } from './planted-tree.ts';

/** Runs one check on a tree that holds only these files. */
function checkOf(name: string, plants: Plants): Finding {
  const tree = plantTree(plants);
  const finding = tree.check(name);
  tree.remove();
  return finding;
}

describe('rule ids', () => {
  const rules = '# Rules\n\n- **AA1** One thing.\n- **AA2** Another, see **AA1**.\n';
  // Written apart, so that this file itself cites no rule.
  const cite = (...ids: readonly string[]): string => ids.map((id) => `[${id}]`).join('');
  const title = (text: string): string => `test('${text} holds', () => {});\n`;

  test('all proven: passes', () => {
    const plants = { 'protocol/SYNC.md': rules, 'test/unit/a.test.ts': title(cite('AA1', 'AA2')) };
    expect(checkOf('rules', plants)).toMatchObject({ code: 0 });
  });

  test('a rule without a test is caught', () => {
    const { code, output } = checkOf('rules', { 'protocol/SYNC.md': rules, 'test/unit/a.test.ts': title(cite('AA1')) });
    expect(code).toBe(1);
    expect(output).toContain('AA2 has no test');
    expect(output).not.toContain('AA1 has no test');
  });

  test('a rule whose only test is skipped is caught', () => {
    const skipped = title(cite('AA2')).replace('test(', 'test.skip(');
    const { code, output } = checkOf('rules', {
      'protocol/SYNC.md': rules,
      'test/unit/a.test.ts': title(cite('AA1')) + skipped,
    });
    expect(code).toBe(1);
    expect(output).toContain('AA2 has no test');
  });

  test('a test that cites no rule is caught', () => {
    const plants = { 'protocol/SYNC.md': rules, 'test/unit/a.test.ts': title(cite('AA1', 'AA2')) + title(cite('ZZ9')) };
    const { code, output } = checkOf('rules', plants);
    expect(code).toBe(1);
    expect(output).toContain(`${cite('ZZ9')}, which is no rule`);
  });

  test('a page without rules, or no page at all, is caught', () => {
    expect(checkOf('rules', { 'protocol/SYNC.md': '# Nothing\n' }).code).toBe(1);
    expect(checkOf('rules', {}).code).toBe(1);
  });
});

describe('file length', () => {
  const lines = (count: number, line: string): string => `${line}\n`.repeat(count);

  test('401 lines of code are too many', () => {
    const { code, output } = checkOf('length', { 'domain/long.ts': lines(401, 'export {};') });
    expect(code).toBe(1);
    expect(output).toContain('domain/long.ts: 401 lines');
  });

  test('400 lines of code and any number of comments are not', () => {
    const comments = lines(50, '// why') + lines(50, '') + `/*\n${lines(50, ' * why')} */\n`;
    expect(checkOf('length', { 'domain/long.ts': comments + lines(400, 'export {};') })).toMatchObject({ code: 0 });
  });
});

describe('words of the window', () => {
  const catalogue = JSON.stringify({ title: 'Costs', items_one: '{{count}} cost', items_other: '{{count}} costs' });
  const page = (inside: string): string =>
    `const { t } = useTranslation('money');\nexport const Page = () => <p title={t('title')}>{t('items', { count })}${inside}</p>;\n`;
  const wordsOf = (inside: string, words = catalogue): Finding =>
    checkOf('words', {
      'src-renderer/i18n/en/money.json': words,
      'src-renderer/features/money/Page.tsx': page(inside),
    });

  test('all in the catalogue, all used: passes', () => {
    expect(wordsOf('')).toMatchObject({ code: 0 });
  });

  test('a word that no catalogue has is caught', () => {
    expect(wordsOf("{t('missing')}").output).toContain('asks for "missing"');
  });

  test('a word that nobody uses is caught', () => {
    expect(wordsOf('', JSON.stringify({ ...JSON.parse(catalogue), old: 'Old' })).output).toContain(
      '"old" is never used',
    );
  });

  test('an empty one is caught: the window would show its name', () => {
    expect(wordsOf('', JSON.stringify({ ...JSON.parse(catalogue), title: '' })).output).toContain('"title" is empty');
  });

  test('words written in TSX are caught, signs are not', () => {
    expect(wordsOf('Total costs').output).toContain('says "Total costs"');
    expect(wordsOf('<img alt="A kitchen" />').output).toContain('says "A kitchen"');
    expect(wordsOf(' · ')).toMatchObject({ code: 0 });
  });
});

describe('lint', () => {
  function lintOf(plants: Plants): Finding {
    const tree = plantTree(plants);
    const finding = tree.tool('oxlint/bin/oxlint', ['domain', 'src-main', 'src-renderer']);
    tree.remove();
    return finding;
  }

  test.each([
    ['a clock in domain', 'domain/a.ts', 'export const now = (): number => Date.now();', 'Time is an argument'],
    ['chance in domain', 'domain/a.ts', 'export const roll = (): number => Math.random();', 'Chance is an argument'],
    ['raw IPC', 'src-main/a.ts', "import { ipcMain } from 'electron';\nexport const x = ipcMain;", 'ipc/serve.ts'],
    ['any', 'src-main/a.ts', 'export const x = (y: any): unknown => y;', 'no-explicit-any'],
    [
      'a promise nobody waits for',
      'src-main/a.ts',
      'export function x(): void {\n  Promise.resolve(1).then(() => 2);\n}',
      'no-floating-promises',
    ],
  ])('%s is caught', (_what, file, content, message) => {
    const { code, output } = lintOf({ [file]: `${content}\n` });
    expect(output).toContain(message);
    expect(code).toBe(1);
  });
});
