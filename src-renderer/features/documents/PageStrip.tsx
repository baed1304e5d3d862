// The pages of a document side by side as small pictures; a press goes there, and what was found is marked on them.
import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { fetchOriginal } from '../../media/original.ts';
import { useMediaDesk } from '../../media/hooks.ts';
import classes from './documents.module.css';

interface PageStripProps {
  readonly document: RecordOf<'document'>;
  /** From 1. */
  readonly number: number;
  readonly onPage: (number: number) => void;
  /** How many times what is looked for stands on each page, by page number. */
  readonly foundByPage: ReadonlyMap<number, number>;
}

export const PageStrip = ({ document, number, onPage, foundByPage }: PageStripProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.children.item(number - 1)?.scrollIntoView({ block: 'nearest' });
  }, [number]);
  const { pages, sha, mime } = document.body;
  return (
    <nav ref={list} className={classes['strip']} aria-label={t('pageList')}>
      {Array.from({ length: pages }, (_, at) => at + 1).map((page) => {
        const found = foundByPage.get(page) ?? 0;
        return (
          <UnstyledButton
            key={page}
            className={classes['thumb']}
            aria-label={found > 0 ? t('pageFound', { number: page, count: found }) : t('page', { number: page })}
            aria-current={page === number ? 'page' : undefined}
            onClick={() => onPage(page)}
          >
            <span className={classes['thumbPage']}>
              {mime === 'application/pdf' && <Thumb sha={sha} page={page} />}
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

/** Drawn when it comes into sight, and only then: a catalogue has hundreds. */
const Thumb = ({ sha, page }: { readonly sha: string; readonly page: number }): React.JSX.Element => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { pdfs } = useMediaDesk();
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
      const drawn = await pdfs.ask('drawPage', { sha, file, page, width: WIDTH });
      const target = canvas.current;
      if (!drawn.ok || gone || target === null) return;
      target.width = drawn.value.bitmap.width;
      target.height = drawn.value.bitmap.height;
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(drawn.value.bitmap);
    };
    // A thumb that can't be drawn stays a white page with its number.
    draw().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [seen, sha, page, pdfs]);
  return <canvas ref={canvas} aria-hidden />;
};
