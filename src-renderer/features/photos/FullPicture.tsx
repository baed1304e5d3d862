// A photo at full size: its preview at once, the original over it when it has been decrypted and decoded.
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../protocol/failures.ts';
import { Picture } from '../../media/Picture.tsx';
import { originalUrl } from '../../media/original.ts';
import { useSession } from '../../sync/context.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import classes from './viewer.module.css';

interface FullPictureProps {
  readonly sha: string;
  readonly thumb: string;
  readonly alt: string;
}

export const FullPicture = ({ sha, thumb, alt }: FullPictureProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const textOf = useFailureText();
  const { originals } = useSession();
  const [original, setOriginal] = useState<Original>({ state: 'coming' });
  const fetchIt = async (): Promise<void> => {
    // Asked for once: one that arrived and can't be shown all the same would be asked for without end.
    if (original.state === 'again') return setOriginal({ state: 'missing', failure: { type: 'BlobDamaged' } });
    setOriginal({ state: 'fetching' });
    const here = await originals.want(sha);
    setOriginal(here.ok ? { state: 'again' } : { state: 'missing', failure: here.error });
  };
  const why = original.state === 'missing' ? textOf(original.failure) : null;
  return (
    <div className={classes['full']}>
      <Picture sha={sha} thumb={thumb} alt="" originalToo={false} />
      {original.state !== 'missing' && original.state !== 'fetching' && (
        <img
          key={original.state === 'again' ? 'again' : 'first'}
          src={originalUrl(sha)}
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
  | { readonly state: 'coming' | 'fetching' | 'again' | 'shown' }
  | { readonly state: 'missing'; readonly failure: Failure };
