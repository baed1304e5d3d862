// Importing on the page's real store and main's real files: original first, record last, nothing half, nothing twice.
import { afterEach, describe, expect, test } from 'vitest';
import { MOST_ATTACHMENTS } from '../../../domain/documents/attached.ts';
import type { MediaPorts } from '../../../src-renderer/media/desk-ports.ts';
import { atOnceOn, createImportQueue, type ImportQueue } from '../../../src-renderer/media/import-queue.ts';
import { isRunning, isSettled } from '../../../src-renderer/media/import-state.ts';
import { noteUnfinished, sweepUnfinished } from '../../../src-renderer/media/unfinished.ts';
import { copyOriginal } from '../../../src-renderer/media/copy-original.ts';
import { TookTooLongError } from '../../../src-renderer/workers/took-too-long.ts';
import { emailFile } from '../../support/office-files.ts';
import { fixture, openTestDesk, type TestDesk } from '../../support/media-desk.ts';
import { closeTestStores } from '../../support/open-test-store.ts';

const desks: TestDesk[] = [];
const aDesk = async (fail?: Set<string>): Promise<TestDesk> => {
  const desk = await openTestDesk(fail === undefined ? {} : { fail });
  desks.push(desk);
  return desk;
};
afterEach(async () => {
  await closeTestStores();
  for (const desk of desks.splice(0)) await desk.end();
});

const queueOf = (desk: TestDesk): ImportQueue => createImportQueue(desk.ports, () => {});
const photosIn = (desk: TestDesk) => desk.store.find({ type: 'photo' });
const states = (queue: ImportQueue) =>
  queue.entries().map(({ file, state, failure }) => [file.name, failure?.type ?? state]);

describe('a file that is added', () => {
  test('is kept as an original, then previewed, and named by a record last', async () => {
    const desk = await aDesk();
    const queue = queueOf(desk);
    await queue.add([fixture('picture.png')], desk.landing);
    expect(states(queue)).toEqual([['picture.png', 'done']]);
    expect(desk.log.filter((entry) => ['blob.finish', 'preview', 'photo.add'].includes(entry))).toEqual([
      'blob.finish',
      'preview',
      'photo.add',
    ]);
    const [photo] = await photosIn(desk);
    expect(photo?.body).toMatchObject({ name: 'picture.png', mime: 'image/png', width: 300, height: 400 });
    expect(photo?.space).toBe(desk.landing.space);
    expect(desk.originals().some((name) => name.includes(photo?.body.sha ?? '-'))).toBe(true);
    expect(await desk.store.previews.get(photo?.body.sha ?? '')).not.toBeNull();
  });

  test('is added once: the same bytes again, under any name, one after the other or together, add nothing', async () => {
    const desk = await aDesk();
    const queue = queueOf(desk);
    const again = new File([await fixture('picture.png').arrayBuffer()], 'other name.jpg');
    await queue.add([fixture('picture.png'), again], desk.landing);
    await queue.add([fixture('picture.png')], desk.landing);
    expect(states(queue)).toEqual([
      ['picture.png', 'done'],
      ['other name.jpg', 'already'],
      ['picture.png', 'already'],
    ]);
    expect(await photosIn(desk)).toHaveLength(1);
    expect(new Set(queue.entries().map(({ key }) => key)).size).toBe(1);
  });
});

