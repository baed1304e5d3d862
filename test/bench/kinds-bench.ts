// `bench kinds`: named pictures through the window; of which kind each is told to be, which things and which room, and how often that is right.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import { PHOTO_KINDS, type PhotoKind } from '../../domain/pictures/photo-kind.ts';
import { seenStanding, type SeenStanding } from '../../domain/pictures/seen.ts';
import { reading } from '../../domain/records/media.ts';
import { launch } from '../support/launch.ts';
import { personAt } from '../support/person.ts';
import { rawRecords } from '../support/raw-records.ts';
import { tell } from './figures.ts';
import { REAL_ROOMS, SAMPLE_ROOMS, type RoomTruth } from './room-truth.ts';
import type { Sizes } from './sizes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const MINUTES_MS = 60_000;

interface Named {
  readonly file: string;
  readonly kind: PhotoKind;
}

export const benchKinds = async ({ kinds: most }: Sizes, folder: string): Promise<void> => {
  const ours = [...ofTheSample(), ...ofFixtures(), ...(await drawn(path.join(folder, 'drawn')))].slice(0, most);
  const rooms = realRooms(path.join(folder, 'rooms')).slice(0, most);
  const pictures = [...ours, ...rooms];
  const { page, close } = await launch({ userData: path.join(folder, 'device') });
  try {
    page.setDefaultTimeout(10 * MINUTES_MS);
    const person = personAt(page);
    await person.startJourney({ name: 'Kitchen' });
    await person.openTab('Photos');
    await person.addFiles(
      'Add photos',
      pictures.map(({ file }) => file),
    );
    const said = await whenAllSeen(page, pictures.length);
    const told = ours.map(({ file, kind }) => ({
      name: path.basename(file),
      kind,
      said: said.get(path.basename(file))?.kind,
    }));
    for (const { name, kind, said: one } of told)
      console.log(`  ${name}: ${one === kind ? kind : `${String(one).toUpperCase()} is ${kind}`}`);
    for (const kind of PHOTO_KINDS) {
      const claimed = told.filter((one) => one.said === kind);
      const right = claimed.filter((one) => one.kind === kind).length;
      const there = told.filter((one) => one.kind === kind).length;
      console.log(`  ${kind}: said of ${claimed.length}, right ${right}, there are ${there}`);
    }
    tell('kinds.right', told.filter(({ kind, said: one }) => one === kind).length, `of_${told.length}`);
    tellRooms('', SAMPLE_ROOMS, said);
    if (rooms.length > 0) {
      const asRooms = rooms.filter(({ file }) => said.get(path.basename(file))?.kind === 'room').length;
      tell('kinds.right_real', asRooms, `of_${rooms.length}`);
      tellRooms(
        '_real',
        REAL_ROOMS.map((truth) => ({ ...truth, file: nameOf(truth) })),
        said,
      );
    }
  } finally {
    await close();
  }
};

/** Under a name that says where it is from: what is called kitchen.jpg is there often. */
const nameOf = ({ file }: RoomTruth): string => file.replaceAll('/', '~');

const realRooms = (folder: string): readonly Named[] => {
  const from = process.env['PLUMBLINE_ROOMS'];
  const there = REAL_ROOMS.filter(({ file }) => from !== undefined && existsSync(path.join(from, file)));
  if (from === undefined || there.length < REAL_ROOMS.length)
    console.log(
      `  ${REAL_ROOMS.length - there.length} of ${REAL_ROOMS.length} photos of real rooms are left out: PLUMBLINE_ROOMS names no folder that has them (test/bench/room-truth.ts)`,
    );
  mkdirSync(folder, { recursive: true });
  return there.map((truth) => {
    const file = path.join(folder, nameOf(truth));
    copyFileSync(path.join(from ?? '', truth.file), file);
    return { file, kind: 'room' };
  });
};

/** Things: of those told how many are there, and of those there how many are told. Rooms: right, told wrongly, not told. */
const tellRooms = (suffix: string, truths: readonly RoomTruth[], said: ReadonlyMap<string, SeenStanding>): void => {
  const seen = truths.flatMap((truth) => {
    const one = said.get(truth.file);
    return one === undefined ? [] : [{ truth, things: one.objects.map(({ is }) => is), room: one.roomKind }];
  });
  for (const { truth, things, room } of seen) {
    const marked = things.map((is) => (truth.objects.includes(is) ? is : is.toUpperCase()));
    const right = room === truth.room ? '' : `, is ${truth.room ?? 'none of these'}`;
    console.log(`  ${truth.file}: ${room ?? 'not told'}${right}; ${marked.join(' ')}`);
  }
  const count = (of: (one: (typeof seen)[number]) => number): number => seen.reduce((sum, one) => sum + of(one), 0);
  const told = count(({ things }) => things.length);
  const right = count(({ things, truth }) => things.filter((is) => truth.objects.includes(is)).length);
  const there = count(({ truth }) => truth.objects.length);
  tell(`kinds.objects_precision${suffix}`, told === 0 ? 0 : (100 * right) / told, `percent_of_${told}`);
  tell(`kinds.objects_found${suffix}`, there === 0 ? 0 : (100 * right) / there, `percent_of_${there}`);
  tell(`kinds.rooms_right${suffix}`, seen.filter(({ truth, room }) => room === truth.room).length, `of_${seen.length}`);
  tell(
    `kinds.rooms_wrong${suffix}`,
    seen.filter(({ truth, room }) => room !== null && room !== truth.room).length,
    `of_${seen.length}`,
  );
};

