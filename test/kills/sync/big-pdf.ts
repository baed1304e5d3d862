// A valid PDF of any size: one page with a line of words, and a stream of noise that nothing draws.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

import type { MadePicture } from '../pictures.ts';

const NOISE_PIECE = 1024 * 1024;

/** Writes it into `folder`; `bytes` is the size of the noise. */
export const makeBigPdf = (folder: string, name: string, bytes: number): MadePicture => {
  const file = path.join(folder, name);
  const hash = createHash('sha256');
  const handle = openSync(file, 'w');
  const offsets: number[] = [];
  let at = 0;
  const write = (piece: Uint8Array): void => {
    hash.update(piece);
    writeSync(handle, piece);
    at += piece.length;
  };
  const text = (words: string): void => write(Buffer.from(words, 'latin1'));
  const object = (words: string): void => {
    offsets.push(at);
    text(`${offsets.length} 0 obj\n${words}`);
  };
  const page = 'BT /F1 24 Tf 72 720 Td (Plan of the house) Tj ET';
  text('%PDF-1.4\n');
  object('<< /Type /Catalog /Pages 2 0 R >>\nendobj\n');
  object('<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n');
  object(
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>\nendobj\n',
  );
  object(`<< /Length ${page.length} >>\nstream\n${page}\nendstream\nendobj\n`);
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n');
  object(`<< /Length ${bytes} >>\nstream\n`);
  for (let left = bytes; left > 0; left -= NOISE_PIECE) write(randomBytes(Math.min(left, NOISE_PIECE)));
  text('\nendstream\nendobj\n');
  const table = at;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`);
  text(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  closeSync(handle);
  return { name, file, sha: hash.digest('hex') };
};
