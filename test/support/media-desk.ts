// A media desk for tests in Node: the page's real store, main's real blob files, and a stand-in for the worker that needs a canvas.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PictureLook } from '../../domain/records/media.ts';
import { err, ok } from '../../domain/kernel/result.ts';
import { privateSpace } from '../../domain/spaces/space.ts';
import type { ReadPage } from '../../domain/records/media.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import { createBlobFiles } from '../../src-main/blobs/blob-files.ts';
import { createImports } from '../../src-main/blobs/imports.ts';
import type { MediaPorts } from '../../src-renderer/media/desk-ports.ts';
import type { Landing } from '../../src-renderer/media/landing.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';
import { probePicture } from '../../src-renderer/workers/picture/probe.ts';
import { openTestStore } from './open-test-store.ts';
import { journeyInput } from './a-journey.ts';

/** What the stand-in for the worker says of every picture. */
export const TEST_LOOK: PictureLook = {
  sharpness: 300,
  light: 'good',
  likeness: '0f'.repeat(8),
  turned: ['1f'.repeat(8), '2f'.repeat(8), '3f'.repeat(8)],
};

export const fixture = (name: string): File => {
  const bytes = readFileSync(path.join(import.meta.dirname, '../fixtures/files', name));
  return new File([new Uint8Array(bytes)], name);
};

export interface TestDesk {
  readonly ports: MediaPorts;
  readonly store: OpenStore;
  readonly landing: Landing;
  /** Everything asked of main and of the store that matters for the order of things, in order. */
  readonly log: string[];
  /** Names of the files in the folder of originals. */
  readonly originals: () => readonly string[];
  /** What OCR finds on every page. */
  readonly reads: (page: ReadPage) => void;
  /** Runs before the worker answers what it measured on a photo. */
  readonly onMeasure: (happens: () => void) => void;
  /** Whether things can be looked for: the detector may not load. */
  readonly findsObjects: (can: boolean) => void;
  readonly end: () => Promise<void>;
}

/** `fail` names a question to main or a command that answers StorageFailed. */
export const openTestDesk = async ({
  fail = new Set<string>(),
}: { readonly fail?: Set<string> } = {}): Promise<TestDesk> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-desk-'));
  const files = createBlobFiles(folder, { newId: randomUUID, now: Date.now });
  const imports = createImports({ files, key: () => ok(null), newId: randomUUID });
  const store = await openTestStore();
  const log: string[] = [];
  let page: ReadPage = { width: 10, height: 10, source: 'ocr', text: '', words: [] };

  const answers: Readonly<Record<string, (args: never) => unknown>> = {
    'blob.begin': ({ bytes, name }: { bytes: number; name: string }) => imports.begin(bytes, name),
    'blob.append': ({ id, chunk }: { id: string; chunk: Uint8Array }) => imports.append(id, chunk),
    'blob.finish': ({ id }: { id: string }) => imports.finish(id),
    'blob.cancel': ({ id }: { id: string }) => imports.cancel(id),
    'blob.has': async ({ shas }: { shas: readonly string[] }) => ({
      have: shas.filter((sha) => originals().some((name) => name.includes(sha))),
    }),
    'blob.remove': async ({ shas }: { shas: readonly string[] }) => {
      for (const sha of shas) await files.remove(sha);
      return ok(null);
    },
    'ocr.read': async () => ok({ ...page, language: 'eng' }),
    'log.write': async () => ok(null),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stand-in as far as the tests ask it
  const ask = (async (channel: string, args: never) => {
    log.push(channel);
    if (fail.has(channel)) return err({ type: 'StorageFailed' });
    const answer = answers[channel];
    if (answer === undefined) throw new Error(`nobody answers ${channel}`);
    return answer(args);
  }) as Bridge['ask'];
  const originals = (): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  // The real worker decodes on a canvas, which Node has not; what it refuses by the header is the same code.
  const inspect = async (file: Blob) => {
    const probe = probePicture(new Uint8Array(await file.arrayBuffer()));
    if (probe === null || !probe.whole) return err({ type: 'FileDamaged' });
    return ok({
      width: probe.width,
      height: probe.height,
      preview: new Blob(['preview'], { type: 'image/jpeg' }),
      thumb: '',
      takenAt: null,
    });
  };
  let measuring = (): void => {};
  let hasDetector = true;
  const measure = (withPlace: boolean, turn: number) => {
    log.push(turn === 0 ? 'measure' : `measure turned by ${turn}`);
    measuring();
    return ok({
      look: TEST_LOOK,
      colours: ['#aa5522'],
      objects: hasDetector ? [{ is: 'sink', sure: 83 }] : null,
      traits: { width: 10, height: 10, paper: 0, flat: 0, hasCamera: true },
      ...(withPlace ? { place: { lat: 52.52163, lon: 13.4131 } } : {}),
    });
  };
  const run: OpenStore['run'] = async (command, input) => {
    log.push(command);
    return fail.has(command) ? err({ type: 'StorageFailed' }) : store.run(command, input);
  };
  const previews: OpenStore['previews'] = {
    ...store.previews,
    put: (sha) => {
      log.push('preview');
      return store.previews.put(sha, new Blob(['preview'], { type: 'image/jpeg' }));
    },
  };
  const started = await store.run('journey.start', journeyInput());
  const journey = (await store.find({ type: 'journey' }))[0]?.id;
  if (!started.ok || journey === undefined) throw new Error('no journey');
  return {
    store,
    log,
    originals,
    landing: { journey, space: privateSpace(journey), parent: '' },
    reads: (found) => {
      page = found;
    },
    findsObjects: (can) => {
      hasDetector = can;
    },
    onMeasure: (happens) => {
      measuring = happens;
    },
    ports: {
      store: { ...store, run, previews },
      ask,
      pictures: {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stand-in as far as the tests ask it
        ask: (async (
          _name: string,
          { file, turn = 0, withPlace = false }: { file: Blob; turn?: number; withPlace?: boolean },
        ) =>
          _name === 'inspect'
            ? inspect(file)
            : _name === 'measure'
              ? measure(withPlace, turn)
              : ok({
                  image: new Uint8Array(),
                  width: 10,
                  height: 10,
                  turned: 0,
                  seen: { width: 10, height: 10 },
                  straight: { width: 10, height: 10 },
                  lined: true,
                  parts: [],
                })) as MediaPorts['pictures']['ask'],
      },
      pdfs: { ask: () => Promise.reject(new Error('no PDF in this test')) },
      today: () => '2026-11-22',
      original: async (sha) => (originals().some((name) => name.includes(sha)) ? new Blob(['x']) : null),
    },
    end: () => rm(folder, { recursive: true, force: true }),
  };
};
