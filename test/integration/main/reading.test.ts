// Pictures read in the real app: right words and boxes, several at once, cancelled, and after the reading process died.
/* oxlint-disable typescript/no-unsafe-type-assertion -- the page gets plain values whose types only the test knows */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, readPicture } from '../../support/ask.ts';
import { makeBareApp } from '../../support/bare-app.ts';
import { launch, type Launched } from '../../support/launch.ts';
import { textPicture } from '../../support/text-picture.ts';

const bare = makeBareApp();
let device: Launched;
beforeAll(async () => {
  device = await launch({ app: bare.folder, protection: 'ask' });
});
afterAll(async () => {
  await device.close();
  await bare.remove();
});

const processes = () =>
  device.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ serviceName }) => serviceName === 'node.mojom.NodeService')
      .map(({ pid }) => pid),
  );

test('a picture becomes its text, and every word has a box inside the picture and round its letters', async () => {
  const read = await readPicture(device.page, 'one', await textPicture(['Kitchen tiles 42.10 EUR', 'Total 58.30']));
  if (!read.ok) throw new Error(read.error.type);
  expect(read.value.text.split('\n').filter(Boolean)).toEqual(['Kitchen tiles 42.10 EUR', 'Total 58.30']);
  expect([read.value.width, read.value.height, read.value.source]).toEqual([1000, 320, 'ocr']);
  const total = read.value.words.find(([word]) => word === '58.30');
  if (total === undefined) throw new Error('no such word');
  const [, left, top, right, bottom, confidence] = total;
  expect(left).toBeGreaterThan(60);
  expect(right).toBeLessThan(500);
  expect([top > 150, bottom < 230, bottom > top]).toEqual([true, true, true]);
  expect(confidence).toBeGreaterThan(80);
});

const receipt = path.resolve(import.meta.dirname, '../../fixtures/files/receipt.jpg');
test('the receipt of the fixtures is read', async () => {
  const read = await readPicture(device.page, 'receipt', readFileSync(receipt));
  expect(read.ok ? read.value.text : read.error.type).toMatch(/total/i);
});

test('a page on its head is read upright, and says that it was turned; a picture without lines is read once', async () => {
  const lines = ['Kitchen tiles 42.10 EUR', 'Laying them 1,310.00 EUR', 'Total 1,352.10 EUR'];
  const onItsHead = await sharp(await textPicture(lines))
    .rotate(180)
    .png()
    .toBuffer();
  const read = await readPicture(device.page, 'head', onItsHead, 'eng', true);
  if (!read.ok) throw new Error(read.error.type);
  expect(read.value.text.split('\n').filter(Boolean)).toEqual(lines);
  expect(read.value.turned).toBe(180);
  const asItIs = await readPicture(device.page, 'room', onItsHead, 'eng', false);
  expect(asItIs.ok && asItIs.value.turned).toBeUndefined();
  expect(asItIs.ok && asItIs.value.text).not.toContain('Total');
});

test('several are read at once, each answer to its own picture', async () => {
  const words = ['Plaster', 'Mortar', 'Grout', 'Timber'];
  const pictures = await Promise.all(words.map((word) => textPicture([word])));
  const read = await Promise.all(pictures.map((picture, i) => readPicture(device.page, `many-${i}`, picture)));
  expect(read.map((one) => (one.ok ? one.value.text : one.error.type))).toEqual(words);
});

test('what is no picture, and a language that is not there, are coded failures; the next picture is read', async () => {
  expect(await readPicture(device.page, 'bad', Buffer.from('no picture'))).toEqual({
    ok: false,
    error: { type: 'OcrFailed' },
  });
  const picture = await textPicture(['Hinge']);
  expect(await readPicture(device.page, 'tongue', picture, '../../eng')).toEqual({
    ok: false,
    error: { type: 'OcrFailed' },
  });
  expect(await readPicture(device.page, 'good', picture)).toMatchObject({ ok: true, value: { text: 'Hinge' } });
});

test('a cancelled picture is answered at once and the next one is read', async () => {
  const picture = await textPicture(Array.from({ length: 20 }, () => 'The quick brown fox jumps over'));
  const running = readPicture(device.page, 'cancelled', picture);
  expect(await ask(device.page, 'ocr.cancel', { job: 'cancelled' })).toEqual({ ok: true, value: null });
  expect(await running).toEqual({ ok: false, error: { type: 'ImportCancelled' } });
  expect(await readPicture(device.page, 'after', await textPicture(['Gasket']))).toMatchObject({
    ok: true,
    value: { text: 'Gasket' },
  });
});

test('when the reading process is killed the picture is read by a new one', async () => {
  const picture = await textPicture(Array.from({ length: 12 }, () => 'The quick brown fox jumps over'));
  const running = readPicture(device.page, 'killed', picture);
  const before = await processes();
  expect(before.length).toBeGreaterThan(0);
  for (const pid of before) process.kill(pid, 'SIGKILL');
  expect(await running).toMatchObject({
    ok: true,
    value: { text: expect.stringContaining('quick brown fox') as string },
  });
  expect(await processes()).not.toEqual(before);
});
