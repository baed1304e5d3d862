// The dev loop behind `npm run dev`: the page from Vite's dev server, main rebuilt and both windows reopened when it changes.
// The first time, the two devices are made one household: Anna starts a kitchen with photos and a cost, Ben joins by her code.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createBuilder, createServer } from 'vite';

import { launch } from '../test/support/launch.ts';
import { personAt } from '../test/support/person.ts';
import { freePort } from './run/server.mjs';

const folder = process.env.PLUMBLINE_DEV_FOLDER;
const serverUrl = process.env.PLUMBLINE_SERVER_URL;
const seeded = path.join(folder, 'seeded');
const password = 'plumb line level square';
const journey = 'Kitchen renovation';

const port = await freePort();
const vite = await createServer({
  mode: 'development',
  // The page's own address is app://plumbline, where no socket can be: it is told where the dev server listens.
  server: { port, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: port } },
});
await vite.listen();
const pageUrl = `http://localhost:${port}/`;
const builder = await createBuilder({ mode: 'development', logLevel: 'warn' });

let windows = await openBoth();
if (!existsSync(seeded)) await seed(windows).catch(seedFailed);
console.log(`ready: page ${pageUrl}, server ${serverUrl}, devices ${folder}/anna and ${folder}/ben (Ctrl-C ends it)`);

let reopening = Promise.resolve();
vite.watcher.add('src-main');
vite.watcher.on('change', (file) => {
  if (path.relative('.', file).startsWith('src-main'))
    reopening = reopening.then(reopen).catch((problem) => console.error(problem));
});

/** Builds main and its preload, then opens Anna's and Ben's window. */
async function openBoth() {
  await builder.build(builder.environments.main);
  await builder.build(builder.environments.preload);
  return { anna: await open('anna'), ben: await open('ben') };
}

async function open(name) {
  const device = path.join(folder, name);
  const isNew = !existsSync(device);
  mkdirSync(device, { recursive: true });
  const protection = isNew ? 'none' : 'ask'; // what an old device chose stays
  const opened = await launch({
    userData: device,
    protection,
    env: { VITE_DEV_SERVER_URL: pageUrl, PLUMBLINE_SERVER_URL: serverUrl },
  });
  opened.app.once('close', () => void closed(opened));
  return opened;
}

let changing = false;
async function reopen() {
  changing = true;
  await Promise.all(Object.values(windows).map(({ close }) => close()));
  windows = await openBoth();
  changing = false;
}

/** Once a person has closed both windows there is nothing left to develop. */
const gone = new Set();
async function closed(opened) {
  if (changing) return;
  gone.add(opened);
  if (gone.size === 2) process.exit(0);
}

/** Two empty windows are still worth working in, so a seed that stumbles is told and does not end them. */
async function seedFailed(problem) {
  mkdirSync('out', { recursive: true });
  for (const [name, { page }] of Object.entries(windows)) await page.screenshot({ path: `out/dev-seed-${name}.png` });
  console.error(`The sample household is not complete (pictures in out/dev-seed-*.png): ${problem.message}`);
}

async function seed({ anna, ben }) {
  const [first, second] = [personAt(anna.page), personAt(ben.page)];
  // Not the sample kitchen: what is only looked round in is never sent.
  await first.startJourney({ name: journey, template: journey, budget: '18,500' });
  await first.openTab('Money');
  await first.addCost({ amount: '1,250.00', description: 'Deposit for the cabinets' });
  await first.openTab('Photos');
  await first.addFiles('Add photos', samplePhotos());
  await first.signUp(serverUrl, { name: 'Anna', email: 'anna@plumbline.example', password });
  // A space can be shared once the server has taken it in.
  await first.allSent();
  await first.goTo(journey);
  const code = await first.invite('family');
  await second.join(serverUrl, { code, account: { name: 'Ben', email: 'ben@plumbline.example', password } });
  await second.goTo(journey);
  for (const person of [first, second]) await person.openTab('Photos');
  await second.allSent();
  writeFileSync(seeded, 'Remove the folder above to begin anew.\n');
}

function samplePhotos() {
  const photos = 'src-renderer/public/sample';
  return readdirSync(photos)
    .filter((name) => name.endsWith('.jpg'))
    .toSorted()
    .slice(0, 3)
    .map((name) => path.join(photos, name));
}
