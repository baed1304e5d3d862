// Takes the words out of documents in a process of its own: a hostile file can end it, and nothing else.
import { extract } from './extract.ts';
import type { FromExtractor, ToExtractor } from './extract-messages.ts';
import { BombError } from './zip-guard.ts';

process.parentPort.on('message', ({ data }: { readonly data: ToExtractor }) => void answer(data));

async function answer({ job, mime, bytes }: ToExtractor): Promise<void> {
  try {
    say({ kind: 'done', job, ...(await extract(mime, bytes)) });
  } catch (problem) {
    const why = problem instanceof BombError ? 'bomb' : 'damaged';
    say({ kind: 'refused', job, why, reason: problem instanceof Error ? problem.message.slice(0, 200) : 'unknown' });
  }
}

function say(message: FromExtractor): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window
  process.parentPort.postMessage(message);
}
