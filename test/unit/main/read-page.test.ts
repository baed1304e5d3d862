// A page is read in parts: its language and which way up it stands are told from the first. The engine here is a stand-in.
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isGreyFile, partOfGreyFile } from '../../../src-main/ocr/grey-file.ts';
import { movedTsv, pageFromTsv } from '../../../src-main/ocr/page-from-tsv.ts';
import { readPage, type Reading } from '../../../src-main/ocr/read-page.ts';
import type { PagePart } from '../../../protocol/ipc/ocr-page.ts';
import { pgmOf } from '../../../src-renderer/workers/picture/pgm.ts';

const HEAD: PagePart = { left: 0, top: 0, width: 100, height: 30 };
const REST: PagePart = { left: 0, top: 30, width: 100, height: 70 };
const LOW = { ...HEAD, top: 70 };
const HIGH = { ...REST, top: 0 };

const tsvOf = (part: PagePart | null, words: string, sure = 90): string => {
  const { left, top, width, height } = part ?? { left: 0, top: 0, width: 100, height: 100 };
  return [
    `1\t1\t0\t0\t0\t0\t${left}\t${top}\t${width}\t${height}\t-1\t`,
    ...words.split(' ').map((word, at) => `5\t1\t1\t1\t1\t${at + 1}\t${left}\t${top}\t5\t5\t${sure}\t${word}`),
  ].join('\n');
};

const GERMAN_HEAD = 'Angebot Datum Menge Bezeichnung';
const GERMAN_REST = 'Summe netto zzgl MwSt zahlbar bis';

/** Reads what `says` tells of each reading, and notes them. */
const engine = (says: (reading: Reading) => readonly [words: string, sure?: number]) => {
  const asked: string[] = [];
  return {
    asked,
    recognize: async (reading: Reading) => {
      const { language, turned, part } = reading;
      asked.push(`${language}${turned ? ' turned' : ''} ${part === null ? 'all' : `${part.top}+${part.height}`}`);
      return tsvOf(part, ...says(reading));
    },
  };
};
const page = { language: 'eng', lined: true, parts: [HEAD, REST] };

