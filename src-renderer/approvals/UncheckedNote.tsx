// Says beside figures that signatures could not be checked, and that what was agreed by them is not in these figures.
import { Button } from '@mantine/core';
import { IconShieldQuestion } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './UncheckedNote.module.css';
import type { AgreedChanges } from './use-approvals.ts';

export const UncheckedNote = ({
  agreed: { failed, unsure, checking, again },
}: {
  readonly agreed: AgreedChanges;
}): ReactElement | null => {
  const { t } = useTranslation('approvals');
  if (!failed && !unsure) return null;
  return (
    <div className={classes['note']} role="status">
      <IconShieldQuestion size={16} stroke={1.75} aria-hidden />
      <span className={classes['words']}>{t(failed ? 'unchecked.failed' : 'unchecked.unsure')}</span>
      {failed && (
        <Button size="compact-sm" variant="default" loading={checking} onClick={again}>
          {t('unverified.again')}
        </Button>
      )}
    </div>
  );
};
