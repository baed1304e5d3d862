// The main job without hands: one server, three real windows. Offline capture of receipts with reading, then connect, converge,
// check that the contractor holds nothing private, and write the PDF. Each stage prints its time; anything missing throws.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { reading } from '../../domain/records/media.ts';
import { privateSpace } from '../../domain/spaces/space.ts';
import { launch, type Launched } from '../support/launch.ts';
import { personAt, type NewAccount, type Person } from '../support/person.ts';
import { everythingAtRest, rawRecords, type RawRecord } from '../support/raw-records.ts';
import { startRealServer, type RealServer } from '../support/real-server.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(root, 'out/demo');
const RECEIPTS = 12;
const PASSWORD = 'a long kitchen passphrase';
const accountOf = (name: string): NewAccount => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: PASSWORD,
});

interface Receipt {
  readonly file: string;
  readonly total: number;
}

const receiptTruth = z.object({ total: z.string() });

/** Real scans where they are at hand, the project's own where not. */
const receiptsToRead = (): readonly Receipt[] => {
  const chosen = process.env['PLUMBLINE_RECEIPTS'] ?? path.join(root, '../shared/data/receipts');
  const folder = existsSync(chosen) ? chosen : path.join(root, 'test/fixtures/receipts');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jpg'))
    .toSorted()
    .slice(0, RECEIPTS);
  if (names.length < RECEIPTS) throw new Error(`${folder} holds ${names.length} receipts, ${RECEIPTS} are needed`);
  console.log(`receipts from ${path.relative(root, folder)}`);
  return names.map((name) => {
    const truth = receiptTruth.parse(
      JSON.parse(readFileSync(path.join(folder, name.replace('.jpg', '.key.json')), 'utf8')),
    );
    return {
      file: path.join(folder, name),
      total: Math.round(Number.parseFloat(truth.total.replace(/[^\d.]/g, '')) * 100),
    };
  });
};

const begun = Date.now();
let last = begun;
const stage = (text: string): void => {
  const now = Date.now();
  console.log(`[${((now - begun) / 1000).toFixed(1).padStart(6)} s, +${((now - last) / 1000).toFixed(1)} s] ${text}`);
  last = now;
};

