// Words of Word, Excel, e-mail and text files, laid out on pages; and hostile ones, which end in a coded failure.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { MOST_ATTACHMENTS } from '../../../domain/documents/attached.ts';
import { readPaper } from '../../../domain/documents/paper.ts';
import { MOST_PAGES } from '../../../domain/documents/laid-out.ts';
import { sniffOffice, sniffText, isCompound } from '../../../src-main/blobs/sniff-office.ts';
import { createExtractor } from '../../../src-main/extract/extractor.ts';
import { extract } from '../../../src-main/extract/extract.ts';
import { EXTRACTED, type FromExtractor, type ToExtractor } from '../../../src-main/extract/extract-messages.ts';
import { withHeldRows } from '../../../src-main/extract/held-rows.ts';
import type { Log } from '../../../src-main/log/log.ts';
import { BombError, guardZip } from '../../../src-main/extract/zip-guard.ts';
import type { Fork, Hearing } from '../../../src-main/processes/link.ts';
import { emailFile, excelFile, wordBomb, wordFile } from '../../support/office-files.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const silent: Log = { write: () => undefined, bug: () => '', folder: '', read: () => '' };

describe.each([
  ['Word', EXTRACTED.docx, wordFile()],
  ['Excel', EXTRACTED.xlsx, excelFile()],
])('a quote as %s', (_name, mime, bytes) => {
  test('is read like any other, every figure with its place', async () => {
    const { pages } = await extract(mime, bytes);
    const { values, problems } = readPaper(pages, { currency: 'EUR' });
    expect(problems).toEqual([]);
    expect(values).toMatchObject({
      kind: 'quote',
      vendor: 'Miller & Sons Plumbing Ltd',
      number: 'Q-77',
      date: '2026-03-12',
      validUntil: '2026-04-12',
      total: { minor: 248_850, currency: 'EUR' },
    });
    expect(
      values.lines.map(({ description, quantity, unit, unitPrice, amount }) => [
        description,
        quantity,
        unit,
        unitPrice?.minor,
        amount?.minor,
      ]),
    ).toEqual([
      ['Strip out old bathroom', 1_000, 'ls', 64_050, 64_050],
      ['Wall tiles, laid in adhesive', 24_500, 'm²', 5_850, 143_325],
    ]);
    for (const { places } of values.lines) expect(Object.keys(places ?? {})).toContain('amount');
  });

  test('cut short anywhere it throws, and nothing else happens', async () => {
    for (const share of [0.2, 0.5, 0.9])
      await expect(extract(mime, bytes.slice(0, Math.floor(bytes.length * share)))).rejects.toThrow(/./);
  });
});

test('an e-mail says when it was sent as people write it, and that is its date', async () => {
  const { pages } = await extract(EXTRACTED.email, emailFile(null));
  expect(pages[0]?.text).toContain('Date: Thu, 12 Mar 2026 10:00 UTC');
  expect(readPaper(pages, { currency: 'EUR' }).values.date).toBe('2026-03-12');
});

test('one cell far to the right of a sheet does not press its columns together', async () => {
  const parts = unzipSync(excelFile());
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[name] ?? new Uint8Array());
  const far = '<row r="30"><c r="XFD30"><v>1</v></c></row></sheetData>';
  const broad = zipSync({ ...parts, [name]: strToU8(sheet.replace('</sheetData>', far)) });
  expect((await extract(EXTRACTED.xlsx, broad)).pages).toEqual((await extract(EXTRACTED.xlsx, excelFile())).pages);
});

