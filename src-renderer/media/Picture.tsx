// A picture in a list: its blurred stand-in at once, then the preview; the original only when there is no preview.
import { useEffect, useRef, useState } from 'react';
import { thumbHashToRGBA } from 'thumbhash';
import type { Turn } from '../../domain/records/media.ts';
import { usePreviewUrl } from './hooks.ts';
import { originalUrl } from './original.ts';
import classes from './media.module.css';

export interface PictureProps {
  readonly sha: string;
  /** ThumbHash in base64, '' for none. */
  readonly thumb: string;
  readonly alt: string;
  /** A PDF's original is no picture: it shows its stand-in until a preview comes. */
  readonly originalToo?: boolean;
  readonly turn?: Turn | null | undefined;
}

export const Picture = ({ sha, thumb, alt, originalToo = true, turn }: PictureProps): React.JSX.Element => {
  const { url, missing } = usePreviewUrl(sha);
  // An original that is still on another device shows as a broken picture; the stand-in alone is better.
  const [broken, setBroken] = useState(false);
  const source = url ?? (missing && originalToo && !broken ? originalUrl(sha) : null);
  return (
    <div className={classes['picture']} data-turn={turn || undefined}>
      <ThumbHash hash={thumb} />
      {source !== null && (
        <img src={source} alt={alt} draggable={false} decoding="async" onError={() => setBroken(true)} />
      )}
    </div>
  );
};

/** Drawn into a canvas: an address with data in it would need a wider content policy. */
const ThumbHash = ({ hash }: { readonly hash: string }): React.JSX.Element => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (canvas.current === null || context == null || hash === '') return;
    try {
      const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(hash), (letter) => letter.codePointAt(0) ?? 0));
      canvas.current.width = w;
      canvas.current.height = h;
      context.putImageData(new ImageData(new Uint8ClampedArray(rgba), w, h), 0, 0);
    } catch {
      // A stand-in that does not decode leaves the grey square.
    }
  }, [hash]);
  return <canvas ref={canvas} aria-hidden />;
};
