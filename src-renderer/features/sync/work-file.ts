// The file by which someone whose access has ended hands their work to the owner: one line of JSON, then the originals' bytes.
import { z } from 'zod';
import { keyOf, personId } from '../../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../../domain/kernel/result.ts';
import { wireRecord } from '../../../domain/records/envelope.ts';
import { sha256 } from '../../../domain/records/media.ts';
import type { Failure } from '../../../protocol/failures.ts';

/** What file names end with. */
export const WORK_FILE = '.plumbline-work';
const MOST_HEAD_BYTES = 20_000_000;
const NEWLINE = 10;

/** A key that names another place than its record would change something else than what is shown. */
const handed = wireRecord.refine(({ key, space, id }) => key === keyOf(space, id));

const head = z.object({
  plumbline: z.literal('work'),
  version: z.literal(1),
  from: z.object({ person: personId, name: z.string().max(200) }),
  madeAt: z.int(),
  work: z
    .array(z.object({ record: handed, reason: z.string().max(40), fields: z.array(z.string()).max(200) }))
    .max(5_000),
  /** In the order in which their bytes follow. */
  originals: z.array(z.object({ sha: sha256, name: z.string().max(300), bytes: z.int().positive() })).max(5_000),
});
export type WorkHead = z.infer<typeof head>;

export interface Work extends Omit<WorkHead, 'originals'> {
  readonly fileBySha: ReadonlyMap<string, File>;
}

/** Bytes of the originals in one file at most: what does not fit is left out, and its record says that it is missing. */
export const MOST_ORIGINAL_BYTES = 150_000_000;

export const packWork = (
  { from, madeAt, work }: Pick<WorkHead, 'from' | 'madeAt' | 'work'>,
  originals: readonly { readonly sha: string; readonly name: string; readonly file: Blob }[],
): Blob => {
  let room = MOST_ORIGINAL_BYTES;
  const taken = originals.filter(({ file }) => {
    const fits = file.size <= room && file.size > 0;
    if (fits) room -= file.size;
    return fits;
  });
  const first: WorkHead = {
    plumbline: 'work',
    version: 1,
    from,
    madeAt,
    work,
    originals: taken.map(({ sha, name, file }) => ({ sha, name, bytes: file.size })),
  };
  return new Blob([JSON.stringify(first), '\n', ...taken.map(({ file }) => file)]);
};

/** `FileDamaged` for what is no such file or was cut short. Who opens it must not trust a word of it: it came from outside. */
export const unpackWork = async (file: Blob): Promise<Result<Work, Failure>> => {
  const start = new Uint8Array(await file.slice(0, MOST_HEAD_BYTES).arrayBuffer());
  const end = start.indexOf(NEWLINE);
  const read = head.safeParse(end < 0 ? null : jsonOf(new TextDecoder().decode(start.subarray(0, end))));
  if (!read.success) return err({ type: 'FileDamaged' });
  const { originals, ...rest } = read.data;
  const fileBySha = new Map<string, File>();
  let at = end + 1;
  for (const { sha, name, bytes } of originals) {
    fileBySha.set(sha, new File([file.slice(at, at + bytes)], name));
    at += bytes;
  }
  return at === file.size ? ok({ ...rest, fileBySha }) : err({ type: 'FileDamaged' });
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
