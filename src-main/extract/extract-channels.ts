// What the page may ask about documents without pages of their own. It names them by hash; main reads the bytes itself.
import { buffer } from 'node:stream/consumers';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { BlobFiles } from '../blobs/blob-files.ts';
import { readOriginal } from '../blobs/read-original.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { Extracted } from './extract-messages.ts';
import type { Extractor } from './extractor.ts';

/** Bytes of the largest document whose words are taken out: a text of this size is thousands of pages. */
const MOST_BYTES = 50 * 1024 * 1024;

export interface ExtractParts {
  readonly files: BlobFiles;
  readonly key: () => Result<Buffer | null, Failure>;
  readonly extractor: Extractor;
}

export const extractChannels = ({
  files,
  key,
  extractor,
}: ExtractParts): Pick<Handlers, 'paper.extract' | 'paper.attachments'> => {
  const extract = async (sha: string, mime: string): Promise<Result<Extracted, Failure>> => {
    const opening = key();
    if (!opening.ok) return opening;
    const original = await readOriginal(files.pathOf(sha), sha, opening.value);
    if (original.state === 'missing') return err({ type: 'BlobMissing' });
    if (original.state === 'damaged') return err({ type: 'BlobDamaged' });
    if (original.bytes > MOST_BYTES) return err({ type: 'FileUnpacksTooLarge' });
    const { body } = original;
    return extractor.extract(mime, body instanceof Uint8Array ? new Uint8Array(body) : await buffer(body));
  };
  return {
    'paper.extract': async ({ sha, mime }) => {
      const found = await extract(sha, mime);
      if (!found.ok) return found;
      const { pages, title, attachments } = found.value;
      return ok({ pages: [...pages], title, attachments: attachments.length });
    },
    'paper.attachments': async ({ sha, mime }) => {
      const found = await extract(sha, mime);
      return found.ok ? ok({ files: [...found.value.attachments], leftOut: found.value.leftOut }) : found;
    },
  };
};