const until = async <T>(what: string, look: () => Promise<T | null>, seconds = 120): Promise<T> => {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

const ofType = (rows: readonly RawRecord[], type: string): readonly RawRecord[] =>
  rows.filter((row) => row.type === type && !row._deleted);
const shot = (person: Person, name: string): Promise<unknown> =>
  person.page.screenshot({ path: path.join(out, `${name}.png`) });

export const playMainJob = async (): Promise<void> => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const receipts = receiptsToRead();
  const devices: Launched[] = [];
  let server: RealServer | null = null;
  try {
    const saves = { PLUMBLINE_SAVE_DIR: out };
    const open = async (): Promise<Person> => {
      const device = await launch({ env: saves });
      devices.push(device);
      return personAt(device.page);
    };

    const anna = await open();
    stage("the owner's window is open, with no server in the world");
    await anna.startJourney({ name: 'Kitchen renovation', template: 'Kitchen renovation', budget: '18,500' });
    await anna.openTab('Money');
    await anna.addCost({ amount: '1,250.00', description: 'Deposit for the cabinets' });
    stage('journey from a template, with a budget and a cost');
    await anna.openTab('Photos');
    await anna.addFiles(
      'Add photos',
      receipts.map(({ file }) => file),
    );
    await shot(anna, '1-photos');
    stage(`${receipts.length} receipts captured offline`);
    let shown = 0;
    const readings = await until(
      'all receipts read',
      async () => {
        const read = ofType(await rawRecords(anna.page), 'reading');
        if (read.length > shown) stage(`  ${read.length} of ${receipts.length} read`);
        shown = read.length;
        return read.length === receipts.length ? read : null;
      },
      300,
    );
    const totals = new Set(readings.map(({ body }) => reading.body.parse(body).guess?.total?.minor));
    const right = receipts.filter(({ total }) => totals.has(total)).length;
    stage(`read on the device: ${right} of ${receipts.length} totals to the cent`);
    if (right < receipts.length / 2) throw new Error('fewer than half of the totals were read');

    server = await startRealServer();
    await anna.signUp(server.url, accountOf('Anna'));
    await anna.allSent();
    stage('signed up; everything on the device was adopted and sent');
    await anna.goTo('Kitchen renovation');
    const familyCode = await anna.invite('family');
    const contractorCode = await anna.invite({ contractor: 'Miller Plumbing' });
    await shot(anna, '2-people');

    const ben = await open();
    await ben.join(server.url, { code: familyCode, account: accountOf('Ben') });
    await ben.goTo('Kitchen renovation');
    const miller = await open();
    await miller.join(server.url, { code: contractorCode, account: accountOf('Miller') });
    await miller.goTo('Kitchen renovation');
    stage('family and contractor joined by code');

    await ben.allSent();
    const journey = ofType(await rawRecords(anna.page), 'journey')[0]?.id ?? '';
    await until('both family devices hold the same', async () => {
      const [mine, theirs] = await Promise.all([spaceStates(anna, journey), spaceStates(ben, journey)]);
      return mine === theirs && mine.length > 0 ? true : null;
    });
    await until('every original on the second device', async () =>
      (await originalsHere(ben)) === receipts.length ? true : null,
    );
    await ben.openTab('Photos');
    await ben.page.getByRole('button', { name: /^Open/ }).first().waitFor();
    await shot(ben, '3-family');
    stage('converged: records equal, every original on both, hashes checked');

    await server.stop();
    await anna.openTab('Steps');
    await anna.openStep('Measure and photograph the room');
    await ben.openTab('Steps');
    stage('server gone');
    await server.start();
    await miller.openTab('Steps');
    await shot(miller, '4-contractor');
    await checkContractor(miller, journey);
    stage("the contractor's device holds no private record and no private word");

    await anna.page.getByRole('button', { name: 'Export PDF' }).click();
    const pdf = await until('the PDF', async () => readdirSync(out).find((name) => name.endsWith('.pdf')) ?? null, 60);
    if (!readFileSync(path.join(out, pdf)).subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw new Error(`${pdf} is no PDF`);
    await shot(anna, '5-owner');
    stage(`report written: out/demo/${pdf}`);
  } finally {
    for (const device of devices) await device.close().catch(() => undefined);
    await server?.end();
  }
};

/** Key and stamp of every record in the journey's shared and private spaces, as one text. */
const spaceStates = async ({ page }: Person, journey: string): Promise<string> => {
  const spaces = new Set([journey, privateSpace(journey)]);
  const rows = (await rawRecords(page)).filter(({ space, _deleted }) => spaces.has(space) && !_deleted);
  return rows
    .map(({ key, stamp }) => `${key} ${stamp}`)
    .toSorted()
    .join('\n');
};

/** How many photos' originals main serves, each hashed anew in the page. */
const originalsHere = async ({ page }: Person): Promise<number> => {
  const shas = ofType(await rawRecords(page), 'photo').map(({ body }) => String(body['sha']));
  return page.evaluate(async (all) => {
    let whole = 0;
    for (const sha of all) {
      const answer = await fetch(`plumbline-blob://${sha}`).catch(() => null);
      if (answer?.ok !== true) continue;
      const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
      if ([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('') === sha) whole += 1;
    }
    return whole;
  }, shas);
};

const checkContractor = async ({ page }: Person, journey: string): Promise<void> => {
  const rows = (await rawRecords(page)).filter((row) => row.journey === journey);
  if (ofType(rows, 'step').length === 0) throw new Error('the contractor received no step');
  const wrong = rows.filter(({ space }) => space === privateSpace(journey));
  if (wrong.length > 0) throw new Error(`the contractor holds ${wrong.length} private records`);
  const text = await everythingAtRest(page);
  for (const secret of [
    'Deposit for the cabinets',
    '125000',
    '1850000',
    `private_${journey.slice('journey_'.length)}|`,
  ]) {
    if (text.includes(secret)) throw new Error(`the contractor's device holds "${secret}"`);
  }
};
