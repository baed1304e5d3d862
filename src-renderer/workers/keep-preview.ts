// Makes the preview of an original that came from elsewhere: others' photos arrive as originals and are shown small first.
import type { Previews } from '../data/store.ts';
import { pdfCrew, pictureCrew } from './crew.ts';

/** Does nothing for an original that is not here or can't be shown: the list then keeps its stand-in. */
export const keepPreviewOf = async (
  previews: Previews,
  { sha, mime }: { readonly sha: string; readonly mime: string },
): Promise<void> => {
  if ((await previews.get(sha)) !== null) return;
  const answer = await fetch(`plumbline-blob://${sha}`);
  if (!answer.ok) return;
  const file = await answer.blob();
  const facts =
    mime === 'application/pdf' ? await pdfCrew.ask('inspect', { file }) : await pictureCrew.ask('inspect', { file });
  if (facts.ok) await previews.put(sha, facts.value.preview);
};
