// Builds the page, Electron main, its preload and the sync server from one file, and tells vitest where the tests are.
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import react from '@vitejs/plugin-react';
import type { EnvironmentOptions, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const at = (relative: string): string => path.resolve(import.meta.dirname, relative);

// The runtime and everything Node brings with itself.
const builtin: readonly (string | RegExp)[] = ['electron', /^node:/, ...builtinModules];

// Main's own packages that must stay on disk: libsql loads a native file by the name of the machine, tesseract's core its
// program beside itself. electron-builder.yml ships them, unpacked beside the archive; all else is bundled into dist/main.
const mainOnDisk: readonly RegExp[] = [/^libsql(\/|$)/, /^@libsql\//, /^tesseract\.js-core(\/|$)/];

/**
 * The language data of OCR, for src-main/ocr: copied to dist/main/ocr-data/<language>.traineddata.gz.
 * The threads that read it lie in dist/main/reader. In an installed Plumbline both folders lie unpacked beside the archive,
 * since a worker thread does not read archives.
 */
const ocrData = ['eng', 'deu', 'fra', 'spa', 'ita', 'nld', 'por', 'pol'].map((language) => ({
  from: `node_modules/@tesseract.js-data/${language}/4.0.0_best_int`,
  to: 'dist/main/ocr-data',
}));

// What pdf.js fetches while it draws: beside the page as pdfjs/wasm/, pdfjs/cmaps/, pdfjs/standard_fonts/, pdfjs/iccs/.
const pdfParts: readonly string[] = ['wasm', 'cmaps', 'standard_fonts', 'iccs'];

/**
 * What the page fetches as it came from its makers: folders and files of packages, by where they lie beside the built page. libheif
 * is under the LGPL: a file of its own, with its licence, that whoever has Plumbline may put another in the place of.
 */
const pageParts: readonly Copy[] = [
  ...pdfParts.map((part) => ({ from: `node_modules/pdfjs-dist/${part}`, to: `pdfjs/${part}` })),
  ...['libheif-bundle.mjs', 'LICENSE'].map((name) => ({
    from: `node_modules/libheif-js/libheif-wasm/${name}`,
    to: `heif/${name}`,
  })),
  // Beside the model of src-renderer/public/objects. The third, with threads, needs memory that the page may not share.
  ...['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'].map((name) => ({
    from: `node_modules/@tensorflow/tfjs-backend-wasm/dist/${name}`,
    to: `objects/${name}`,
  })),
];

/** vitest leaves one core to itself and would run one file at a time on two; much of what these do is to wait. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  root: at('src-renderer'),
  publicDir: at('src-renderer/public'),
  base: './',
  plugins: [
    react(),
    copyAfterBuild('main', ocrData),
    copyAfterBuild(
      'client',
      pageParts.map(({ from, to }) => ({ from, to: `dist/renderer/${to}` })),
    ),
    servePageParts(),
  ],
  worker: { format: 'es' },
  // Found at the start: what the dev server meets only later makes it reload the window in the middle of someone's work.
  optimizeDeps: { entries: ['index.html', 'workers/**/*.ts', 'features/**/*.{ts,tsx}'] },
  build: {
    outDir: at('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      onLog: (level, log, handle) => {
        // @mantine/schedule looks whether rrule has a default export, and goes without it where there is none.
        if (log.code !== 'IMPORT_IS_UNDEFINED' || !log.message.includes('@mantine/schedule')) handle(level, log);
      },
    },
  },
  environments: {
    main: nodeBundle({
      entries: [
        'src-main/main.ts',
        'src-main/ocr/ocr-process.ts',
        'src-main/search/search-process.ts',
        'src-main/extract/extract-process.ts',
        'src-main/research/page-process.ts',
      ],
      outDir: 'dist/main',
      format: 'es',
      external: [...builtin, ...mainOnDisk],
    }),
    // A worker thread reads no archive: it is one file, unpacked.
    reader: nodeBundle({
      entries: ['src-main/ocr/ocr-thread.ts'],
      outDir: 'dist/main/reader',
      format: 'es',
      external: [...builtin, ...mainOnDisk],
      whole: true,
    }),
    preload: nodeBundle({ entries: ['src-main/preload.ts'], outDir: 'dist/preload', format: 'cjs', external: builtin }),
    // The server runs from a checkout or a container that has node_modules, so no package is bundled into it: argon2 and
    // LevelDB are native, and PouchDB's plugins must meet the one copy of PouchDB.
    sync: nodeBundle({
      entries: ['sync-server/server.ts'],
      outDir: 'dist/sync-server',
      format: 'es',
      external: [...builtin, /^(?![./\0]|[A-Za-z]:[\\/])/],
    }),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'main', 'reader', 'preload', 'sync']) {
        const environment = builder.environments[name];
        if (environment === undefined) throw new Error(`vite.config.ts names no environment "${name}"`);
        await builder.build(environment);
      }
    },
  },
  test: {
    root: import.meta.dirname,
    // vitest would put its cache under the page's root otherwise.
    projects: [
      // Nothing of one file is left to the next, so that what they all import is loaded once and not 180 times: a third of the time.
      project('unit', ['unit', 'contract', 'architecture', 'model', 'scenario', 'world'], {
        testTimeout: 30_000,
        isolate: false,
        maxWorkers,
      }),
      project('integration', ['integration'], { testTimeout: 60_000, hookTimeout: 60_000, maxWorkers }),
      // Real windows: one file at a time, or two machines' worth of Electron fight over two cores.
      project('e2e', ['e2e'], { testTimeout: 180_000, hookTimeout: 120_000, fileParallelism: false, maxWorkers: 1 }),
    ],
  },
});

