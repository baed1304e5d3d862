// Search providers and shops on loopback, with what goes wrong at them: slow, cut in the middle, nonsense, too many questions.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { exhaustive } from '../../domain/kernel/exhaustive.ts';

/** What a provider does when it is asked. */
export type Mood =
  | 'well'
  | 'slow'
  | 'cut'
  | 'nonsense'
  | 'html'
  | 'busy'
  | 'refuses'
  | 'broken'
  | 'redirects'
  | 'endless';

export interface FakeWeb {
  readonly port: number;
  readonly address: string;
  /** What was asked of it, with its headers and body. */
  readonly asked: readonly Asked[];
  readonly set: (mood: Mood) => void;
  /** Puts a page at a path; it replaces what was there. */
  readonly page: (path: string, page: Page) => void;
  readonly close: () => Promise<void>;
}

export interface Asked {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** The connection ends after half of the body. */
  readonly cut?: boolean;
  /** Nothing is answered for so long, ms. */
  readonly wait?: number;
}

export interface FakeResult {
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

const answerOf = (url: string, results: readonly FakeResult[]): object => {
  if (url.startsWith('/res/v1/web/search'))
    return {
      type: 'search',
      web: { results: results.map(({ url: at, title, text }) => ({ url: at, title, description: text })) },
    };
  return { query: 'q', results: results.map(({ url: at, title, text }) => ({ url: at, title, content: text })) };
};

const isSearch = (url: string): boolean => url.startsWith('/search') || url.startsWith('/res/v1/web/search');

export const openFakeWeb = async (results: readonly FakeResult[]): Promise<FakeWeb> => {
  const asked: Asked[] = [];
  const pages = new Map<string, Page>();
  const waiting = new Set<NodeJS.Timeout>();
  let mood: Mood = 'well';

  const search = (url: string, reply: ServerResponse): void => {
    const json = (status: number, text: string): void =>
      void reply.writeHead(status, { 'content-type': 'application/json' }).end(text);
    const text = JSON.stringify(answerOf(url, results));
    switch (mood) {
      case 'well':
        return json(200, text);
      case 'slow':
        waiting.add(setTimeout(() => json(200, text), 30_000));
        return undefined;
      case 'cut':
        reply.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length) });
        reply.write(text.slice(0, text.length / 2), () => reply.destroy());
        return undefined;
      case 'nonsense':
        return json(200, '{"results": "none"}');
      case 'html':
        return json(200, '<!doctype html><title>Sign in</title>');
      case 'busy':
        return json(429, '{}');
      case 'refuses':
        return json(403, '{}');
      case 'broken':
        return json(502, '{}');
      case 'redirects':
        return void reply.writeHead(302, { location: '/elsewhere' }).end();
      case 'endless': {
        reply.writeHead(200, { 'content-type': 'application/json' });
        const more = setInterval(() => reply.write(' '.repeat(200_000)), 1);
        reply.once('close', () => clearInterval(more));
        return undefined;
      }
      default:
        return exhaustive(mood);
    }
  };

  const show = (
    { status = 200, headers = {}, body = '', cut = false, wait = 0 }: Page,
    reply: ServerResponse,
  ): void => {
    const bytes = Buffer.from(body);
    const send = (): void => {
      reply.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(bytes.length),
        ...headers,
      });
      if (cut) reply.write(bytes.subarray(0, bytes.length / 2), () => reply.destroy());
      else reply.end(bytes);
    };
    if (wait === 0) send();
    else waiting.add(setTimeout(send, wait));
  };

  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { url = '', headers } = request;
      asked.push({ url, headers, body: Buffer.concat(parts).toString() });
      const page = pages.get(url);
      if (page !== undefined) show(page, reply);
      else if (isSearch(url)) search(url, reply);
      else reply.writeHead(404, { 'content-type': 'text/html' }).end('<p>Not here</p>');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    asked,
    set: (next) => {
      mood = next;
    },
    page: (path, page) => void pages.set(path, page),
    close: async () => {
      for (const timer of waiting) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** A shop's page as shops write them: a frame of links, a script for machines, a table of facts. */
export const shopPage = ({
  title,
  price,
  unit = null,
  currency = 'EUR',
}: {
  readonly title: string;
  readonly price: string;
  /** UN/CEFACT code and how much of it the price buys. */
  readonly unit?: readonly [code: string, value: string] | null;
  readonly currency?: string;
}): string => `<!doctype html><html lang="en"><head><title>${title} | Shop</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="Tile House">
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: title,
  offers: {
    '@type': 'Offer',
    price,
    priceCurrency: currency,
    ...(unit === null
      ? {}
      : {
          priceSpecification: {
            '@type': 'UnitPriceSpecification',
            price,
            priceCurrency: currency,
            referenceQuantity: { '@type': 'QuantitativeValue', unitCode: unit[0], value: unit[1] },
          },
        }),
  },
})}</script></head><body>
<nav><a href="/">Home</a> <a href="/basket">Basket</a></nav>
<main><h1>${title}</h1>
<p>A through-coloured porcelain tile for floors that see boots and buckets. It takes frost, salt and a dropped hammer, and it is cut to size before it is glazed, so that joints of two millimetres are possible.</p>
<h2>Facts</h2>
<table><tr><th>Size</th><td>60 × 60 cm</td></tr><tr><th>Slip</th><td>R11</td></tr></table>
<ul><li>Rectified edges</li><li>Ten years of warranty</li></ul>
<script>document.title = 'run'; window.stolen = document.cookie;</script>
<p onclick="steal()">Delivered on a pallet within two weeks, to the kerb. Boxes that are unopened are taken back within a month for what they cost.</p></main>
<footer>Imprint and all that is in every footer</footer></body></html>`;

export const gzipped = (html: string): Page => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(html) });
