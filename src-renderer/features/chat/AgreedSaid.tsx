// What is said about what was agreed: what is committed, what approved changes cost, what is to be signed, and who owes whom at home.
import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../domain/assistant/reply.ts';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import { formatMoney } from '../../ui/money.ts';
import { usePeople } from '../../ui/use-people.ts';
import { useChat } from './chat-context.ts';
import { nameIn } from './line-words.ts';
import { Links, More } from './Links.tsx';
import { sums } from './sums.ts';

type Of<Q extends Answer['question']> = Extract<Answer, { readonly question: Q }>;
interface AgreedSaidProps {
  readonly answer: Of<'signing' | 'committed' | 'changes' | 'shares'>;
}

export const AgreedSaid = ({ answer }: AgreedSaidProps): ReactNode => {
  switch (answer.question) {
    case 'signing':
      return <Signing answer={answer} />;
    case 'committed':
      return <Committed answer={answer} />;
    case 'changes':
      return <Changes answer={answer} />;
    case 'shares':
      return <Shares answer={answer} />;
    default:
      return exhaustive(answer);
  }
};

const Signing = ({ answer }: { readonly answer: Of<'signing'> }): ReactElement => {
  const { t } = useTranslation('chat');
  const { orders, quotes, unchecked, count } = answer;
  if (unchecked) return <Text>{t('answer.signingUnchecked')}</Text>;
  if (count === 0) return <Text>{t('answer.signingNone')}</Text>;
  return (
    <>
      <Links title={t('answer.waitingOrders')} keys={orders} />
      <Links title={t('answer.signingQuotes')} keys={quotes} />
      <More count={count - orders.length - quotes.length} />
    </>
  );
};

const Committed = ({ answer }: { readonly answer: Of<'committed'> }): ReactElement => {
  const { t } = useTranslation('chat');
  const to = useWhom(answer);
  const { committed, billed, open, quotes, unchecked, count } = answer;
  if (count === 0) return <Text>{t(to === '' ? 'answer.committedNone' : 'answer.committedNoneTo', { to })}</Text>;
  return (
    <>
      <Text>{t(to === '' ? 'answer.committed' : 'answer.committedTo', { amount: sums(committed), to })}</Text>
      {billed.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('answer.committedOpen', { billed: sums(billed), open: sums(open) })}
        </Text>
      )}
      {unchecked && <Text>{t('answer.committedUnchecked')}</Text>}
      <Links title={t('answer.committedQuotes')} keys={quotes} more={count - quotes.length} />
    </>
  );
};

const Changes = ({ answer }: { readonly answer: Of<'changes'> }): ReactElement => {
  const { t } = useTranslation('chat');
  const to = useWhom(answer);
  const { amounts, orders, unchecked, count } = answer;
  if (unchecked) return <Text>{t('answer.changesUnchecked')}</Text>;
  if (count === 0) return <Text>{t(to === '' ? 'answer.changesNone' : 'answer.changesNoneTo', { to })}</Text>;
  return (
    <>
      <Text>{t(to === '' ? 'answer.changes' : 'answer.changesTo', { count, amount: sums(amounts), to })}</Text>
      <Links keys={orders} more={count - orders.length} />
    </>
  );
};

const Shares = ({ answer: { payments, person, costs, count } }: { readonly answer: Of<'shares'> }): ReactElement => {
  const { t } = useTranslation('chat');
  const { nameOf } = usePeople();
  if (count === 0) return <Text>{t('answer.sharesNone')}</Text>;
  return (
    <>
      {payments.length === 0 && (
        <Text>{person === null ? t('answer.sharesEven') : t('answer.sharesEvenOf', { name: nameOf(person) })}</Text>
      )}
      {payments.map(({ from, to, amount }) => (
        <Text key={`${from} ${to} ${amount.currency}`}>
          {t('answer.owesWhom', { from: nameOf(from), to: nameOf(to), amount: formatMoney(amount) })}
        </Text>
      ))}
      <Links title={t('answer.sharesCosts')} keys={costs} />
    </>
  );
};

/** The contractor or the step that was asked about. */
const useWhom = ({ vendor, step }: Of<'committed' | 'changes'>): string => {
  const { records } = useChat();
  return vendor === '' && step !== null ? nameIn(records, step) : vendor;
};
