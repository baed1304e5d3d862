// A question back: the choices as buttons while it is the last thing said; any other words answer it as well.
import { Button, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, Option } from '../../../domain/assistant/reading.ts';
import { DeedListenerContext } from '../../data/hooks.ts';
import { dayExact } from '../../ui/dates.ts';
import { formatMoney } from '../../ui/money.ts';
import { useChat } from './chat-context.ts';
import classes from './chat.module.css';
import { newMessageId } from './thread.ts';

interface ChooseCardProps {
  readonly choice: Choice;
  readonly isOpen: boolean;
}

export const ChooseCard = ({ choice: { what, options }, isOpen }: ChooseCardProps): ReactElement => {
  const { t } = useTranslation('chat');
  const told = useContext(DeedListenerContext);
  const { say } = useChat();
  const [busy, setBusy] = useState(false);
  const word = (option: Option): string => {
    const { value, label } = option;
    if (label !== '') return label;
    if (typeof value !== 'string') return formatMoney(value);
    if (what === 'date') return dayExact(value);
    return t(`intent.${value}`);
  };
  const press = async (option: Option): Promise<void> => {
    setBusy(true);
    const kept = await say({
      id: newMessageId(crypto.randomUUID()),
      text: word(option),
      attachments: [],
      means: option.means,
    });
    setBusy(false);
    if (!kept.ok) told.failed(kept.error);
  };
  const asked = options.length === 0 && ['cost', 'amount', 'date'].includes(what) ? `${what}New` : what;
  return (
    <section aria-label={t('choose.label')}>
      <Text>{t(`choose.${asked}`)}</Text>
      {options.length > 0 && (
        <div className={classes['choices']}>
          {options.map((option, nth) => (
            <Button
              // oxlint-disable-next-line react/no-array-index-key -- the options never change
              key={nth}
              size="compact-md"
              variant="default"
              disabled={!isOpen || busy}
              onClick={() => void press(option)}
            >
              {word(option)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
};
