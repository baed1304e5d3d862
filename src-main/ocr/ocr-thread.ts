// A thread of the reading process: one engine, which reads the pictures that it is given one after the other.
import path from 'node:path';
import { parentPort } from 'node:worker_threads';

import { startEngine } from './engine.ts';
import type { FromThread, PictureToRead } from './ocr-messages.ts';
import { readPage } from './read-page.ts';
import { isGreyFile } from './grey-file.ts';

const engine = startEngine(path.join(import.meta.dirname, '../ocr-data'));

parentPort?.on('message', (picture: PictureToRead) => void answer(picture));

async function answer({ image, ...picture }: PictureToRead): Promise<void> {
  try {
    const { read, language } = await engine;
    // Only of bare grey pictures parts can be taken.
    const parts = isGreyFile(image) ? picture.parts : [];
    const page = await readPage(
      (reading) => Promise.resolve(read(image, reading)),
      { ...picture, parts },
      language() ?? picture.language,
    );
    say({ page });
  } catch (problem) {
    say({ reason: problem instanceof Error ? problem.message : String(problem) });
  }
}

function say(message: FromThread): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(message);
}
