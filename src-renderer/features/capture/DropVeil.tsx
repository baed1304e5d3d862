// Says, while files are held over the window, what letting go will do.
import { Text } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './capture.module.css';

export const DropVeil = ({ where }: { readonly where: string | null }): React.JSX.Element => {
  const { t } = useTranslation('capture');
  return (
    <div className={classes['veil']} role="status">
      <div className={classes['veilCard']}>
        <IconPhotoDown size={32} stroke={1.5} aria-hidden />
        <Text fw={600} size="lg">
          {where === null ? t('dropNowhere') : t('dropHere')}
        </Text>
        {where !== null && <Text c="dimmed">{t('dropOn', { where })}</Text>}
      </div>
    </div>
  );
};
