// What a message was taken for after the assistant had asked why a step can't go on, and a press that takes it for the other.
import { Button, Text } from '@mantine/core';
import { useContext, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Said } from '../../../domain/assistant/reply.ts';
import { DeedListenerContext, useRun, useStore } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { useChat } from './chat-context.ts';
import classes from './chat.module.css';
import { mayAnswer, newMessageId, type Message } from './thread.ts';

interface TakenForProps {
  readonly message: Message;
  readonly said: Said & { readonly taken: NonNullable<Said['taken']> };
  readonly isLast: boolean;
}

export const TakenFor = ({ message, said, isLast }: TakenForProps): ReactElement => {
  const { t } = useTranslation('chat');
  const { say } = useChat();
  const { me } = useStore();
  const run = useRun();
  const told = useContext(DeedListenerContext);
  const [busy, setBusy] = useState(false);
  const { as, otherwise } = said.taken;
  const isAnswered = Object.keys(message.body.outcomes).length > 0;
  const word = t(as === 'reason' ? 'taken.notReason' : 'taken.isReason');
  const turn = async (): Promise<void> => {
    setBusy(true);
    // What was proposed for the wrong meaning is declined, so that nobody takes it afterwards.
    const leave = said.kind === 'proposal' ? said.lines.map((_, nth) => nth) : [];
    const left =
      leave.length === 0
        ? null
        : await run('proposal.answer', { message: message.key, take: [], leave, today: today() });
    if (left === null || left.ok) {
      const id = newMessageId(crypto.randomUUID());
      const kept = await say({ id, text: word, attachments: [], means: otherwise });
      if (!kept.ok) told.failed(kept.error);
    }
    setBusy(false);
  };
  return (
    <div className={classes['taken']}>
      <Text size="sm" c="dimmed">
        {t(`taken.${as}`)}
      </Text>
      {isLast && !isAnswered && mayAnswer(message, me) && (
        <Button size="compact-sm" variant="subtle" disabled={busy} onClick={() => void turn()}>
          {word}
        </Button>
      )}
    </div>
  );
};
