// deploy/Dockerfile by the rules that linters of such files have: what is built from, who it runs as, what is left out.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** One entry a line, continued lines joined, comments left out. */
const instructions: readonly Instruction[] = read('deploy/Dockerfile')
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const [word = '', ...rest] = line.split(' ');
    return { word, rest: rest.join(' ') };
  });
const begins = instructions.flatMap(({ word }, index) => (word === 'FROM' ? [index] : []));
const stages = begins.map((from, index) => instructions.slice(from, begins[index + 1]));
const last = stages.at(-1) ?? [];
const all = (word: string, among = instructions): readonly string[] =>
  among.filter((each) => each.word === word).map(({ rest }) => rest);

test('it builds in stages from the Node that the project pins, by version', () => {
  const pinned = /"node": "(\d+)\./.exec(read('package.json'))?.[1] ?? '';
  expect(stages).toHaveLength(3);
  for (const from of all('FROM'))
    expect(from).toMatch(new RegExp(String.raw`^node:${pinned}-[a-z]+-slim( AS [a-z]+)?$`));
});

test('the last stage has only what was built and the server’s own packages, and runs as nobody special', () => {
  expect(all('COPY', last).filter((copy) => !copy.startsWith('--from='))).toEqual([]);
  expect(all('USER', last)).toEqual(['node']);
  const after = last.slice(last.findIndex(({ word }) => word === 'USER'));
  expect(all('RUN', after)).toEqual([]);
  expect(all('ADD')).toEqual([]);
  expect(all('RUN').some((run) => /npm install --omit=dev/.test(run))).toBe(true);
});

test('it says whether it is well, takes a signal to end, and knows no secret', () => {
  const [health = ''] = all('HEALTHCHECK', last);
  expect(health).toMatch(/--interval=\d+s --timeout=\d+s/);
  expect(health).toContain('/health');
  // Without a shell in between, which would keep SIGTERM to itself.
  const [command = ''] = all('CMD', last);
  // As the commands of this checkout start it.
  const args: unknown[] = [JSON.parse(read('sync-server/node-args.json'))].flat();
  expect(JSON.parse(command)).toEqual(['node', ...args, 'dist/sync-server/server.js']);
  expect(JSON.parse(health.slice(health.indexOf('['))).slice(0, 2)).toEqual(['node', '-e']);
  for (const named of [...all('ENV'), ...all('ARG')])
    expect(named).not.toMatch(/PASSWORD|SECRET|TOKEN|COUCHDB_URL|REDIS_URL/);
});

test('what must not be in an image is not even sent to the build', () => {
  const left = read('deploy/Dockerfile.dockerignore').split('\n');
  expect(left).toEqual(expect.arrayContaining(['.git', 'node_modules', '.plumbline', 'deploy/.env']));
});
