// One page of a PDF, drawn by the PDF worker at the size it is shown; the window only puts the finished picture on a canvas.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../protocol/failures.ts';
import { useFetchOriginal, useMediaDesk } from '../../media/hooks.ts';
import classes from './documents.module.css';
import { PageFailure } from './PageFailure.tsx';

interface PdfPageViewProps {
  readonly sha: string;
  /** From 1. */
  readonly page: number;
  readonly zoom: number;
  readonly label: string;
  /** Tells the size of what was drawn, in px. */
  readonly onDrawn: (size: { readonly width: number; readonly height: number }) => void;
}

const SHARP_WIDTH = 1_400;
/** A canvas larger than this costs more memory than it shows. */
const MOST_WIDTH = 4_200;

export const PdfPageView = ({ sha, page, zoom, label, onDrawn }: PdfPageViewProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const { pdfs } = useMediaDesk();
  const fetchOriginal = useFetchOriginal();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState<{ readonly what: string; readonly failure: Failure } | null>(null);
  const width = Math.min(MOST_WIDTH, Math.round(SHARP_WIDTH * zoom));
  // A failure is shown only for the page it is about.
  const what = `${sha}#${page}`;

  useEffect(() => {
    let gone = false;
    const fail = (failure: Failure): void => setFailed({ what, failure });
    const draw = async (): Promise<void> => {
      const file = await fetchOriginal(sha);
      if (gone) return;
      if (!file.ok) return fail(file.error);
      const drawn = await pdfs.ask('drawPage', { sha, file: file.value, page, width });
      if (gone) return;
      if (!drawn.ok) return fail(drawn.error);
      const { bitmap } = drawn.value;
      const target = canvas.current;
      if (target === null) return;
      target.width = bitmap.width;
      target.height = bitmap.height;
      onDrawn({ width: bitmap.width, height: bitmap.height });
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
    };
    draw().catch(() => fail({ type: 'Unexpected' }));
    return () => {
      gone = true;
    };
  }, [sha, page, width, what, pdfs, fetchOriginal, onDrawn]);

  return (
    <div className={classes['page']} role="img" aria-label={label}>
      <canvas ref={canvas} aria-label={t('page', { number: page })} />
      {failed?.what === what && <PageFailure failure={failed.failure} />}
    </div>
  );
};
