// Ways to save: what could be saved, from which figures, in which records; waved away by whoever knows better.
import { ActionIcon, Anchor, Button, Text, Tooltip } from '@mantine/core';
import {
  IconCoins,
  IconCopy,
  IconDiscount,
  IconGift,
  IconPigMoney,
  IconScale,
  IconShieldCheck,
  IconStack2,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { savingKey } from '../../../domain/commands/saving.ts';
import { idOfKey, typeOfId, type RecordKey } from '../../../domain/kernel/ids.ts';
import type { Found, Saving } from '../../../domain/money/savings/saving.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRun } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { usePlace } from '../../ui/place-context.ts';
import classes from './MoneyTab.module.css';
import { useSavingWords } from './saving-words.ts';
import type { MoneyFigures } from './use-money.ts';
import { useSavings } from './use-savings.ts';
import views from './views.module.css';

interface SavingsViewProps {
  readonly journey: RecordOf<'journey'>;
  readonly figures: MoneyFigures;
}

export const SavingsView = ({ journey, figures }: SavingsViewProps): ReactElement => {
  const { t } = useTranslation('money');
  const savings = useSavings(journey, figures.entries);
  const [all, setAll] = useState(false);
  if (savings === null) return <Loading rows={4} />;
  const { open, dismissed } = savings;
  return (
    <section aria-label={t('savings.title')}>
      {open.length === 0 ? (
        <EmptyState icon={IconPigMoney} title={t('savings.none')} text={t('savings.noneText')} />
      ) : (
        <>
          <h3 className={classes['title']}>{t('savings.title')}</h3>
          <Text size="sm" c="dimmed">
            {t('savings.text')}
          </Text>
          <ul className={views['list']}>
            {open.map((one) => (
              <Item key={`${one.found.kind} ${one.about}`} journey={journey} saving={one} isWaved={false} />
            ))}
          </ul>
        </>
      )}
      {dismissed.length > 0 && (
        <Button variant="subtle" color="gray" size="compact-md" ml={-8} mt="md" onClick={() => setAll(!all)}>
          {t('savings.dismissed', { count: dismissed.length })}
        </Button>
      )}
      {all && (
        <ul className={views['list']}>
          {dismissed.map((one) => (
            <Item key={`${one.found.kind} ${one.about}`} journey={journey} saving={one} isWaved />
          ))}
        </ul>
      )}
    </section>
  );
};

const iconByKind: Readonly<Record<Found['kind'], Icon>> = {
  duplicate: IconCopy,
  overlap: IconStack2,
  line: IconScale,
  allowance: IconGift,
  warranty: IconShieldCheck,
  early: IconDiscount,
  cheaper: IconCoins,
};

interface ItemProps {
  readonly journey: RecordOf<'journey'>;
  readonly saving: Saving;
  readonly isWaved: boolean;
}

const Item = ({ journey, saving: { found, worth, records, about }, isWaved }: ItemProps): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const words = useSavingWords(found);
  const KindIcon = iconByKind[found.kind];
  return (
    <li className={views['item']}>
      <KindIcon size={18} stroke={1.75} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
      <div className={views['words']}>
        <Text fw={500}>{words.what}</Text>
        <Text size="sm" c="dimmed">
          {words.sum}
        </Text>
        <div className={views['links']}>
          {records.map((key) => (
            <ToRecord key={key} journey={journey} recordKey={key} />
          ))}
        </div>
      </div>
      <span className={`${views['worth']} pl-number`}>
        <Amount money={worth} />
        {found.kind === 'cheaper' && (
          <Text size="xs" c="dimmed">
            {t('savings.perUnit', { unit: found.unit === '' ? t('savings.piece') : found.unit })}
          </Text>
        )}
      </span>
      {isWaved ? (
        <Button
          size="compact-md"
          variant="subtle"
          onClick={() => void run('record.trash', { key: savingKey(journey.id, found.kind, about) })}
        >
          {t('savings.recall')}
        </Button>
      ) : (
        <Tooltip label={t('savings.dismiss')}>
          <ActionIcon
            aria-label={t('savings.dismissNamed', { what: words.what })}
            onClick={() => void run('saving.dismiss', { journey: journey.id, kind: found.kind, about })}
          >
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
};

/** On which tab a record of a type is shown. */
const TAB_OF: Readonly<Record<string, string>> = {
  cost: 'money',
  quote: 'quotes',
  selection: 'decisions',
  finding: 'research',
  photo: 'photos',
  document: 'documents',
};

const ToRecord = ({
  journey,
  recordKey,
}: {
  readonly journey: RecordOf<'journey'>;
  readonly recordKey: RecordKey;
}): ReactElement | null => {
  const { t } = useTranslation('money');
  const { go } = usePlace();
  const record = useRecord(recordKey);
  const type = typeOfId(idOfKey(recordKey));
  if (record == null) return null;
  const named = ['description', 'title', 'vendor', 'caption', 'name'].map((field) => record.body[field]);
  const name = named.find((value) => typeof value === 'string' && value !== '');
  return (
    <Anchor
      component="button"
      size="sm"
      onClick={() => go({ go: 'journey', journey: journey.id, tab: TAB_OF[type] ?? 'money', record: recordKey })}
    >
      {typeof name === 'string' ? name : t('unnamed')}
    </Anchor>
  );
};
