// Makes and keeps the preview of an original that has come from another device.
import type { Store } from '../data/store.ts';
import { mediaDeskOf } from './media-desk.ts';
import { fetchOriginal } from './original.ts';

/** Does nothing when the preview is there already; an original that can't be drawn is left without one. */
export const keepPreviewOf = async (
  store: Store,
  { sha, mime }: { readonly sha: string; readonly mime: string },
): Promise<void> => {
  // Word, Excel, e-mail and text have no picture of themselves.
  if (!mime.startsWith('image/') && mime !== 'application/pdf') return;
  if ((await store.previews.get(sha)) !== null) return;
  const file = await fetchOriginal(sha);
  if (file === null) return;
  const desk = mediaDeskOf(store);
  const facts =
    mime === 'application/pdf'
      ? await desk.pdfs.ask('inspect', { file })
      : await desk.pictures.ask('inspect', { file });
  if (facts.ok) await store.previews.put(sha, facts.value.preview);
};