describe('a sheet with more rows than anyone filled', () => {
  const parts = unzipSync(excelFile());
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[name] ?? new Uint8Array());
  const withRows = (rows: string): Uint8Array =>
    zipSync({ ...parts, [name]: strToU8(sheet.replace('</sheetData>', `${rows}</sheetData>`)) }, { level: 1 });

  test('is read without those that are empty, a million of them or one far away', { timeout: 20_000 }, async () => {
    const { pages } = await extract(EXTRACTED.xlsx, excelFile());
    const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 30}"><c r="A${at + 30}" s="1"/></row>`);
    expect((await extract(EXTRACTED.xlsx, withRows(empty.join('')))).pages).toEqual(pages);
    const far = await extract(EXTRACTED.xlsx, withRows('<row r="1048576"><c r="A1048576"><v>7</v></c></row>'));
    expect(far.pages[0]?.text).toMatch(/2488\.50\n7$/);
  });

  test('is read up to a limit, and of a sheet in another encoding nothing is touched', () => {
    const rowsOf = (bytes: Uint8Array): number =>
      strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()).split('<row').length - 1;
    expect(rowsOf(withHeldRows(excelFile(), 100))).toBe(11);
    expect(rowsOf(withHeldRows(excelFile(), 4))).toBe(4);
    const wide = new Uint8Array(Buffer.from(sheet, 'utf16le'));
    expect(unzipSync(withHeldRows(zipSync({ [name]: wide }), 4))[name]).toEqual(wide);
  });
});

describe('an e-mail', () => {
  test('has its head, its words, and what is attached', async () => {
    const attachment = { name: '../../Quote.docx', bytes: wordFile() };
    const { pages, title, attachments } = await extract(EXTRACTED.email, emailFile(attachment));
    expect(title).toBe('Quote for your bathroom');
    expect(pages[0]?.text).toContain('From: Miller & Sons <office@miller.example>');
    expect(pages[0]?.text).toContain('our quote for the bathroom is attached.');
    expect(attachments.map(({ name, bytes }) => [name, bytes.length])).toEqual([
      ['.. .. Quote.docx', attachment.bytes.length],
    ]);
  });

  test('gives all that is attached up to a limit, and says how many it left out', async () => {
    const files = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `${at}.txt`, bytes: utf8('x') }));
    const some = await extract(EXTRACTED.email, emailFile(files(MOST_ATTACHMENTS)));
    expect(some.attachments).toHaveLength(MOST_ATTACHMENTS);
    expect(some.leftOut).toBe(0);
    const more = await extract(EXTRACTED.email, emailFile(files(MOST_ATTACHMENTS + 3)));
    expect(more.attachments.at(-1)?.name).toBe(`${MOST_ATTACHMENTS - 1}.txt`);
    expect(more.leftOut).toBe(3);
  });

  test('in HTML gives its words and none of its scripts', async () => {
    const html =
      '<style>p{color:red}</style><script>alert("x")</script><p onclick="steal()">Total <b>42.10</b></p><img src="https://evil.example/pixel"><table><tr><td>Tiles</td><td>12.00</td></tr></table>';
    const { pages } = await extract(EXTRACTED.email, emailFile(null, html));
    expect(pages[0]?.text).toContain('Total 42.10');
    expect(pages[0]?.text).toContain('Tiles  12.00');
    expect(pages[0]?.text).not.toMatch(/alert|steal|evil|color/);
  });

  test('without a header is none', async () => {
    await expect(extract(EXTRACTED.email, utf8('just words'))).rejects.toThrow(/./);
  });
});

test('a text is laid out on as many pages as it needs, and no more than anyone reads', async () => {
  const lines = Array.from({ length: 120 }, (_, line) => `Line ${line} of the specification`).join('\n');
  const { pages } = await extract(EXTRACTED.text, utf8(lines));
  expect(pages).toHaveLength(3);
  expect(pages[0]?.words.every(([, x0, y0, x1, y1]) => x0 < x1 && y0 < y1 && x1 <= 1_240 && y1 <= 1_754)).toBe(true);
  const endless = await extract(EXTRACTED.text, utf8('word '.repeat(2_000_000)));
  expect(endless.pages).toHaveLength(MOST_PAGES);
  expect((await extract(EXTRACTED.text, new Uint8Array([0xe4, 0x20, 0x80]))).pages[0]?.text).toBe('ä €');
});

