// A link of a page leads to a file that is there: one that is moved takes its links along.
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const pages = ['README.md', ...globSync('{docs,protocol,deploy,test}/**/*.md', { cwd: root })];

/** `](target)`, without what stands behind `#`; addresses of the web and places on the same page are none. */
const LINK = /\]\((?!\w+:|#)([^)#\s]+)[^)]*\)/g;

const deadLinks = (page: string, text: string): readonly string[] =>
  [...text.matchAll(LINK)].flatMap(([, to = '']) =>
    existsSync(path.join(root, path.dirname(page), to)) ? [] : `${page} -> ${to}`,
  );

test('every link within the docs leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.flatMap((page) => deadLinks(page, readFileSync(path.join(root, page), 'utf8')))).toEqual([]);
});

test('one that is planted and leads nowhere is found', () => {
  const text = '[there](money.md#rules), [web](https://example.org/x.md), [here](#below), [gone](../domain/gone.ts)';
  expect(deadLinks('docs/page.md', text)).toEqual(['docs/page.md -> ../domain/gone.ts']);
});