/** The sample journey's own art: eleven views of a kitchen, one of them a type plate, and three receipts as photographed. */
const ofTheSample = (): readonly Named[] => {
  const folder = path.join(root, 'src-renderer/public/sample');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jpg'))
    .toSorted()
    .map((name) => ({
      file: path.join(folder, name),
      kind: name.startsWith('receipt') ? 'receipt' : name.includes('plate') ? 'label' : 'room',
    }));
};

/** Receipts made for the tests. */
const ofFixtures = (): readonly Named[] => {
  const folder = path.join(root, 'test/fixtures/receipts');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jpg'))
    .toSorted()
    .map((name) => ({ file: path.join(folder, name), kind: 'receipt' }));
};

/** Plans, plates, screens and letters, drawn here and then made as rough as a camera makes them, but for the screens. */
const drawn = async (folder: string): Promise<readonly Named[]> => {
  mkdirSync(folder, { recursive: true });
  const made: Named[] = [];
  for (const [kind, pages] of Object.entries(PAGES)) {
    for (const [n, { width, height, svg }] of pages.entries()) {
      const isScreen = kind === 'screenshot';
      const file = path.join(folder, `${kind}-${n + 1}.${isScreen ? 'png' : 'jpg'}`);
      const picture = sharp(
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif">${svg}</svg>`,
        ),
      );
      if (isScreen) await picture.png().toFile(file.replace('screenshot', 'IMG_9'));
      else await picture.blur(0.6).modulate({ brightness: 0.94 }).jpeg({ quality: 80 }).toFile(file);
      made.push({
        file: isScreen ? file.replace('screenshot', 'IMG_9') : file,
        kind: PHOTO_KINDS.find((known) => known === kind) ?? 'other',
      });
    }
  }
  return made;
};

interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

const lines = (
  texts: readonly string[],
  { x, y, size, step }: { x: number; y: number; size: number; step: number },
): string => texts.map((text, n) => `<text x="${x}" y="${y + n * step}" font-size="${size}">${text}</text>`).join('');

const plan = (rooms: readonly string[], scale: string): DrawnPage => ({
  width: 2_000,
  height: 1_500,
  svg: `<rect width="2000" height="1500" fill="#fbfbf8"/>${rooms
    .map(
      (room, n) =>
        `<rect x="${150 + n * 560}" y="200" width="560" height="900" fill="none" stroke="#222" stroke-width="8"/><text x="${250 + n * 560}" y="640" font-size="54">${room}</text><path d="M${300 + n * 560} 1100 a160 160 0 0 1 160 -160" fill="none" stroke="#222" stroke-width="3"/>`,
    )
    .join('')}<text x="150" y="1380" font-size="48">${scale}</text>`,
});

const plate = (texts: readonly string[]): DrawnPage => ({
  width: 1_600,
  height: 1_000,
  svg: `<rect width="1600" height="1000" fill="#77797d"/><rect x="160" y="120" width="1280" height="760" rx="24" fill="#c9cbce"/>${lines(texts, { x: 240, y: 260, size: 60, step: 110 })}`,
});

const screen = (title: string): DrawnPage => ({
  width: 1_920,
  height: 1_080,
  svg: `<rect width="1920" height="1080" fill="#ffffff"/><rect width="1920" height="72" fill="#20304a"/><rect y="72" width="320" height="1008" fill="#eef1f5"/>${lines([title, 'Overview', 'Orders and invoices', 'Messages from the shop', 'Delivery is planned for Thursday morning'], { x: 380, y: 180, size: 36, step: 90 })}`,
});

const letter = (words: string): DrawnPage => ({
  width: 1_500,
  height: 2_100,
  svg: `<rect width="1500" height="2100" fill="#fdfdfb"/>${lines(
    Array.from({ length: 22 }, () => words),
    { x: 160, y: 240, size: 38, step: 72 },
  )}`,
});

const PAGES: Readonly<Partial<Record<PhotoKind, readonly DrawnPage[]>>> = {
  plan: [
    plan(['Kitchen', 'Hall', 'Bath'], 'Ground floor, scale 1:50'),
    plan(['Wohnen', 'Flur', 'Bad'], 'Grundriss EG M 1:100'),
    plan(['Salon', 'Cuisine'], 'Plan de masse 1:200'),
  ],
  label: [
    plate(['Model VX-200', '230 V  50 Hz  2.1 kW', 'Serial 4711-0815', 'Made in Germany']),
    plate(['Type KGN 39', 'E-Nr KGN39VI45/01', '220 V 100 W', 'FD 9905 00221']),
    plate(['SILK MATT 5 l', 'RAL 9010 Batch 20431', 'Art. No 88-104', 'Made in Denmark']),
  ],
  screenshot: [
    screen('Bathroom tiles, order 20931'),
    screen('Your quote is ready to download'),
    screen('Weather for the weekend'),
  ],
  other: [
    letter('We confirm that work at your house begins on Monday and ends in two weeks.'),
    letter('Please keep the hall free so that we can bring the boxes in on that morning.'),
  ],
};

const photoName = z.object({ name: z.string() });

const whenAllSeen = async (page: Page, count: number): Promise<ReadonlyMap<string, SeenStanding>> => {
  const until = Date.now() + 20 * MINUTES_MS;
  for (;;) {
    const records = await rawRecords(page);
    const nameByKey = new Map(
      records.filter(({ type }) => type === 'photo').map(({ key, body }) => [key, photoName.parse(body).name]),
    );
    const seen = records
      .filter(({ type }) => type === 'reading')
      .flatMap(({ parent, body }) => {
        const standing = seenStanding(reading.body.parse(body));
        return standing === null ? [] : [[nameByKey.get(parent) ?? '', standing] as const];
      });
    if (seen.length >= count) return new Map(seen);
    if (Date.now() > until) throw new Error(`${seen.length} of ${count} pictures were looked at`);
    await page.waitForTimeout(1_000);
  }
};
