// What is said about quotes: all of them, the cheapest of each step, or what one lacks that another has.
import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../domain/assistant/reply.ts';
import { useChat } from './chat-context.ts';
import { nameIn } from './line-words.ts';
import { Links, More } from './Links.tsx';
import { RecordLink } from './RecordLink.tsx';

export const QuotesSaid = ({
  answer: { want, vendor, quotes, count, cheapest, lacking, excludes },
}: {
  readonly answer: Extract<Answer, { readonly question: 'quotes' }>;
}): ReactElement => {
  const { t } = useTranslation('chat');
  const { records } = useChat();
  if (count === 0) return <Text>{t('answer.noQuotes')}</Text>;
  const more = count - quotes.length;
  if (want === 'cheapest' && count > 1)
    return (
      <>
        {cheapest.length === 0 && <Text>{t('answer.cheapestNone')}</Text>}
        {cheapest.length > 0 && <Text>{t(cheapest.length === 1 ? 'answer.cheapest' : 'answer.cheapestEach')}</Text>}
        <Links keys={cheapest} />
        <Links title={t('answer.otherQuotes')} keys={quotes.filter((key) => !cheapest.includes(key))} more={more} />
      </>
    );
  return (
    <>
      <Text>{vendor === '' ? t('answer.quotes', { count }) : t('answer.quotesOf', { count, vendor })}</Text>
      <Links keys={quotes} />
      <More count={more} />
      {excludes !== undefined && excludes.length > 0 && <Text mt={4}>{t('answer.excludes')}</Text>}
      {excludes?.map(({ text, in: where }, nth) => (
        <RecordLink
          // oxlint-disable-next-line react/no-array-index-key -- a paper may say a thing twice
          key={`${where} ${nth}`}
          recordKey={where}
          text={count === 1 ? text : t('answer.lacks', { text, vendor: nameIn(records, where) })}
          isPlain
        />
      ))}
      {excludes?.length === 0 && want === 'missing' && <Text mt={4}>{t('answer.excludesNone')}</Text>}
      {want === 'missing' && <Text mt={4}>{t(lacking.length === 0 ? 'answer.lackingNone' : 'answer.lacking')}</Text>}
      {lacking.map(({ text, in: where }) => (
        <RecordLink
          key={`${where} ${text}`}
          recordKey={where}
          text={t('answer.lacks', { text, vendor: nameIn(records, where) })}
          isPlain
        />
      ))}
    </>
  );
};
