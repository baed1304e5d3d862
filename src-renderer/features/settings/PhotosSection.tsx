// Settings, Photos: whether this device keeps where the person's photos were taken. Off until they say so.
import { Switch } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../data/hooks.ts';
import { KEEP_PLACES } from '../../media/kept-places.ts';

export const PhotosSection = (): ReactElement => {
  const { t } = useTranslation('settings');
  const [keeps, setKeeps] = useSetting(KEEP_PLACES, false);
  return (
    <Switch
      label={t('photos.place')}
      description={t('photos.placeText')}
      checked={keeps}
      onChange={(event) => setKeeps(event.currentTarget.checked)}
    />
  );
};