describe('a file that is refused', () => {
  test.each([
    ['empty.jpg', 'FileEmpty'],
    ['text.jpg', 'FileKindUnknown'],
    ['program.png', 'FileKindUnknown'],
    ['truncated.jpg', 'FileDamaged'],
  ])('%s: %s, no record and no original is left', async (name, reason) => {
    const desk = await aDesk();
    const queue = queueOf(desk);
    await queue.add([fixture(name)], desk.landing);
    expect(states(queue)).toEqual([[name, reason]]);
    expect(await photosIn(desk)).toEqual([]);
    expect(desk.originals()).toEqual([]);
    expect(desk.store.settings.get('import:unfinished') ?? []).toEqual([]);
  });

  test('a picture that could not be opened is kept as a document where the person says so, and is there once', async () => {
    const desk = await aDesk();
    const queue = queueOf(desk);
    const [refused] = await queue.add([fixture('truncated.jpg')], desk.landing);
    queue.keepAnyway(refused?.id ?? 0);
    await expect.poll(() => states(queue)).toEqual([['truncated.jpg', 'done']]);
    const [kept, ...others] = await desk.store.find({ type: 'document' });
    expect(kept?.body).toMatchObject({ name: 'truncated.jpg', title: 'truncated', mime: 'image/jpeg', pages: 1 });
    expect([others, await photosIn(desk)]).toEqual([[], []]);
    expect(desk.originals()).toHaveLength(1);
  });

  test('over 200 MB is refused before a byte is copied', async () => {
    const desk = await aDesk();
    const large = Object.defineProperty(new File(['x'], 'film.mov'), 'size', { value: 200 * 1024 * 1024 + 1 });
    const copied = await copyOriginal(large, {
      ask: desk.ports.ask,
      signal: new AbortController().signal,
      progress: () => {},
    });
    expect(copied).toMatchObject({ ok: false, error: { type: 'FileTooLarge' } });
    expect(desk.log).toEqual([]);
  });

  test('does not hold up the others', async () => {
    const desk = await aDesk();
    const queue = queueOf(desk);
    await queue.add(
      ['empty.jpg', 'picture.png', 'truncated.jpg', 'picture.webp', 'text.jpg'].map(fixture),
      desk.landing,
    );
    expect(
      states(queue)
        .filter(([, state]) => state === 'done')
        .map(([name]) => name),
    ).toEqual(['picture.png', 'picture.webp']);
    expect(await photosIn(desk)).toHaveLength(2);
  });
});

describe('what is attached to an e-mail', () => {
  /** Main as it answers for e-mails: by the name in their subject. */
  const withMail = (desk: TestDesk, answer: (sha: string) => unknown): ImportQueue => {
    const { ask } = desk.ports;
    const ports: MediaPorts = {
      ...desk.ports,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same but for two questions
      ask: (async (channel: 'blob.has', args: never) => {
        if (channel === ('paper.extract' as string)) return { ok: false, error: { type: 'FileDamaged' } };
        return channel === ('paper.attachments' as string)
          ? answer((args as { readonly sha: string }).sha)
          : ask(channel, args);
      }) as MediaPorts['ask'],
    };
    return createImportQueue(ports, () => {});
  };
  const mail = (name: string) => new File([new Uint8Array(emailFile([], name))], `${name}.eml`);
  const attached = (count: number, make: (at: number) => File) =>
    Promise.all(
      Array.from({ length: count }, async (_, at) => {
        const file = make(at);
        return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      }),
    );
  const lacking = (queue: ImportQueue) =>
    queue.entries().flatMap(({ file, lacks }) => (lacks === null ? [] : [[file.name, lacks.type]]));

  test('that can’t be taken out is said at the e-mail, which is kept', async () => {
    const desk = await aDesk();
    const queue = withMail(desk, () => ({ ok: false, error: { type: 'ReadingTookTooLong' } }));
    await queue.add([mail('one')], desk.landing);
    expect(states(queue)).toEqual([['one.eml', 'done']]);
    await expect.poll(() => lacking(queue)).toEqual([['one.eml', 'AttachmentsUnread']]);
  });

  test('names the e-mail that it came with: a photo, a document, and what lies in an e-mail within it', async () => {
    const desk = await aDesk();
    let asked = 0;
    const queue = withMail(desk, async () => {
      asked += 1;
      const files = asked === 1 ? [fixture('picture.png'), mail('inner')] : [fixture('picture.webp')];
      return {
        ok: true,
        value: { files: await attached(files.length, (at) => files[at] ?? new File([], 'none')), leftOut: 0 },
      };
    });
    await queue.add([mail('outer'), fixture('receipt.jpg')], desk.landing);
    await expect
      .poll(() => queue.entries().length === 5 && queue.entries().every(({ state }) => isSettled(state)))
      .toBe(true);
    const all = [...(await photosIn(desk)), ...(await desk.store.find({ type: 'document' }))];
    const keyOf = (name: string) => all.find(({ body }) => body.name === name)?.key;
    const mails = Object.fromEntries(all.map(({ body }) => [body.name, body.mail]));
    expect(mails).toEqual({
      'outer.eml': undefined,
      'receipt.jpg': undefined,
      'picture.png': keyOf('outer.eml'),
      'inner.eml': keyOf('outer.eml'),
      'picture.webp': keyOf('inner.eml'),
    });
  });

  test('comes in up to a limit, e-mails within e-mails counted in, and what is left out is said', async () => {
    const desk = await aDesk();
    let asked = 0;
    const queue = withMail(desk, async () => {
      asked += 1;
      // Each e-mail holds another and 79 files that are none: without a limit it would never end.
      const files = await attached(80, (at) => (at === 0 ? mail(`in ${asked}`) : new File([], `${asked} ${at}.bin`)));
      return { ok: true, value: { files, leftOut: 0 } };
    });
    await queue.add([mail('outer')], desk.landing);
    await expect.poll(() => queue.entries().every(({ state }) => isSettled(state)) && asked).toBe(4);
    expect(queue.entries()).toHaveLength(1 + MOST_ATTACHMENTS);
    expect(lacking(queue)).toEqual([
      ['in 2.eml', 'AttachmentsLeftOut'],
      ['in 3.eml', 'AttachmentsLeftOut'],
    ]);
  });
});

