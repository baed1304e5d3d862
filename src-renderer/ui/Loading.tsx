// What a list shows before its first answer: nothing for 200 ms, then grey rows. Most answers come sooner.
import { Skeleton, Stack } from '@mantine/core';
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const PATIENCE_MS = 200;

export const Loading = ({
  rows = 5,
  height = 32,
}: {
  readonly rows?: number;
  readonly height?: number;
}): ReactElement | null => {
  const { t } = useTranslation('ui');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <Stack gap="sm" p="md" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="sm" />
      ))}
    </Stack>
  );
};
