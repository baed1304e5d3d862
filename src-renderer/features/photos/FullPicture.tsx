// A photo at full size: its preview at once, the original over it when it has been decrypted and decoded.
import { Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../domain/kernel/result.ts';
import type { Failure } from '../../../protocol/failures.ts';
import { Picture } from '../../media/Picture.tsx';
import { OriginalImage } from '../../media/OriginalImage.tsx';
import { useSession, useSyncStatus } from '../../sync/context.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import classes from './viewer.module.css';

interface FullPictureProps {
  readonly sha: string;
  readonly mime: string;
  readonly thumb: string;
  readonly alt: string;
}

export const FullPicture = ({ sha, mime, thumb, alt }: FullPictureProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const textOf = useFailureText();
  const { originals } = useSession();
  const { state: sync } = useSyncStatus();
  const [original, setOriginal] = useState<Original>({ state: 'coming' });
  /** How often it came from the server. */
  const [came, setCame] = useState(0);
  const take = useCallback((here: Result<null, Failure>): void => {
    if (here.ok) setCame((times) => times + 1);
    setOriginal(here.ok ? { state: 'coming' } : { state: 'missing', failure: here.error });
  }, []);
  const fetchIt = async (): Promise<void> => {
    // Asked for once: one that came and can't be shown all the same would be asked for without end.
    if (came > 0) return setOriginal({ state: 'missing', failure: { type: 'BlobDamaged' } });
    setOriginal({ state: 'fetching' });
    take(await originals.want(sha));
  };
  // The server is back while someone still looks at the preview.
  const waits = original.state === 'missing' && came === 0 && sync === 'live';
  useEffect(() => {
    if (waits) void originals.want(sha).then(take);
  }, [waits, originals, sha, take]);
  const why = original.state === 'missing' ? textOf(original.failure) : null;
  return (
    <div className={classes['full']}>
      <Picture sha={sha} thumb={thumb} alt="" originalToo={false} />
      {(original.state === 'coming' || original.state === 'shown') && (
        <OriginalImage
          key={came}
          sha={sha}
          mime={mime}
          alt={alt}
          data-shown={original.state === 'shown' || undefined}
          draggable={false}
          onLoad={() => setOriginal({ state: 'shown' })}
          onError={() => void fetchIt()}
        />
      )}
      {original.state === 'fetching' && (
        <Text size="sm" className={classes['missing']} role="status">
          {t('fetching')}
        </Text>
      )}
      {why !== null && (
        <Text size="sm" className={classes['missing']} role="status">
          {why.sentence} {why.remedy}
        </Text>
      )}
    </div>
  );
};

type Original =
  | { readonly state: 'coming' | 'fetching' | 'shown' }
  | { readonly state: 'missing'; readonly failure: Failure };
