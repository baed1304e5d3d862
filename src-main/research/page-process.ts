// Reads web pages in a process of its own: a hostile page can end it, and nothing else.
import type { FromPageReader, ToPageReader } from './page-messages.ts';
import { readWebPage } from './read-page.ts';

process.parentPort.on('message', ({ data }: { readonly data: ToPageReader }) => answer(data));

function answer({ job, html, url }: ToPageReader): void {
  try {
    say({ kind: 'done', job, ...readWebPage(html, url) });
  } catch (problem) {
    say({ kind: 'refused', job, reason: problem instanceof Error ? problem.name : 'unknown' });
  }
}

function say(message: FromPageReader): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window
  process.parentPort.postMessage(message);
}
