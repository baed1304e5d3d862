// Says so when a pasted text is longer than its field: the browser leaves the rest out without a word.
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { leftOut } from '../ui/left-out.ts';

export const CutShort = (): null => {
  const { t } = useTranslation('app');
  useEffect(() => {
    const pasted = ({ target, clipboardData }: ClipboardEvent): void => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
      const count = leftOut(target, clipboardData?.getData('text/plain') ?? '');
      if (count > 0)
        notifications.show({
          title: t('cutShort.sentence', { count }),
          message: t('cutShort.remedy'),
          color: 'orange',
          autoClose: 12_000,
        });
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, [t]);
  return null;
};
