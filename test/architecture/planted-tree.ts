// A small checkout in a temporary folder, with this checkout's own rules, to plant violations in.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const checkout = path.resolve(import.meta.dirname, '../..');

/** Path within the tree -> content. */
export type Plants = Readonly<Record<string, string>>;

export interface Finding {
  readonly code: number | null;
  readonly output: string;
}

export interface PlantedTree {
  readonly root: string;
  /** Runs one of scripts/check-*.mjs on the tree. */
  readonly check: (name: string) => Finding;
  /** Runs a program of node_modules in the tree, by its entry file. */
  readonly tool: (entry: string, args: readonly string[]) => Finding;
  readonly remove: () => void;
}

const rules = ['.dependency-cruiser.mjs', '.oxlintrc.json', 'tsconfig.base.json', 'tsconfig.json', 'package.json'];
const programs = ['domain', 'protocol', 'src-main', 'src-renderer', 'sync-server', 'test'];

export function plantTree(plants: Plants): PlantedTree {
  const root = mkdtempSync(path.join(tmpdir(), 'plumbline-planted-'));
  for (const file of [...rules, ...programs.map((folder) => `${folder}/tsconfig.json`)]) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    copyFileSync(path.join(checkout, file), path.join(root, file));
  }
  symlinkSync(path.join(checkout, 'node_modules'), path.join(root, 'node_modules'));
  for (const [file, content] of Object.entries(plants)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  return {
    root,
    check: (name) => runNode([path.join(checkout, `scripts/check-${name}.mjs`), root], root),
    tool: (entry, args) => runNode([path.join(checkout, 'node_modules', entry), ...args], root),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Runs one of scripts/check-*.mjs on this checkout. */
export function checkCheckout(name: string): Finding {
  return runNode([path.join(checkout, `scripts/check-${name}.mjs`)], checkout);
}

function runNode(args: readonly string[], cwd: string): Finding {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { code: status, output: `${stdout}${stderr}` };
}
