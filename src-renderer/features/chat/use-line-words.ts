// The lines of a proposal as a person reads them, in the words of the catalogue.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../../../domain/assistant/reply.ts';
import { dayExact } from '../../ui/dates.ts';
import { formatMoney } from '../../ui/money.ts';
import { usePeople } from '../../ui/use-people.ts';
import { useChat } from './chat-context.ts';
import { lineWords, type Word } from './line-words.ts';

export interface SpokenLine {
  readonly title: string;
  /** '' when there is nothing more to say. */
  readonly details: string;
}

/** @param isDone what it changed from is no longer there to be told */
export const useLineWords = (lines: readonly Line[], isDone: boolean): readonly SpokenLine[] => {
  const { t } = useTranslation(['chat', 'ui', 'money']);
  const { records } = useChat();
  const people = usePeople();
  const say = useCallback(
    ({ key, blanks = {} }: Word): string => {
      if (key.startsWith('money:')) return t(key, { defaultValue: '' });
      if (key !== 'detail.state') return t(key, blanks);
      return t(key, { from: t(`ui:stepState.${blanks['from']}`), to: t(`ui:stepState.${blanks['to']}`) });
    },
    [t],
  );
  return lines.map((line) => {
    const { title, details } = lineWords(line, { records, money: formatMoney, day: dayExact, person: people.nameOf });
    const told = details.filter(({ key }) => !isDone || !FROM.has(key));
    return { title: say(title), details: told.map(say).join(' · ') };
  });
};

const FROM: ReadonlySet<string> = new Set(['detail.state', 'detail.fromTo']);
