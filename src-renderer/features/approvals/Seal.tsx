// Whether all that was signed could be verified on this device, and what is broken in plain words.
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyApprovals } from '../../../domain/approvals/journey-approvals.ts';
import { usePeople } from '../../ui/use-people.ts';
import classes from './approvals.module.css';

export const Seal = ({
  approvals: { graphBySpace, findings },
}: {
  readonly approvals: JourneyApprovals;
}): ReactElement | null => {
  const { t } = useTranslation('approvals');
  const { nameOf } = usePeople();
  const count = [...graphBySpace.values()].reduce((sum, { entries }) => sum + entries.length, 0);
  if (findings.length > 0)
    return (
      <div className={classes['seal']} data-broken role="alert">
        <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
        <div>
          {t('broken')}
          <ul className={classes['findings']}>
            {findings.map(({ code, entry, by }) => (
              <li key={`${entry} ${code}`}>{t(`finding.${code}`, { who: nameOf(by) })}</li>
            ))}
          </ul>
        </div>
      </div>
    );
  if (count === 0) return null;
  return (
    <span className={classes['seal']}>
      <IconShieldCheck size={16} stroke={1.75} aria-hidden />
      {t('verified', { count })}
    </span>
  );
};
