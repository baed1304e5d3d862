// Costs shared between people of the household: who has paid more than their share, and what makes it even.
import { Button, Table, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { balancesOf, fewestPayments } from '../../../domain/money/owed.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { dayShort, today } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { formatMoney } from '../../ui/money.ts';
import { Settle } from '../../ui/Settle.tsx';
import { usePeople } from '../../ui/use-people.ts';
import classes from './MoneyTab.module.css';
import views from './views.module.css';
import { useCosts } from '../../ui/use-costs.ts';

export const SharedView = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('money');
  const run = useRun();
  const people = usePeople();
  const costs = useCosts({ journey: journey.id });
  const splits = useRecords({ type: 'split', journey: journey.id });
  const { currency } = journey.body;
  const balances = useMemo(
    () => balancesOf({ currency, costs: costs ?? [], splits: splits ?? [] }),
    [currency, costs, splits],
  );
  if (costs === undefined || splits === undefined) return <Loading rows={4} />;
  if (balances.length === 0)
    return <EmptyState icon={IconScale} title={t('shared.none')} text={t('shared.noneText')} />;
  const payments = fewestPayments(balances);
  const given = splits.filter(({ body }) => body.cost === null);
  return (
    <>
      <section aria-label={t('shared.title')}>
        <h3 className={classes['title']}>{t('shared.title')}</h3>
        {splits.map((split) => (
          <Settle key={split.key} record={split} />
        ))}
        <Table className={views['figures'] ?? ''} aria-label={t('shared.title')} verticalSpacing={8} fz="sm" mt="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('shared.person')}</Table.Th>
              <Table.Th>{t('shared.paid')}</Table.Th>
              <Table.Th>{t('shared.share')}</Table.Th>
              <Table.Th>{t('shared.balance')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {balances.map(({ person, paid, share, balance }) => (
              <Table.Tr key={person}>
                <Table.Th scope="row">{people.nameOf(person)}</Table.Th>
                <Table.Td>
                  <Amount money={paid} />
                </Table.Td>
                <Table.Td>
                  <Amount money={share} />
                </Table.Td>
                <Table.Td>
                  {t(balance.minor > 0 ? 'shared.gets' : balance.minor < 0 ? 'shared.owes' : 'shared.even')}{' '}
                  {balance.minor !== 0 && <Amount money={{ ...balance, minor: Math.abs(balance.minor) }} />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <section aria-label={t('shared.toDo')}>
        <h3 className={classes['title']}>{t('shared.toDo')}</h3>
        {payments.length === 0 && <Text c="dimmed">{t('shared.allEven')}</Text>}
        <ul className={views['list']}>
          {payments.map(({ from, to, amount }) => (
            <li key={`${from} ${to}`} className={views['item']}>
              <Text className={views['words'] ?? ''}>
                {t('shared.gives', {
                  from: people.nameOf(from),
                  to: people.nameOf(to),
                  amount: formatMoney(amount),
                })}
              </Text>
              <Button
                size="compact-md"
                variant="default"
                onClick={() => void run('split.repay', { journey: journey.id, from, to, amount, date: today() })}
              >
                {t('shared.done')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      {given.length > 0 && (
        <section aria-label={t('shared.given')}>
          <h3 className={classes['title']}>{t('shared.given')}</h3>
          <ul className={views['list']}>
            {given.map(({ key, body }) => (
              <li key={key} className={views['item']}>
                <Text className={views['words'] ?? ''}>
                  {t('shared.gave', {
                    from: people.nameOf(body.paidBy ?? ''),
                    to: Object.keys(body.shares).map(people.nameOf).join(', '),
                    amount: body.amount === null ? '' : formatMoney(body.amount),
                  })}
                  {body.date !== null && <span className={classes['sub']}> · {dayShort(body.date)}</span>}
                </Text>
                <Button
                  size="compact-md"
                  variant="subtle"
                  color="gray"
                  onClick={() => void run('record.trash', { key })}
                >
                  {t('trash')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
