// Serves the built page from its folder, and nothing outside of it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Answers GET for a file below `folder`; a path without an ending is the page itself, since its routes live in its address. */
export const createPageFiles =
  (folder: string) =>
  async (address: URL): Promise<Response> => {
    const wanted = path.resolve(folder, `.${decodeURIComponent(address.pathname)}`);
    if (wanted !== folder && !wanted.startsWith(folder + path.sep)) return new Response(null, { status: 404 });
    const file = path.extname(wanted) === '' ? path.join(folder, 'index.html') : wanted;
    try {
      const body = await readFile(file);
      return new Response(body, {
        headers: { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  };
