// Small office files, made part by part: a quote as Word, as Excel and as an e-mail that carries it, and hostile ones.
import { strToU8, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export type Rows = readonly (readonly (string | number)[])[];

export const QUOTE_ROWS: Rows = [
  ['Description', 'Qty', 'Unit', 'Unit price', 'Amount'],
  ['Strip out old bathroom', 1, 'ls', 640.5, 640.5],
  ['Wall tiles, laid in adhesive', 24.5, 'm²', 58.5, 1433.25],
  ['', '', '', 'Subtotal', 2073.75],
  ['', '', '', 'VAT 20 %', 414.75],
  ['', '', '', 'Total', 2488.5],
];
export const QUOTE_HEAD = [
  'Miller & Sons Plumbing Ltd',
  'Quotation',
  'Quote no.: Q-77',
  'Date: 12/03/2026',
  'Valid until: 12/04/2026',
] as const;

const shown = (value: string | number, column: number): string =>
  typeof value === 'number' && column > 2 ? value.toFixed(2) : String(value);

export const wordFile = (head: readonly string[] = QUOTE_HEAD, rows: Rows = QUOTE_ROWS): Uint8Array => {
  const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const table = `<w:tbl>${rows
    .map((row) => `<w:tr>${row.map((cell, at) => `<w:tc>${paragraph(shown(cell, at))}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${head.map(paragraph).join('')}${table}</w:body></w:document>`,
    ),
  });
};

export const excelFile = (head: readonly string[] = QUOTE_HEAD, rows: Rows = QUOTE_ROWS): Uint8Array => {
  const cell = (value: string | number, at: string): string =>
    typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const all: Rows = [...head.map((text) => [text]), ...rows];
  const sheet = all
    .map(
      (row, y) =>
        `<row r="${y + 1}">${row.map((value, x) => cell(value, `${String.fromCodePoint(65 + x)}${y + 1}`)).join('')}</row>`,
    )
    .join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Quote" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  });
};

interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const emailFile = (attachment: Attached | readonly Attached[] | null, html = ''): Uint8Array => {
  const body =
    html === ''
      ? [
          'Content-Type: text/plain; charset=utf-8',
          '',
          'Dear Anna,',
          'our quote for the bathroom is attached.',
          'Regards, Miller',
        ]
      : ['Content-Type: text/html; charset=utf-8', '', html];
  const attached = [attachment ?? []]
    .flat()
    .flatMap(({ name, bytes }) => [
      '--edge',
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(bytes).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    ]);
  return strToU8(
    [
      'From: Miller & Sons <office@miller.example>',
      'To: Anna <anna@example.org>',
      'Date: Thu, 12 Mar 2026 10:00:00 +0000',
      'Subject: Quote for your bathroom',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="edge"',
      '',
      '--edge',
      ...body,
      ...attached,
      '--edge--',
      '',
    ].join('\r\n'),
  );
};

/** Word's parts around a text of so many megabytes, which packs to almost nothing. */
export const wordBomb = (megabytes: number): Uint8Array =>
  zipSync(
    { 'word/document.xml': new Uint8Array(megabytes * 1024 * 1024), '[Content_Types].xml': strToU8(XML) },
    { level: 9 },
  );
