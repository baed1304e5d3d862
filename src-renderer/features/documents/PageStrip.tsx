// The pages of a paper one under the other as small pictures; a press goes there, and what was found is marked on them.
import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { fetchOriginal } from '../../media/original.ts';
import { useMediaDesk } from '../../media/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { pageCount, type OpenPaper } from './paper-record.ts';
import classes from './documents.module.css';

interface PageStripProps {
  readonly paper: OpenPaper;
  /** From 1. */
  readonly number: number;
  readonly onPage: (number: number) => void;
  /** How many times what is looked for stands on each page, by page number. */
  readonly foundByPage: ReadonlyMap<number, number>;
}

export const PageStrip = ({ paper, number, onPage, foundByPage }: PageStripProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.children.item(number - 1)?.scrollIntoView({ block: 'nearest' });
  }, [number]);
  const { sha, mime } = paper.record.body;
  return (
    <nav ref={list} className={classes['strip']} aria-label={t('pageList')}>
      {Array.from({ length: pageCount(paper) }, (_, at) => at + 1).map((page) => {
        const photo = paper.photos[page - 1];
        const found = foundByPage.get(page) ?? 0;
        return (
          <UnstyledButton
            key={page}
            className={classes['thumb']}
            aria-label={found > 0 ? t('pageFound', { number: page, count: found }) : t('page', { number: page })}
            aria-current={page === number ? 'page' : undefined}
            onClick={() => onPage(page)}
          >
            <span className={classes['thumbPage']} data-photo={photo !== undefined || undefined}>
              {photo !== undefined && (
                <Picture sha={photo.body.sha} thumb={photo.body.thumb} alt="" originalToo={false} />
              )}
              {(mime === 'application/pdf' || (photo === undefined && mime === TIFF)) && (
                <Thumb sha={sha} page={page} isScan={mime === TIFF} />
              )}
            </span>
            <span className={classes['thumbNumber']}>{page}</span>
            {found > 0 && <span className={classes['found']}>{found}</span>}
          </UnstyledButton>
        );
      })}
    </nav>
  );
};

/** Px; twice what is shown, for sharp screens. */
const WIDTH = 144;

const TIFF = 'image/tiff';

interface ThumbProps {
  readonly sha: string;
  readonly page: number;
  /** A TIFF of several pages rather than a PDF. */
  readonly isScan: boolean;
}

/** Drawn when it comes into sight, and only then: a catalogue has hundreds. */
const Thumb = ({ sha, page, isScan }: ThumbProps): React.JSX.Element => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { pdfs, pictures } = useMediaDesk();
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (!seen) return undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const file = await fetchOriginal(sha);
      if (file === null || gone) return;
      const bitmap = isScan
        ? await smallOf(await pictures.ask('inspect', { file, page }))
        : bitmapOf(await pdfs.ask('drawPage', { sha, file, page, width: WIDTH }));
      const target = canvas.current;
      if (bitmap === null || gone || target === null) return;
      target.width = bitmap.width;
      target.height = bitmap.height;
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
    };
    // A thumb that can't be drawn stays a white page with its number.
    draw().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [seen, sha, page, isScan, pdfs, pictures]);
  return <canvas ref={canvas} aria-hidden />;
};

const bitmapOf = (drawn: Result<{ readonly bitmap: ImageBitmap }, Failure>): ImageBitmap | null =>
  drawn.ok ? drawn.value.bitmap : null;

const smallOf = async (facts: Result<{ readonly preview: Blob }, Failure>): Promise<ImageBitmap | null> =>
  facts.ok ? createImageBitmap(facts.value.preview, { resizeWidth: WIDTH, resizeQuality: 'high' }) : null;
