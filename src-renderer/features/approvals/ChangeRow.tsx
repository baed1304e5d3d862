// One change order: what it comes to and where it stands; opened, both sides' words, what one can do, and the chain of signatures.
import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sideOfRole } from '../../../domain/spaces/sides.ts';
import type { JourneyApprovals } from '../../../domain/approvals/journey-approvals.ts';
import type { Standing } from '../../../domain/approvals/standing.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useStore } from '../../data/hooks.ts';
import type { Say } from '../../approvals/use-say.ts';
import { Amount } from '../../ui/Amount.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { StatePill, type Tone } from '../../ui/StatePill.tsx';
import { useFound } from '../../ui/use-found.ts';
import classes from './approvals.module.css';
import { ChangeDetails } from './ChangeDetails.tsx';

export interface ChangeProps {
  readonly journey: RecordOf<'journey'>;
  readonly change: RecordOf<'change'>;
  readonly standing: Standing;
  readonly approvals: JourneyApprovals;
  readonly say: Say;
}

const toneByState: Readonly<Record<Standing['state'], Tone>> = {
  draft: 'quiet',
  proposed: 'doing',
  approved: 'done',
  declined: 'quiet',
  withdrawn: 'quiet',
  needsYou: 'wanted',
};

export const ChangeRow = ({
  open,
  onToggle,
  ...props
}: ChangeProps & { readonly open: boolean; readonly onToggle: () => void }): ReactElement => {
  const { journey, change, standing, approvals } = props;
  const { title, amount, days } = change.body;
  const { t } = useTranslation('approvals');
  const words = useStandingWords(change, standing, approvals.ownProposals.get(change.key) === 'others');
  const daysWords = t('days', { count: Math.abs(days) });
  return (
    <li className={classes['item']} {...useFound(change.key)}>
      <UnstyledButton className={classes['row']} aria-expanded={open} onClick={onToggle}>
        {open ? <IconChevronDown size={16} stroke={1.75} /> : <IconChevronRight size={16} stroke={1.75} />}
        <span className={classes['names']}>
          <Text fw={500} lineClamp={2}>
            {title}
          </Text>
          {days !== 0 && (
            <Text size="sm" c="dimmed" truncate>
              {t(days > 0 ? 'daysMore' : 'daysLess', { days: daysWords })}
            </Text>
          )}
        </span>
        <StatePill tone={toneByState[standing.state]}>{words}</StatePill>
        <AudienceBadge journey={journey.id} space={change.space} />
        <span className={classes['figure']}>
          {amount.minor > 0 && '+'}
          <Amount money={amount} />
        </span>
      </UnstyledButton>
      {open && <ChangeDetails {...props} />}
    </li>
  );
};

/** "Waiting for you" where that is so; else the state, or whom it waits for. */
const useStandingWords = (
  change: RecordOf<'change'>,
  { state, why, waitingFor }: Standing,
  isForOthers: boolean,
): string => {
  const { t } = useTranslation('approvals');
  const mine = sideOfRole(useStore().roleIn(change.space));
  const [side, another] = waitingFor;
  // Whoever has signed what stands now has done their part.
  const isTheirs = why === 'edited' && side !== mine && another === undefined;
  if (state !== 'proposed' && !isTheirs) return t(`state.${state}`);
  if (side === undefined) return t('state.proposed');
  return mine !== null && waitingFor.includes(mine) && !isForOthers ? t('waits.you') : t(`waits.${side}`);
};
