// Checks the words of the window: each one used is in the catalogue, each in the catalogue is used, none is written in TSX.
// usage: node scripts/check-words.mjs [FOLDER OF A CHECKOUT]
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

import { filesBelow, report, rootOf, sourcesIn } from './sources.mjs';

const root = rootOf(process.argv[2]);
const catalogueFolder = path.join(root, 'src-renderer/i18n/en');
/** Attributes that a person sees or hears. */
const spoken = new Set([
  'label',
  'title',
  'placeholder',
  'description',
  'alt',
  'aria-label',
  'aria-description',
  'error',
  'tooltip',
]);

const catalogue = readCatalogue();
// The sentences of protocol/failures.ts are the namespace `failures`; most are asked for by a code that only runs know.
const sayable = [...catalogue, ...failureWords()];
const files = sourcesIn(root, ['src-renderer', 'domain', 'protocol']);
const used = files.map((file) => wordsOf(file));

const exact = new Set(used.flatMap(({ literals }) => literals));
const starts = used.flatMap(({ prefixes }) => prefixes);
const keys = new Set(sayable.map(({ key }) => key));

report(
  [
    ...used.flatMap(({ file, asked }) =>
      asked
        .filter(({ key, spaces }) => !known(key, spaces))
        .map(({ key }) => `${file} asks for "${key}", which no catalogue has`),
    ),
    ...catalogue
      .filter((word) => !isUsed(word))
      .map(({ space, full }) => `i18n/en/${space}.json: "${full}" is never used`),
    ...catalogue
      .filter(({ text }) => text.trim() === '')
      .map(({ space, full }) => `i18n/en/${space}.json: "${full}" is empty: the window would show its name instead`),
    ...used.flatMap(({ file, literal }) =>
      literal.map((text) => `${file} says "${text}": words belong into src-renderer/i18n/en`),
    ),
  ],
  `${catalogue.length} words, ${files.length} files`,
);

/** One entry a word: its namespace, its dotted key as written, and the key as code asks for it (without plural or context). */
function readCatalogue() {
  return filesBelow(catalogueFolder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const space = path.basename(file, '.json');
      const words = flatten(JSON.parse(readFileSync(file, 'utf8')));
      return words.map(([full, text]) => ({
        space,
        full,
        text,
        key: full.replace(/_(zero|one|two|few|many|other)$/, ''),
      }));
    });
}

function failureWords() {
  const file = path.join(root, 'protocol/failures.ts');
  if (!existsSync(file)) return [];
  const codes = [...readFileSync(file, 'utf8').matchAll(/^ {2}(\w+): \{/gm)].map(([, code]) => code);
  return codes.flatMap((code) => ['sentence', 'remedy'].map((part) => ({ space: 'failures', key: `${code}.${part}` })));
}

function flatten(words, before = '') {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'object' ? flatten(value, `${before}${name}.`) : [[`${before}${name}`, value]],
  );
}

/** What one source file says about words. */
function wordsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found = { file, spaces: [], asked: [], literals: [], prefixes: [], literal: [] };
  visit(source, found);
  found.asked = found.asked.map((key) => ({ key, spaces: found.spaces }));
  return found;
}

function visit(node, found) {
  if (ts.isStringLiteralLike(node)) found.literals.push(node.text);
  if (ts.isTemplateExpression(node) && node.head.text.includes('.')) found.prefixes.push(node.head.text);
  if (ts.isCallExpression(node)) noteCall(node, found);
  if (ts.isJsxText(node) && hasWords(node.text)) found.literal.push(node.text.trim());
  if (
    ts.isJsxAttribute(node) &&
    spoken.has(node.name.getText()) &&
    node.initializer &&
    ts.isStringLiteral(node.initializer)
  ) {
    if (hasWords(node.initializer.text)) found.literal.push(node.initializer.text);
  }
  ts.forEachChild(node, (child) => visit(child, found));
}

function noteCall({ expression, arguments: [first] }, found) {
  const name = expression.getText().split('.').at(-1);
  if (name === 'useTranslation' && first) {
    const named = ts.isArrayLiteralExpression(first) ? first.elements : [first];
    found.spaces.push(...named.filter((each) => ts.isStringLiteralLike(each)).map((each) => each.text));
  }
  if (name === 't' && first && ts.isStringLiteralLike(first)) found.asked.push(first.text);
}

/** A key is known if a namespace that the file uses, or that the key itself names, has it. */
function known(key, spaces) {
  const [space, rest] = key.includes(':') ? key.split(':') : [null, key];
  return (
    sayable.some(
      (word) =>
        word.key === rest &&
        (space === null ? spaces.length === 0 || spaces.includes(word.space) : word.space === space),
    ) ||
    (space === null && spaces.length > 1 && keys.has(rest))
  );
}

/** A word is used if its key stands somewhere as a whole, with or without namespace, or a template begins it. */
function isUsed({ space, key, full }) {
  const forms = [key, full, `${space}:${key}`, `${space}.${key}`, key.split('.').slice(1).join('.')];
  if (forms.some((form) => form !== '' && exact.has(form))) return true;
  return starts.some((start) => forms.some((form) => form.startsWith(start)));
}

/** Letters that make a word; one letter alone, units and symbols are not. */
function hasWords(text) {
  return /\p{L}{2,}/u.test(text.replaceAll(/&\w+;/g, ''));
}
