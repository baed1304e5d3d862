// Makes every file under test/fixtures/files and test/fixtures/receipts: `node scripts/art/make-fixtures.mjs` (needs Chromium).
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { openPaper } from './browser.mjs';
import { jpegWithin, throughLens } from './camera.mjs';
import { fixturePage, heightOf, truthOf } from './fixture-receipt-page.mjs';
import { fixtureReceipts } from './fixture-receipts.mjs';
import { claimingPng, programBytes } from './odd-files.mjs';
import { pdfBytes, scannedPdf } from './pdf.mjs';

const root = path.join(import.meta.dirname, '../../test/fixtures');
const save = async (file, bytes) => {
  await writeFile(path.join(root, file), bytes);
  console.log(file, bytes.length);
};
const json = (value) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** Upright it is 300 wide, 400 high: red top left, green top right, blue bottom left, yellow bottom right. */
const quarters = `<style>body{width:300px;height:400px;position:relative;font:700 40px 'Liberation Sans';text-align:center}i{position:absolute;width:150px;height:200px}
 p{position:absolute;left:50px;width:200px;background:#fff;padding:10px 0}</style>
 <i style="left:0;top:0;background:#d02020"></i><i style="left:150px;top:0;background:#20a040"></i><i style="left:0;top:200px;background:#2040c0"></i><i style="left:150px;top:200px;background:#e0c020"></i>
 <p style="top:40px">TOP</p><p style="top:170px">ROOF 27</p>`;

/** Stored on its side as phones do (orientation 6: turn right to see it upright), taken at Alexanderplatz. */
const orientedPhoto = (upright) =>
  sharp(upright)
    .flatten()
    .rotate(270)
    .withExif({
      IFD0: { Make: 'Plumbline fixture', Model: 'Quarters', Orientation: '6' },
      IFD2: { DateTimeOriginal: '2026:03:10 16:41:05', OffsetTimeOriginal: '+01:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 31/1 1788/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 24/1 4716/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 85 })
    .toBuffer();

const scanHtml = `<style>body{width:900px;height:1273px;background:#fff;padding:90px;font:34px/1.6 'Liberation Serif';color:#222}</style>
 <h2>Handwritten note, scanned</h2><p>The boiler pressure should be 1.5 bar.<br>Shut-off valve is behind the washing machine.<br>Call the chimney sweep before September.</p>`;

const made = new Date('2026-03-01T08:00:00Z');

const makePictures = async (paper) => {
  const upright = await paper.draw(quarters, 300, 400);
  const photo = await orientedPhoto(upright);
  await save('files/photo-orientation-6.jpg', photo);
  await save('files/picture.png', await sharp(upright).flatten().png({ palette: true }).toBuffer());
  await save('files/picture.webp', await sharp(upright).flatten().webp({ quality: 80 }).toBuffer());
  await save('files/truncated.jpg', photo.subarray(0, Math.floor(photo.length * 0.45)));
};

const makePdfs = async (paper) => {
  const scan = await throughLens(
    await sharp(await paper.draw(scanHtml, 900, 1273))
      .rotate(0.6, { background: '#eee' })
      .resize(900, 1273, { fit: 'cover' })
      .toBuffer(),
    { grain: 4, rim: 0.05 },
  );
  const jpeg = await jpegWithin(scan, 70_000);
  const defaultStyle = { font: 'Roboto', fontSize: 12 };
  const text = [
    'Boiler manual, page 1',
    'Model HK-24 condensing boiler. Service every 12 months.',
    'Error code F28: no ignition. Check the gas tap and press reset once.',
  ];
  await save(
    'files/two-pages.pdf',
    await pdfBytes({
      pageSize: 'A4',
      defaultStyle,
      info: { title: 'Boiler manual', creationDate: made },
      content: [
        ...text.map((line) => ({ text: line, margin: [0, 0, 0, 12] })),
        { image: `data:image/jpeg;base64,${jpeg.toString('base64')}`, width: 515, pageBreak: 'before' },
      ],
    }),
  );
  await save('files/scan-only.pdf', await scannedPdf([jpeg], { info: { title: 'Scan', creationDate: made } }));
  await save(
    'files/locked.pdf',
    await pdfBytes({
      pageSize: 'A4',
      version: '1.7',
      userPassword: 'plumbline',
      ownerPassword: 'plumbline-owner',
      defaultStyle,
      info: { creationDate: made },
      content: ['This page opens with the password plumbline.'],
    }),
  );
  const whole = await pdfBytes({ pageSize: 'A4', defaultStyle, info: { creationDate: made }, content: text });
  await save('files/truncated.pdf', whole.subarray(0, Math.floor(whole.length / 2)));
};

const makeOddFiles = async () => {
  await save('files/empty.jpg', Buffer.alloc(0));
  await save('files/text.jpg', Buffer.from('This is a text file that someone named .jpg.\n'));
  await save('files/program.png', programBytes());
  await save('files/huge-claim.png', claimingPng(20_000, 20_000));
};

const drawReceipt = async (paper, receipt, number, limit) => {
  const [, , width, , turn, blur, grain] = receipt.look;
  const flat = await sharp(await paper.draw(fixturePage(receipt, number), width, heightOf(receipt)))
    .flatten()
    .trim({ background: '#fff', threshold: 20 })
    .extend({ top: 26, bottom: 30, left: 28, right: 28, background: '#fff' })
    .toBuffer();
  const turned = await sharp(flat)
    .rotate(turn, { background: '#fdfdfb' })
    .blur(Math.max(0.3, blur))
    .modulate({ brightness: 0.97 })
    .toBuffer();
  const seen = await throughLens(turned, { grain, rim: 0.07, seed: 100 + number });
  return jpegWithin(seen.grayscale(), limit);
};

for (const folder of ['files', 'receipts']) mkdirSync(path.join(root, folder), { recursive: true });
const paper = await openPaper();
await makePictures(paper);
await makePdfs(paper);
await makeOddFiles();
for (const [index, receipt] of fixtureReceipts.entries()) {
  const number = index + 1;
  const name = String(number).padStart(3, '0');
  const { company, date, address, total } = truthOf(receipt);
  await save(`receipts/${name}.jpg`, await drawReceipt(paper, receipt, number, 78_000));
  await save(`receipts/${name}.key.json`, json({ company, date, address, total }));
}
const [first] = fixtureReceipts;
const single = {
  ...first,
  company: 'KITCHEN TAP OUTLET',
  date: '21/05/2026',
  items: [
    ['MIXER TAP CHROME', 1, 3490],
    ['FLEX HOSE 3/8', 2, 360],
  ],
  look: ['DejaVu Sans Mono', 24, 600, 25, 0, 0.3, 3],
};
await save('files/receipt.jpg', await drawReceipt(paper, single, 13, 60_000));
const truth = truthOf(single);
await save(
  'files/receipt.json',
  json({ vendor: truth.company, date: '2026-05-21', total: { minor: truth.minor, currency: 'EUR' } }),
);
await paper.close();
