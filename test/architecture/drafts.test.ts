// Nothing that is being typed lives in a component's memory alone: a panel that closes, a reload or a kill would take it along.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

/** What a person types into: fields of the kit, and our own that are handed what they show. */
const FIELD =
  /<(?:input|textarea|TextInput|Textarea|NumberInput|PasswordInput|Autocomplete|TagsInput|FindField|LineFields|MentionField)(?=[\s/>])/gu;
/** Kinds of `<input>` into which nothing is typed. */
const NOT_TYPED = /type="(?:file|range|checkbox|radio)"/u;

/** Typed text that is lost with the window on purpose, by file, with the reason. */
const LOST: Readonly<Record<string, string>> = {
  'app/Palette.tsx': 'words to look for a place, not words to keep',
  'features/account/JoinDialog.tsx': 'the code of an invitation lets in whoever has it',
  'features/protect/ChooseProtection.tsx': 'a passphrase',
  'features/protect/Unlock.tsx': 'a passphrase or a recovery code',
  'features/steps/calendar/Subscriptions.tsx': 'an address to copy: read only, and a secret',
};

/** A tag from its `<` to its `>`, past those within braces. */
const tagAt = (source: string, from: number): string => {
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === '{') depth += 1;
    else if (source[at] === '}') depth -= 1;
    else if (source[at] === '>' && depth === 0) return source.slice(from, at + 1);
  }
  throw new Error('a tag without end');
};

const fieldsIn = (source: string): readonly string[] =>
  [...source.matchAll(FIELD)].map(({ index }) => tagAt(source, index)).filter((tag) => !NOT_TYPED.test(tag));

/** The fields whose text is a component's own state, or is left to the page. */
const lostIn = (source: string): readonly string[] => {
  const states = new Set([...source.matchAll(/const \[(\w+),[^\]]*\] = useState\b/gu)].map(([, name]) => name));
  return fieldsIn(source).filter((field) => {
    const shown = /\bvalue=\{([^}]*)/u.exec(field)?.[1] ?? '';
    const names = [...shown.matchAll(/(?<![.\w])\w+/gu)].map(([name]) => name);
    return /\bdefaultValue=/u.test(field) || names.some((name) => states.has(name));
  });
};

it('a field that keeps what is typed in the memory of its component is found', () => {
  const state = "const [typed, setTyped] = useState('');";
  const field = '<TextInput label={t("a")} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />';
  expect(lostIn(`${state} ${field}`)).toHaveLength(1);
  expect(lostIn(`const [form, setForm] = useState({ a: '' }); <Textarea value={form.a ?? ''} />`)).toHaveLength(1);
  expect(lostIn(`<NumberInput defaultValue={days} />`)).toHaveLength(1);
  expect(lostIn(`${state} ${field.replace('value={typed}', 'value={draft.value}')}`)).toEqual([]);
  expect(lostIn(`${state} ${field.replace('value={typed}', 'value={draft.typed}')}`)).toEqual([]);
  expect(lostIn(`${state} <input type="file" value={typed} />`)).toEqual([]);
});

it('every text field keeps what is typed as a draft, or stands here with the reason why not', () => {
  const files = globSync('src-renderer/**/*.tsx', { cwd: root }).map((file) => path.relative('src-renderer', file));
  const source = (file: string): string => readFileSync(path.join(root, 'src-renderer', file), 'utf8');
  expect(files.flatMap((file) => fieldsIn(source(file))).length).toBeGreaterThan(80);
  const lost = files.filter((file) => lostIn(source(file)).length > 0);
  expect(lost.filter((file) => !(file in LOST))).toEqual([]);
  // A reason without its file is out of date.
  expect(Object.keys(LOST).filter((file) => !lost.includes(file))).toEqual([]);
});