describe('when something goes wrong', () => {
  test('a file that can no longer be reached is not called damaged, and comes in once it is there again', async () => {
    const desk = await aDesk();
    const queue = queueOf(desk);
    const file = fixture('picture.png');
    let isThere = false;
    const slice = file.slice.bind(file);
    file.slice = (...part) =>
      isThere ? slice(...part) : Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    await queue.add([file], desk.landing);
    expect(states(queue)).toEqual([['picture.png', 'FileOutOfReach']]);
    isThere = true;
    queue.again(queue.entries()[0]?.id ?? -1);
    await expect.poll(() => states(queue)).toEqual([['picture.png', 'done']]);
  });

  test('a failed write leaves the entry with its reason, and trying again brings it in', async () => {
    const fail = new Set(['photo.add']);
    const desk = await aDesk(fail);
    const queue = queueOf(desk);
    await queue.add([fixture('picture.png')], desk.landing);
    expect(states(queue)).toEqual([['picture.png', 'StorageFailed']]);
    expect(await photosIn(desk)).toEqual([]);
    fail.clear();
    const [entry] = queue.entries();
    queue.again(entry?.id ?? -1);
    await expect.poll(() => states(queue)).toEqual([['picture.png', 'done']]);
    expect(await photosIn(desk)).toHaveLength(1);
  });

  test('a file that is deleted once it was copied comes in from what was kept of it', async () => {
    const desk = await aDesk();
    const gone = fixture('picture.png');
    const inspect = desk.ports.pictures.ask;
    const ports: MediaPorts = {
      ...desk.ports,
      pictures: {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same but for one file
        ask: (async (name: 'inspect', args: { file: Blob }) =>
          args.file === gone
            ? Promise.reject(new Error('NotReadableError: the file could not be read'))
            : inspect(name, args)) as MediaPorts['pictures']['ask'],
      },
      original: async () => fixture('picture.png'),
    };
    const queue = createImportQueue(ports, () => {});
    await queue.add([gone], desk.landing);
    expect(states(queue)).toEqual([['picture.png', 'done']]);
    expect(await photosIn(desk)).toHaveLength(1);
  });

  test('a file whose opening never ends says so, and leaves nothing', async () => {
    const desk = await aDesk();
    const never = () => Promise.reject(new TookTooLongError('inspect took too long'));
    const queue = createImportQueue({ ...desk.ports, pictures: { ask: never } }, () => {});
    await queue.add([fixture('picture.png')], desk.landing);
    expect(states(queue)).toEqual([['picture.png', 'FileTakesTooLong']]);
    expect(desk.originals()).toEqual([]);
  });

  test('a cancelled file leaves nothing, one that waits as well as one that runs', async () => {
    const desk = await aDesk();
    const queue = queueOf(desk);
    const settled = queue.add(['picture.png', 'picture.webp', 'photo-orientation-6.jpg'].map(fixture), desk.landing);
    for (const { id } of queue.entries()) queue.cancel(id);
    await settled;
    expect(states(queue).map(([, state]) => state)).toEqual(['ImportCancelled', 'ImportCancelled', 'ImportCancelled']);
    expect(queue.entries().every(({ state }) => state === 'cancelled')).toBe(true);
    expect(desk.originals()).toEqual([]);
    expect(await photosIn(desk)).toEqual([]);
  });

  test('never more than two run at once, and one where there are two processors', async () => {
    const desk = await aDesk();
    const queue = queueOf(desk);
    let most = 0;
    queue.watch(() => {
      most = Math.max(most, queue.entries().filter(({ state }) => isRunning(state)).length);
    });
    await queue.add(
      ['picture.png', 'picture.webp', 'photo-orientation-6.jpg', 'receipt.jpg'].map(fixture),
      desk.landing,
    );
    expect(most).toBe(atOnceOn(navigator.hardwareConcurrency));
    expect([2, 4, 16].map(atOnceOn)).toEqual([1, 2, 2]);
  });
});

