// What stands beside the pages of an open paper: its values, or what else is known of it; which of the two a person chooses.
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import mediaClasses from '../../media/media.module.css';

export type Side = 'values' | 'about';

interface PaperBesideProps {
  readonly shown: Side;
  readonly onSide: (side: Side) => void;
  /** Null while nothing has been read: then there is nothing to choose. */
  readonly values: React.ReactNode | null;
  readonly about: React.ReactNode;
}

export const PaperBeside = ({ shown, onSide, values, about }: PaperBesideProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  return (
    <div className={mediaClasses['besideBody']}>
      {values !== null && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('paper.side.label')}
          value={shown}
          onChange={(value) => onSide(value === 'about' ? 'about' : 'values')}
          data={[
            { value: 'values', label: t('paper.side.values') },
            { value: 'about', label: t('paper.side.about') },
          ]}
        />
      )}
      {shown === 'values' && values !== null ? values : about}
    </div>
  );
};
