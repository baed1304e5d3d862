// One page of a paper as it looks: a page of a PDF, or the photo that was taken of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadPage } from '../../../domain/records/media.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { useFetchOriginal } from '../../media/hooks.ts';
import { OriginalImage } from '../../media/OriginalImage.tsx';
import { Picture } from '../../media/Picture.tsx';
import classes from './documents.module.css';
import { PageFailure } from './PageFailure.tsx';
import { PdfPageView } from './PdfPageView.tsx';
import type { OpenPaper } from './paper-record.ts';

interface PaperPageProps {
  readonly paper: OpenPaper;
  /** From 1. */
  readonly number: number;
  readonly zoom: number;
  /** As it was read; null while it has not been. */
  readonly page: ReadPage | null;
  readonly onDrawn: (size: { readonly width: number; readonly height: number }) => void;
}

export const PaperPage = ({ paper, number, zoom, page, onDrawn }: PaperPageProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const label = t('page', { number });
  const photo = paper.photos[number - 1];
  if (photo !== undefined) return <PicturePage key={photo.key} picture={photo.body} page={1} label={label} />;
  const { sha, mime } = paper.record.body;
  if (mime.startsWith('image/'))
    return <PicturePage key={number} picture={{ sha, mime, thumb: '' }} page={number} label={label} isRendered />;
  return mime === 'application/pdf' ? (
    <PdfPageView sha={sha} page={number} zoom={zoom} label={label} onDrawn={onDrawn} />
  ) : (
    <TypedPage page={page} label={label} />
  );
};

/** A page that was laid out here from the words of a file without pages. */
const TypedPage = ({ page, label }: { readonly page: ReadPage | null; readonly label: string }): React.JSX.Element => (
  <div className={classes['page']} role="img" aria-label={label}>
    {page !== null && (
      <svg className={classes['typed']} viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden>
        {page.words.map(([text, x0, y0, x1, y1]) => (
          <text
            key={`${x0} ${y0}`}
            x={x0}
            y={y1 - (y1 - y0) * 0.22}
            textLength={x1 - x0}
            lengthAdjust="spacingAndGlyphs"
            fontSize={(y1 - y0) * 0.84}
          >
            {text}
          </text>
        ))}
      </svg>
    )}
  </div>
);

interface PicturePageProps {
  readonly picture: Pick<RecordOf<'photo'>['body'], 'sha' | 'mime' | 'thumb'>;
  /** Of a scan with several. */
  readonly page: number;
  readonly label: string;
  readonly isRendered?: boolean;
}

/** Its preview at once, the original over it; fetched once when it is not on this device. */
const PicturePage = ({ picture, page, label, isRendered = false }: PicturePageProps): React.JSX.Element => {
  const { sha, mime, thumb } = picture;
  const fetchOriginal = useFetchOriginal();
  const [tries, setTries] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const fetchIt = async (failed: Failure | null): Promise<void> => {
    if (failed !== null) return setFailure(failed);
    if (tries > 0) return setFailure({ type: 'BlobDamaged' });
    const come = await fetchOriginal(sha);
    if (come.ok) setTries(1);
    else setFailure(come.error);
  };
  return (
    <div className={classes['page']}>
      {page === 1 && <Picture sha={sha} thumb={thumb} alt="" originalToo={false} />}
      {failure === null && (
        <OriginalImage
          key={tries}
          sha={sha}
          mime={mime}
          page={page}
          alt={label}
          draggable={false}
          isRendered={isRendered}
          onError={(failed) => void fetchIt(failed)}
        />
      )}
      {failure !== null && <PageFailure failure={failure} />}
    </div>
  );
};
