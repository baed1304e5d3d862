// Puts photos together as the pages of one paper, and takes them apart: what the paper, and each photo left over, then seems to be is told anew.
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { ReceiptGuess } from '../../../domain/records/media.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { useMediaDesk } from '../../media/hooks.ts';
import { pagesOfPhotos, paperGuess } from '../../media/paper-guess.ts';

type Photo = RecordOf<'photo'>;

/** Whether it came to pass; what went wrong has been said. */
type Join = (
  holder: Photo,
  order: { readonly before: readonly Photo[]; readonly now: readonly Photo[] },
) => Promise<boolean>;

export const useJoin = (): Join => {
  const run = useRun();
  const { ports } = useMediaDesk();
  const guessOf = async (photos: readonly Photo[], journey: Photo['journey']): Promise<ReceiptGuess | null> =>
    paperGuess(ports, { journey, keys: photos.map(({ key }) => key) }, await pagesOfPhotos(ports, photos));
  return async (holder, { before, now }) => {
    const staying = new Set(now.map(({ id }) => id));
    const left = before.filter(({ id }) => id !== holder.id && !staying.has(id));
    const guesses: Record<string, ReceiptGuess | null> = {};
    guesses[holder.id] = await guessOf(now.length > 1 ? now : [holder], holder.journey);
    for (const photo of left) guesses[photo.id] = await guessOf([photo], holder.journey);
    // Pages that are not here now (in the trash, not yet come) stay pages.
    const here = new Set(before.map(({ id }) => id));
    const unseen = now.length > 1 ? (holder.body.pages ?? []).filter((id) => !here.has(id) && !staying.has(id)) : [];
    const pages = now.length > 1 ? [...now.map(({ id }) => id), ...unseen] : [];
    return (await run('photo.pages', { key: holder.key, pages, guesses })).ok;
  };
};

/** The list with the entry moved by one; itself at an end. */
export const moved = <T extends { readonly key: RecordKey }>(
  list: readonly T[],
  key: RecordKey,
  by: -1 | 1,
): readonly T[] => {
  const at = list.findIndex((one) => one.key === key);
  const [here, there] = [list[at], list[at + by]];
  return here === undefined || there === undefined ? list : list.with(at, there).with(at + by, here);
};
