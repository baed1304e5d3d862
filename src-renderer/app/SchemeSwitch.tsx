// Light, dark, or as the system has it: one small button that goes round.
import { ActionIcon, Tooltip, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconSunMoon, IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const next: Readonly<Record<MantineColorScheme, MantineColorScheme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const iconByScheme = { auto: IconSunMoon, light: IconSun, dark: IconMoon } as const;

export const SchemeSwitch = (): ReactElement => {
  const { t } = useTranslation('app');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const SchemeIcon = iconByScheme[colorScheme];
  return (
    <Tooltip label={t(`scheme.${colorScheme}`)}>
      <ActionIcon aria-label={t(`scheme.${colorScheme}`)} onClick={() => setColorScheme(next[colorScheme])}>
        <SchemeIcon size={16} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
};