describe('after a crash', () => {
  test('what was on its way in when the window was closed is named at the next start, once', async () => {
    const desk = await aDesk();
    const queue = queueOf(desk);
    expect(queue.cutOff).toEqual([]);
    const settled = queue.add(['picture.png', 'receipt.jpg', 'picture.webp'].map(fixture), desk.landing);
    expect(queueOf(desk).cutOff).toEqual(['picture.png', 'receipt.jpg', 'picture.webp']);
    await settled;
    expect(queueOf(desk).cutOff).toEqual([]);
  });

  test('an original that no record names is removed at the next start', async () => {
    const desk = await aDesk();
    const copied = await copyOriginal(fixture('picture.png'), {
      ask: desk.ports.ask,
      signal: new AbortController().signal,
      progress: () => {},
    });
    if (!copied.ok) throw new Error(copied.error.type);
    noteUnfinished(desk.ports, copied.value.sha);
    expect(desk.originals()).not.toEqual([]);
    await sweepUnfinished(desk.ports);
    expect(desk.originals()).toEqual([]);
  });

  test('an original that can’t be removed now stays noted, and goes at the next start', async () => {
    const fail = new Set(['blob.remove']);
    const desk = await aDesk(fail);
    const queue = queueOf(desk);
    await queue.add([fixture('truncated.jpg')], desk.landing);
    expect(desk.originals()).toHaveLength(1);
    await expect(sweepUnfinished(desk.ports)).rejects.toThrow('StorageFailed');
    fail.clear();
    await sweepUnfinished(desk.ports);
    expect(desk.originals()).toEqual([]);
    expect(desk.store.settings.get('import:unfinished')).toEqual([]);
  });

  test('an original that a record names stays, in the trash too, whatever was noted', async () => {
    const desk = await aDesk();
    await queueOf(desk).add([fixture('picture.png')], desk.landing);
    const [photo] = await photosIn(desk);
    if (photo === undefined) throw new Error('no photo');
    await desk.store.run('record.trash', { key: photo.key });
    noteUnfinished(desk.ports, photo.body.sha);
    await sweepUnfinished(desk.ports);
    expect(desk.originals().some((name) => name.includes(photo.body.sha))).toBe(true);
    expect(desk.store.settings.get('import:unfinished')).toEqual([]);
  });
});
