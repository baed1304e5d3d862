// What is wrong with a device after a kill: what its window had shown and is gone (lost), and what is there by halves (torn).
import type { Person } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';
import { blobFolder, type Device } from './device.ts';
import { previewsHere, wholeOriginals } from './media-here.ts';
import { leftovers } from './disk.ts';
import { tornRecords } from './torn-records.ts';

export interface Findings {
  readonly lost: readonly string[];
  readonly torn: readonly string[];
}

/** Ask once the window shows the journey's steps, and before anything new is done. */
export const findings = async (person: Person, device: Device): Promise<Findings> =>
  device.protection === 'none' ? fromBelow(person, device) : fromTheWindow(person, device);

const fromBelow = async ({ page }: Person, device: Device): Promise<Findings> => {
  const rows = await rawRecords(page);
  const standing = rows.filter(({ _deleted }) => !_deleted);
  const steps = standing.filter(({ type }) => type === 'step').map(({ body }) => String(body['name']));
  const photos = standing.filter(({ type }) => type === 'photo');
  const shas = [...new Set(photos.map(({ body }) => String(body['sha'])))];
  const whole = await wholeOriginals(page, shas);
  const previews = await previewsHere(page);
  const shaByName = new Map(photos.map(({ body }) => [String(body['name']), String(body['sha'])]));

  const lost = [
    ...[...device.steps].filter((name) => !steps.includes(name)).map((name) => `step "${name}"`),
    ...[...device.photos.values()]
      .filter(({ name, sha }) => shaByName.get(name) !== sha)
      .map(({ name }) => `photo ${name}`),
  ];
  const torn = [
    ...shas.filter((sha) => !whole.has(sha)).map((sha) => `photo ${nameOf(sha, shaByName)} without its whole original`),
    ...shas.filter((sha) => !previews.has(sha)).map((sha) => `photo ${nameOf(sha, shaByName)} without a preview`),
    ...twice(steps).map((name) => `step "${name}" twice`),
    ...twice(photos.map(({ body }) => String(body['name']))).map((name) => `photo ${name} twice`),
    ...tornRecords(standing),
    ...leftovers(blobFolder(device)),
  ];
  return { lost, torn };
};

/** What is sealed can't be read from below: steps as listed, originals as main serves them, photos as the grid counts them. */
const fromTheWindow = async (person: Person, device: Device): Promise<Findings> => {
  const { page, openTab } = person;
  const names = await page
    .getByRole('list', { name: 'Steps' })
    .getByRole('button', { name: /^Open / })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')?.slice('Open '.length) ?? ''));
  const whole = await wholeOriginals(
    page,
    [...device.photos.values()].map(({ sha }) => sha),
  );
  const shown = await photosShown(person, device.photos.size);
  await openTab('Steps');
  return {
    lost: [
      ...[...device.steps].filter((name) => !names.includes(name)).map((name) => `step "${name}"`),
      ...(shown < device.photos.size ? [`${device.photos.size - shown} photos of the grid`] : []),
    ],
    torn: [
      ...[...device.photos.values()]
        .filter(({ sha }) => !whole.has(sha))
        .map(({ name }) => `photo ${name} without its whole original`),
      ...twice(names).map((name) => `step "${name}" twice`),
      ...leftovers(blobFolder(device)),
    ],
  };
};

/** How many photos the tab says there are, in the heads of its groups. */
const photosShown = async ({ page, openTab }: Person, atLeast: number): Promise<number> => {
  await openTab('Photos');
  if (atLeast === 0) return 0;
  const heads = page.getByRole('list', { name: 'Photos' }).locator('.pl-number');
  await heads
    .first()
    .waitFor({ timeout: 15_000 })
    .catch(() => undefined);
  return (await heads.allInnerTexts()).reduce((sum, text) => sum + Number(text), 0);
};

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

const nameOf = (sha: string, shaByName: ReadonlyMap<string, string>): string =>
  [...shaByName].find(([, other]) => other === sha)?.[0] ?? sha;