describe('a page in parts', () => {
  test('in the language it is expected in, each part is read once', async () => {
    const { asked, recognize } = engine(({ part }) => [part?.top === 0 ? 'Quote of the works' : 'Total 12.00']);
    expect(await readPage(recognize, page)).toMatchObject({
      width: 100,
      height: 100,
      language: 'eng',
      text: 'Quote of the works\n\nTotal 12.00',
    });
    expect(asked).toEqual(['eng 0+30', 'eng 30+70']);
  });

  test('in another language only the first part is read twice', async () => {
    const { asked, recognize } = engine(({ part }) => [part?.top === 0 ? GERMAN_HEAD : GERMAN_REST]);
    expect(await readPage(recognize, page)).toMatchObject({ language: 'deu' });
    expect(asked).toEqual(['eng 0+30', 'deu 0+30', 'deu 30+70']);
  });

  test('what the paper is called is enough to read on in its language, and what follows may prove that wrong', async () => {
    const said = engine(({ part }) => [part?.top === 0 ? 'Fliesen Kontor Lindner ANGEBOT' : GERMAN_REST]);
    expect(await readPage(said.recognize, page)).toMatchObject({ language: 'deu' });
    expect(said.asked).toEqual(['eng 0+30', 'deu 0+30', 'deu 30+70']);
    const misled = engine(({ part }) => [
      part?.top === 0 ? 'Angebot Hardware Stores Limited' : 'your quantity and the unit price of the works',
    ]);
    expect(await readPage(misled.recognize, page)).toMatchObject({ language: 'eng' });
    expect(misled.asked).toEqual(['eng 0+30', 'deu 0+30', 'deu 30+70', 'eng 0+30', 'eng 30+70']);
  });

  test('where the first part says nothing of its language, all of it does', async () => {
    const { asked, recognize } = engine(({ part }) => [part?.top === 0 ? 'Lindner' : `${GERMAN_HEAD} ${GERMAN_REST}`]);
    expect(await readPage(recognize, page)).toMatchObject({ language: 'deu' });
    expect(asked).toEqual(['eng 0+30', 'eng 30+70', 'deu 0+30', 'deu 30+70']);
  });

  test('the first part is read with the data that the engine holds, and the others too where that was right', async () => {
    const german = engine(({ part }) => [part?.top === 0 ? GERMAN_HEAD : GERMAN_REST]);
    expect(await readPage(german.recognize, page, 'deu')).toMatchObject({ language: 'deu' });
    expect(german.asked).toEqual(['deu 0+30', 'deu 30+70']);
    const untold = engine(() => ['Lindner']);
    expect(await readPage(untold.recognize, page, 'deu')).toMatchObject({ language: 'eng' });
    expect(untold.asked).toEqual(['deu 0+30', 'deu 30+70', 'eng 0+30', 'eng 30+70']);
    const room = engine(() => ['Lindner']);
    await readPage(room.recognize, { ...page, parts: [] }, 'deu');
    expect(room.asked).toEqual(['eng all']);
  });

  test('on its head it is read the other way up from its first part on', async () => {
    const { asked, recognize } = engine(({ turned }) =>
      turned ? ['Quote', 92] : ['aonb saow aql jo aonb aql jo', 27],
    );
    expect(await readPage(recognize, page)).toMatchObject({ turned: 180, language: 'eng' });
    expect(asked).toEqual(['eng 0+30', `eng turned ${LOW.top}+30`, `eng turned ${HIGH.top}+70`, 'eng turned 70+30']);
  });

  test('what is hard to read either way up stays as it is', async () => {
    const { recognize } = engine(({ turned }) => (turned ? ['scrawl', 20] : ['scrawl of a very hasty pencil', 40]));
    expect((await readPage(recognize, page))?.turned).toBeUndefined();
  });

  test('a picture without parts is read in one go, and one without lines only as it stands', async () => {
    const { asked, recognize } = engine(() => ['aonb saow aql jo aonb aql jo', 27]);
    await readPage(recognize, { ...page, lined: false, parts: [] });
    expect(asked).toEqual(['eng all']);
  });
});

test('what was read of a part stands in its place on the page', () => {
  const read = pageFromTsv(tsvOf(HEAD, 'Quote'), movedTsv(tsvOf({ ...REST, top: 0 }, 'Total'), REST));
  expect(read).toMatchObject({ width: 100, height: 100 });
  expect(read?.words.map(([text, , top]) => [text, top])).toEqual([
    ['Quote', 0],
    ['Total', 30],
  ]);
});

describe('a part of a grey file', () => {
  const file = pgmOf({ data: Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), width: 4, height: 3 });
  const pixelsOf = (part: Uint8Array | null): readonly number[] => [...(part?.subarray(-4) ?? [])];

  test('is cut out, upright or of the file turned by half', () => {
    const part = { left: 1, top: 1, width: 2, height: 2 };
    expect(pixelsOf(partOfGreyFile(file, part, false))).toEqual([6, 7, 10, 11]);
    expect(pixelsOf(partOfGreyFile(file, part, true))).toEqual([7, 6, 3, 2]);
    expect([...(partOfGreyFile(file, null, true)?.subarray(-12) ?? [])]).toEqual([
      12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,
    ]);
  });

  test('is a picture of the same pixels to whoever reads TIFF', async () => {
    const read = sharp(partOfGreyFile(file, { left: 1, top: 0, width: 3, height: 2 }, false) ?? Buffer.of());
    expect(await read.metadata()).toMatchObject({ format: 'tiff', width: 3, height: 2, channels: 1 });
    expect([...(await read.extractChannel(0).raw().toBuffer())]).toEqual([2, 3, 4, 6, 7, 8]);
  });

  test('must lie in it, and other kinds of file have none', () => {
    expect(partOfGreyFile(file, { left: 3, top: 0, width: 2, height: 1 }, false)).toBeNull();
    expect(partOfGreyFile(file.subarray(0, -1), null, false)).toBeNull();
    expect(isGreyFile(file)).toBe(true);
    expect(isGreyFile(Buffer.from('\u0089PNG'))).toBe(false);
  });
});
