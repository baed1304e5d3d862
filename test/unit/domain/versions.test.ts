// Versions of a document: the newest is listed, the others stand behind it, and nothing is ever hidden by a circle.
import { expect, test } from 'vitest';
import { newestOf, versionsBefore } from '../../../domain/documents/versions.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { aJourney } from '../../support/a-journey.ts';
import { JOURNEY } from '../../support/records.ts';

const aWorld = () => {
  const world = aJourney();
  const add = (title: string): string => {
    const file = { sha: 'b'.repeat(64), bytes: 10, mime: 'application/pdf', name: `${title}.pdf`, title, pages: 1 };
    const [key = ''] = world.done('document.add', {
      space: privateSpace(JOURNEY),
      journey: JOURNEY,
      parent: '',
      ...file,
    }).keys;
    return key;
  };
  const titles = () => newestOf(world.all('document')).map(({ body }) => body.title);
  return { world, add, titles };
};

test('the newest is listed, those before it are found from it', () => {
  const { world, add, titles } = aWorld();
  const [first, second, third] = [add('one'), add('two'), add('three')];
  world.done('document.replace', { key: second, of: first });
  world.done('document.replace', { key: third, of: second });
  expect(titles()).toEqual(['three']);
  const versions = versionsBefore(world.one('document', third), world.all('document'));
  expect(versions.map(({ body }) => body.title)).toEqual(['two', 'one']);
});

test('an older one does not become the newer of its own successor; two devices that did so hide nothing', () => {
  const { world, add, titles } = aWorld();
  const [first, second] = [add('one'), add('two')];
  world.done('document.replace', { key: second, of: first });
  expect(world.run('document.replace', { key: first, of: second })).toMatchObject({ error: { type: 'NotAllowed' } });
  expect(world.run('document.replace', { key: first, of: first })).toMatchObject({ error: { type: 'NotAllowed' } });
  const older = world.one('document', first);
  world.records.set(first, { ...older, body: { ...older.body, replaces: second } });
  expect(titles()).toEqual(['one', 'two']);
  // Nor does one that names itself vanish.
  world.records.set(first, { ...older, body: { ...older.body, replaces: first } });
  expect(titles()).toEqual(['one', 'two']);
});
