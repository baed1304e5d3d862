// A person as two letters in a circle, the name on hover.
import { Avatar, Tooltip } from '@mantine/core';
import type { ReactElement } from 'react';

export const PersonDot = ({ name, size = 20 }: { readonly name: string; readonly size?: number }): ReactElement => (
  <Tooltip label={name}>
    <Avatar name={name} size={size} color="initials" aria-label={name} styles={{ placeholder: { fontSize: size * 0.45 } }} />
  </Tooltip>
);