describe('an archive that unpacks to far too much', () => {
  test('is noticed while it is unpacked, whatever its directory says', () => {
    const bomb = wordBomb(8);
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => guardZip(bomb, 4 * 1024 * 1024)).toThrow(BombError);
    expect(() => guardZip(bomb, 16 * 1024 * 1024)).not.toThrow();
  });

  test('is a coded failure, and the next file is read', async () => {
    const extractor = createExtractor({ fork: inThisProcess(), log: silent });
    expect(await extractor.extract(EXTRACTED.docx, wordBomb(201))).toEqual({
      ok: false,
      error: { type: 'FileUnpacksTooLarge' },
    });
    expect(await extractor.extract(EXTRACTED.docx, utf8('PK no archive'))).toEqual({
      ok: false,
      error: { type: 'FileDamaged' },
    });
    expect(await extractor.extract(EXTRACTED.docx, wordFile())).toMatchObject({ ok: true });
  });
});

describe('the process', () => {
  test('that does not answer in time is ended, and started again for the next file', async () => {
    let killed = 0;
    let deaf = true;
    const fork: Fork = (hearing) => ({
      post: (message) => void (deaf ? undefined : reply(hearing, message)),
      kill: () => {
        killed += 1;
        deaf = false;
      },
    });
    const extractor = createExtractor({ fork, log: silent, limit: 50 });
    expect(await extractor.extract(EXTRACTED.text, utf8('a'))).toEqual({
      ok: false,
      error: { type: 'ReadingTookTooLong' },
    });
    expect(killed).toBe(1);
    expect(await createExtractor({ fork, log: silent }).extract(EXTRACTED.text, utf8('a'))).toMatchObject({ ok: true });
  });

  test('that dies over a file fails that file alone', async () => {
    let dies = true;
    const fork: Fork = (hearing) => ({
      post: (message) => {
        if (dies) queueMicrotask(hearing.exit);
        else void reply(hearing, message);
        dies = false;
      },
      kill: () => undefined,
    });
    const extractor = createExtractor({ fork, log: silent });
    expect(await extractor.extract(EXTRACTED.text, utf8('a'))).toEqual({ ok: false, error: { type: 'FileDamaged' } });
    expect(await extractor.extract(EXTRACTED.text, utf8('a'))).toMatchObject({ ok: true });
  });
});

const reply = async (hearing: Hearing, message: unknown): Promise<void> => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the extractor posts
  const { job, mime, bytes } = message as ToExtractor;
  const answer = await extract(mime, bytes).then(
    (found): FromExtractor => ({ kind: 'done', job, ...found }),
    (problem: unknown): FromExtractor => ({
      kind: 'refused',
      job,
      why: problem instanceof BombError ? 'bomb' : 'damaged',
      reason: String(problem),
    }),
  );
  hearing.message(answer);
};
const inThisProcess = (): Fork => (hearing) => ({
  post: (message) => void reply(hearing, message),
  kill: () => undefined,
});

describe('what a file is', () => {
  test('of an archive is told by its parts', () => {
    for (const [bytes, mime] of [
      [wordFile(), EXTRACTED.docx],
      [excelFile(), EXTRACTED.xlsx],
    ] as const)
      expect(sniffOffice(bytes.subarray(0, 4_100), bytes.subarray(-65_536))).toBe(mime);
    expect(sniffOffice(utf8('word/document.xml'), utf8('word/document.xml'))).toBeNull();
  });

  test('of text by its name and its content together', () => {
    expect(sniffText(utf8('Some notes\n'), 'notes.TXT')).toBe(EXTRACTED.text);
    expect(sniffText(utf8('Some notes\n'), 'notes.jpg')).toBeNull();
    expect(sniffText(new Uint8Array([0, 1, 2]), 'notes.txt')).toBeNull();
    expect(sniffText(emailFile(null), 'mail.eml')).toBe(EXTRACTED.email);
    expect(sniffText(utf8('no header here'), 'mail.eml')).toBeNull();
  });

  test('of an old or locked office file is said as such', () => {
    expect(isCompound(Buffer.from('d0cf11e0a1b11ae100000000', 'hex'))).toBe(true);
    expect(isCompound(utf8('PK'))).toBe(false);
  });
});
