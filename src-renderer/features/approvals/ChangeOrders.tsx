// The change orders of a journey: proposed by either side, signed by both, with what is broken said in plain words.
import { Button, Text } from '@mantine/core';
import { IconArrowsExchange, IconPlus, IconShieldQuestion } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useApprovalsCheck } from '../../approvals/use-approvals.ts';
import { useSay } from '../../approvals/use-say.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { journeyPlace } from '../../ui/place.ts';
import { usePlace } from '../../ui/place-context.ts';
import { AwardSignatures } from './AwardSignatures.tsx';
import classes from './approvals.module.css';
import { ChangeForm } from './ChangeForm.tsx';
import { ChangeRow } from './ChangeRow.tsx';
import { Seal } from './Seal.tsx';

export const ChangeOrders = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('approvals');
  const { approvals, failed, checking, again } = useApprovalsCheck(journey.id);
  const say = useSay();
  const { place } = usePlace();
  const shown = journeyPlace(place, journey.id).record;
  const [proposing, setProposing] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<RecordKey>>(new Set(shown === null ? [] : [shown]));
  if (failed) return <Unverified checking={checking} onAgain={again} />;
  if (approvals === undefined) return <Loading rows={3} />;
  const toggle = (key: RecordKey): void => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  const addButton = (
    <Button
      size="sm"
      variant="default"
      leftSection={<IconPlus size={16} stroke={2} />}
      disabled={proposing}
      onClick={() => setProposing(true)}
    >
      {t('propose')}
    </Button>
  );
  return (
    <>
      <AwardSignatures approvals={approvals} journey={journey} say={say} />
      <section aria-label={t('title')}>
        <div className={classes['head']}>
          <h3 className={classes['title']} title={t('explain')}>
            {t('title')}
          </h3>
          {approvals.changes.length > 0 && addButton}
        </div>
        {proposing && <ChangeForm journey={journey} say={say} onDone={() => setProposing(false)} />}
        {approvals.changes.length === 0 && !proposing && (
          <EmptyState isPart icon={IconArrowsExchange} title={t('empty.title')} text={t('empty.text')}>
            {addButton}
          </EmptyState>
        )}
        {approvals.changes.length > 0 && (
          <ul className={classes['list']}>
            {approvals.changes.map(({ change, standing }) => (
              <ChangeRow
                key={change.key}
                journey={journey}
                change={change}
                standing={standing}
                approvals={approvals}
                say={say}
                open={open.has(change.key)}
                onToggle={() => toggle(change.key)}
              />
            ))}
          </ul>
        )}
        <Text component="div" mt="sm">
          <Seal approvals={approvals} />
        </Text>
      </section>
    </>
  );
};

const Unverified = ({
  checking,
  onAgain,
}: {
  readonly checking: boolean;
  readonly onAgain: () => void;
}): ReactElement => {
  const { t } = useTranslation('approvals');
  return (
    <section aria-label={t('title')}>
      <h3 className={classes['title']}>{t('title')}</h3>
      <EmptyState icon={IconShieldQuestion} title={t('unverified.title')} text={t('unverified.text')}>
        <Button size="sm" variant="default" loading={checking} onClick={onAgain}>
          {t('unverified.again')}
        </Button>
      </EmptyState>
    </section>
  );
};
