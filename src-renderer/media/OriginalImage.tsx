// An original in full: by its address where browsers show its kind, else as a JPEG that the media worker makes of it.
import { useEffect, useEffectEvent, useState } from 'react';
import type { Failure } from '../../protocol/failures.ts';
import { useMediaDesk } from './hooks.ts';
import { originalUrl } from './original.ts';

interface OriginalImageProps extends Omit<React.ComponentProps<'img'>, 'src' | 'onError'> {
  readonly sha: string;
  readonly mime: string;
  /** Of a scan with several, from 1. */
  readonly page?: number;
  /**
   * By the media worker, whatever its kind. So it is for a document: it may have been kept although it could not be opened, and
   * nothing decodes a picture whose size was not looked at.
   */
  readonly isRendered?: boolean;
  /** It is not on this device, or can't be shown; why, where that is known. */
  readonly onError: (why: Failure | null) => void;
}

/** Kinds that no <img> shows. */
const RENDERED: ReadonlySet<string> = new Set(['image/heic', 'image/tiff']);

export const OriginalImage = ({ isRendered = false, ...props }: OriginalImageProps): React.JSX.Element | null =>
  isRendered || RENDERED.has(props.mime) ? <Rendered {...props} /> : <Plain {...props} />;

type ShownProps = Omit<OriginalImageProps, 'isRendered'>;

const Plain = ({ sha, mime: _mime, page: _page, alt, onError, ...rest }: ShownProps): React.JSX.Element => (
  <img src={originalUrl(sha)} alt={alt} onError={() => onError(null)} {...rest} />
);

const Rendered = ({ sha, mime, page = 1, alt, onError, ...rest }: ShownProps): React.JSX.Element | null => {
  const { ports } = useMediaDesk();
  const [url, setUrl] = useState<string | null>(null);
  // The caller may make it anew on each draw: what is rendered does not start again for it.
  const fail = useEffectEvent(onError);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    const render = async (): Promise<void> => {
      const file = await ports.original(sha);
      const picture =
        file === null ? null : await ports.pictures.ask('rendered', { file: new Blob([file], { type: mime }), page });
      if (gone) return;
      if (picture?.ok !== true) return fail(picture?.error ?? null);
      made = URL.createObjectURL(picture.value);
      setUrl(made);
    };
    render().catch(() => {
      if (!gone) fail(null);
    });
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [ports, sha, mime, page]);
  return url === null ? null : <img src={url} alt={alt} onError={() => onError(null)} {...rest} />;
};
