// Says where a question goes, before it is asked.
import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Destination } from '../../research/web-search.ts';
import { usePlace } from '../../ui/place-context.ts';

export const WhereTo = ({ destination }: { readonly destination: Destination | null }): ReactElement | null => {
  const { t } = useTranslation('research');
  const { go } = usePlace();
  if (destination === null) return null;
  if (destination.way === 'direct') {
    const { provider, site } = destination;
    return <>{site === '' ? t('where.direct', { provider }) : t('where.directAt', { provider, site })}</>;
  }
  if (destination.way === 'server')
    return (
      <>
        {destination.provider === '' ? t('where.serverUnknown') : t('where.server', { provider: destination.provider })}
      </>
    );
  return (
    <>
      {t('where.off')}{' '}
      <Anchor component="button" type="button" size="xs" onClick={() => go({ go: 'screen', screen: 'settings' })}>
        {t('where.choose')}
      </Anchor>
    </>
  );
};
