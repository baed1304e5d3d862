// A person as two letters in a circle, the name on hover.
import { Avatar, Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export const PersonDot = ({ name, size = 20 }: { readonly name: string; readonly size?: number }): ReactElement => {
  const { t } = useTranslation('ui');
  // "You" and "Someone" are no names: letters made of them would look like a stranger's.
  const named = name !== t('you') && name !== t('someone');
  return (
    <Tooltip label={name}>
      <Avatar
        {...(named ? { name } : {})}
        size={size}
        color={named ? 'initials' : 'gray'}
        aria-label={name}
        styles={{ placeholder: { fontSize: size * 0.45 } }}
      />
    </Tooltip>
  );
};
