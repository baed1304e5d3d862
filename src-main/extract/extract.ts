// Takes the words out of files that have no pages: Word, Excel, e-mail, plain text. Runs in a process of its own and trusts nothing.
import mammoth from 'mammoth';
import PostalMime from 'postal-mime';
import readSheets from 'read-excel-file/node';
import { laidOut, type Block } from '../../domain/documents/laid-out.ts';
import { MOST_ATTACHMENTS } from '../../domain/documents/attached.ts';
import { EXTRACTED, type Attachment, type Extracted } from './extract-messages.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { withHeldRows } from './held-rows.ts';
import { guardZip } from './zip-guard.ts';

/** Throws whatever the libraries throw for what they can't read; `BombError` for what unpacks to too much. */
export const extract = async (mime: string, bytes: Uint8Array): Promise<Extracted> => {
  switch (mime) {
    case EXTRACTED.docx:
      return fromWord(bytes);
    case EXTRACTED.xlsx:
      return fromExcel(bytes);
    case EXTRACTED.email:
      return fromEmail(bytes);
    default:
      return { pages: laidOut(paragraphs(decoded(bytes))), title: '', attachments: [], leftOut: 0 };
  }
};

const fromWord = async (bytes: Uint8Array): Promise<Extracted> => {
  guardZip(bytes);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  const blocks = blocksOfHtml(value);
  return { pages: laidOut(blocks), title: '', attachments: [], leftOut: 0 };
};

/** Rows of one sheet; what lies beyond is a data file. */
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 60;

const fromExcel = async (bytes: Uint8Array): Promise<Extracted> => {
  guardZip(bytes);
  const sheets = await readSheets(Buffer.from(withHeldRows(bytes, MOST_ROWS)));
  const blocks: Block[] = [];
  for (const { sheet, data } of sheets) {
    if (sheets.length > 1) blocks.push({ kind: 'text', text: sheet });
    for (const cells of withoutEmptyColumns(data.map((row) => row.slice(0, MOST_COLUMNS).map(cellText))))
      if (cells.some((cell) => cell !== '')) blocks.push({ kind: 'row', cells });
  }
  return { pages: laidOut(blocks), title: '', attachments: [], leftOut: 0 };
};

/** One cell far to the right makes every row as long as the sheet is broad, and would press the others together. */
const withoutEmptyColumns = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const used = new Set(rows.flatMap((cells) => cells.flatMap((cell, column) => (cell === '' ? [] : [column]))));
  return rows.map((cells) => cells.filter((_cell, column) => used.has(column)));
};

/** Figures as the sheet would show them: a price that is stored as 45.5 is 45.50, a count stays a count. */
const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? String(value)
      : String(Math.round(value * 1_000) / 1_000).replace(/(\.\d)$/, '$10');
  if (typeof value === 'string') return value.slice(0, 2_000);
  return typeof value === 'boolean' ? String(value) : '';
};

/** Bytes of all attachments of one e-mail. */
const MOST_ATTACHED = 100 * 1024 * 1024;

const fromEmail = async (bytes: Uint8Array): Promise<Extracted> => {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 1_000_000 });
  // A file without one header line is no e-mail, whatever it is called.
  if (mail.from === undefined && mail.subject === undefined && mail.date === undefined) throw new Error('no headers');
  const people = (list: typeof mail.to): string =>
    (list ?? []).map(({ name, address }) => (name ? `${name} <${address ?? ''}>` : (address ?? ''))).join(', ');
  const head = [
    ['From', people(mail.from === undefined ? [] : [mail.from])],
    ['To', people(mail.to)],
    ['Date', sentOn(mail.date)],
    ['Subject', mail.subject ?? ''],
  ].flatMap(([name = '', said = '']): readonly Block[] =>
    said === '' ? [] : [{ kind: 'text', text: `${name}: ${said}` }],
  );
  const body =
    mail.text !== undefined && mail.text.trim() !== '' ? paragraphs(mail.text) : blocksOfHtml(mail.html ?? '');
  const { attachments, leftOut } = attachedTo(mail.attachments);
  const names = attachments.map(({ name }): Block => ({ kind: 'text', text: `[${name}]` }));
  return {
    pages: laidOut([...head, { kind: 'text', text: '' }, ...body, ...names]),
    title: (mail.subject ?? '').slice(0, 300),
    attachments,
    leftOut,
  };
};

/** As mails write it themselves, to the minute; what is no date is shown as it stands. */
const sentOn = (date = ''): string => {
  const when = new Date(date);
  return Number.isNaN(when.getTime()) ? date : when.toUTCString().replace(/:\d\d GMT$/, ' UTC');
};

const attachedTo = (
  found: Awaited<ReturnType<typeof PostalMime.parse>>['attachments'],
): Pick<Extracted, 'attachments' | 'leftOut'> => {
  const attachments: Attachment[] = [];
  let room = MOST_ATTACHED;
  let leftOut = 0;
  for (const { disposition, related, filename, content } of found) {
    if (disposition !== 'attachment' && related === true) continue;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    if (bytes.length === 0) continue;
    if (attachments.length >= MOST_ATTACHMENTS || bytes.length > room) {
      leftOut += 1;
      continue;
    }
    room -= bytes.length;
    // A name is only a name: no folder, no control characters.
    const name = (filename ?? '')
      .replaceAll(/[\p{Cc}/\\]+/gu, ' ')
      .trim()
      .slice(0, 200);
    attachments.push({ name: name === '' ? `attachment-${attachments.length + 1}` : name, bytes });
  }
  return { attachments, leftOut };
};

/** As UTF-8 where it is, else as Windows writes western text. */
const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const paragraphs = (text: string): readonly Block[] =>
  text.split(/\r?\n/).map((line) => ({ kind: 'text', text: line.replaceAll('\t', '    ') }));
