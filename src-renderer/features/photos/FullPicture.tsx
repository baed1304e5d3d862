// A photo at full size: its preview at once, the original over it when it has been decrypted and decoded.
import { Text } from '@mantine/core';
import { useState } from 'react';
import { Picture } from '../../media/Picture.tsx';
import { originalUrl } from '../../media/original.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import classes from './viewer.module.css';

interface FullPictureProps {
  readonly sha: string;
  readonly thumb: string;
  readonly alt: string;
}

export const FullPicture = ({ sha, thumb, alt }: FullPictureProps): React.JSX.Element => {
  const missing = useFailureText()({ type: 'BlobMissing' });
  const [original, setOriginal] = useState<'coming' | 'shown' | 'missing'>('coming');
  return (
    <div className={classes['full']}>
      <Picture sha={sha} thumb={thumb} alt="" originalToo={false} />
      {original !== 'missing' && (
        <img
          src={originalUrl(sha)}
          alt={alt}
          data-shown={original === 'shown' || undefined}
          draggable={false}
          onLoad={() => setOriginal('shown')}
          onError={() => setOriginal('missing')}
        />
      )}
      {original === 'missing' && (
        <Text size="sm" className={classes['missing']} role="status">
          {missing.sentence} {missing.remedy}
        </Text>
      )}
    </div>
  );
};