/** What browsers insist on being told. */
const SERVED_AS: Readonly<Record<string, string>> = { '.wasm': 'application/wasm', '.mjs': 'text/javascript' };

interface NodeBundle {
  readonly entries: readonly string[];
  readonly outDir: string;
  readonly format: 'es' | 'cjs';
  readonly external: readonly (string | RegExp)[];
  /** In one file, without chunks beside it. */
  readonly whole?: boolean;
}

/** A bundle that runs under Electron's or plain Node, not in the page: one file an entry, named after it. */
function nodeBundle({ entries, outDir, format, external, whole = format === 'cjs' }: NodeBundle): EnvironmentOptions {
  // What lies unpacked beside the archive has no package.json that says what it is.
  const extension = format === 'cjs' ? 'cjs' : whole ? 'mjs' : 'js';
  return {
    consumer: 'server',
    resolve: { conditions: ['node', 'import', 'default'], noExternal: true },
    build: {
      target: 'node20.18',
      outDir: at(outDir),
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((entry) => [path.basename(entry, '.ts'), at(entry)])),
        external: [...external],
        platform: 'node',
        // A sandboxed preload can load no second file; the programs of main share chunks.
        output: { format, entryFileNames: `[name].${extension}`, codeSplitting: !whole },
      },
    },
  };
}

interface ProjectLimits {
  readonly testTimeout: number;
  readonly hookTimeout?: number;
  readonly fileParallelism?: boolean;
  readonly isolate?: boolean;
  readonly maxWorkers?: number;
}

function project(name: string, folders: readonly string[], limits: ProjectLimits) {
  return {
    extends: true as const,
    test: {
      name,
      root: import.meta.dirname,
      include: folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
      // What is waited for comes: a busy machine takes more than the second that is usual.
      expect: { poll: { timeout: 20_000, interval: 50 } },
      ...limits,
    },
  };
}

interface Copy {
  readonly from: string;
  readonly to: string;
}

/** Copies whole folders, and files, into what one environment built, after it was written. */
function copyAfterBuild(environment: string, copies: readonly Copy[]): Plugin {
  return {
    name: `plumbline:copy-into-${environment}`,
    apply: 'build',
    applyToEnvironment: ({ name }) => name === environment,
    async writeBundle() {
      for (const { from, to } of copies) {
        await mkdir(path.dirname(at(to)), { recursive: true });
        await cp(at(from), at(to), { recursive: true });
      }
    },
  };
}

/** The dev server's answer for what copyAfterBuild puts beside the built page. */
function servePageParts(): Plugin {
  return {
    name: 'plumbline:serve-page-parts',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [wanted = ''] = (request.url ?? '').slice(1).split('?');
        const part = pageParts.find(({ to }) => wanted === to || path.posix.dirname(wanted) === to);
        if (part === undefined) return next();
        const file = at(wanted === part.to ? part.from : `${part.from}/${path.posix.basename(wanted)}`);
        if (!existsSync(file)) return next();
        const type = SERVED_AS[path.extname(file)];
        if (type !== undefined) response.setHeader('Content-Type', type);
        createReadStream(file).pipe(response);
      });
    },
  };
}
