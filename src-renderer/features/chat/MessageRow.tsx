// One message: a person's words with what they attached, or what the assistant says to them.
import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saidIn, type Said } from '../../../domain/assistant/reply.ts';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import { idOfKey } from '../../../domain/kernel/ids.ts';
import { useRun, useStore } from '../../data/hooks.ts';
import { formatMoney } from '../../ui/money.ts';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { useSlots } from '../../ui/slots.ts';
import { useFound } from '../../ui/use-found.ts';
import { usePeople } from '../../ui/use-people.ts';
import { Moment } from '../../ui/When.tsx';
import { AnswerCard } from './AnswerCard.tsx';
import { useChat } from './chat-context.ts';
import classes from './chat.module.css';
import { ChooseCard } from './ChooseCard.tsx';
import { nameIn } from './line-words.ts';
import { Mark } from './Mark.tsx';
import { ProposalCard } from './ProposalCard.tsx';
import { TakenFor } from './TakenFor.tsx';
import type { Message } from './thread.ts';

interface MessageRowProps {
  readonly message: Message;
  readonly isLast: boolean;
}

export const MessageRow = ({ message, isLast }: MessageRowProps): ReactElement =>
  message.body.who === 'assistant' ? (
    <FromAssistant message={message} isLast={isLast} />
  ) : (
    <FromPerson message={message} />
  );

const FromPerson = ({ message }: { readonly message: Message }): ReactElement => {
  const { me } = useStore();
  const people = usePeople();
  const { chatPhotos: Photos } = useSlots();
  const found = useFound(message.key);
  const { text, attachments } = message.body;
  const isMine = message.createdBy === me;
  const name = people.nameOf(message.createdBy);
  return (
    <article className={classes['person']} data-mine={isMine} aria-label={name} {...found}>
      {!isMine && <PersonDot name={name} size={28} />}
      <div className={classes['said']}>
        <Text size="xs" c="dimmed" className={classes['when']}>
          {!isMine && `${name} · `}
          <Moment at={message.createdAt} />
        </Text>
        {text !== '' && (
          <div className={classes['words']}>
            {isMine && <MessageMenu message={message} />}
            <div className={classes['bubble']}>{text}</div>
          </div>
        )}
        {attachments.length > 0 && Photos !== null && <Photos keys={attachments} pairs={NO_PAIRS} analysed />}
      </div>
    </article>
  );
};

const NO_PAIRS: readonly never[] = [];

const MessageMenu = ({ message }: { readonly message: Message }): ReactElement => {
  const { t } = useTranslation('chat');
  const run = useRun();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon className={classes['more'] ?? ''} size="sm" aria-label={t('more')}>
          <IconDots size={14} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void run('message.trash', { key: message.key })}
        >
          {t('trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

const FromAssistant = ({ message, isLast }: MessageRowProps): ReactElement => {
  const { t } = useTranslation('chat');
  const { said: data, text, model } = message.body;
  const said = saidIn(data);
  return (
    <article className={classes['its']} aria-label={t('assistant')}>
      <Mark size={28} />
      <div className={classes['saying']}>
        {model?.failed != null && <Text c="dimmed">{t('model.failed', { name: model.name })}</Text>}
        {text !== '' && <Text className={classes['words'] ?? ''}>{text}</Text>}
        {said !== null && <SaidView {...{ message, said, isLast }} />}
        {said?.taken !== undefined && <TakenFor {...{ message, isLast }} said={{ ...said, taken: said.taken }} />}
        {said === null && data !== null && <Text c="dimmed">{t('unknownSaid')}</Text>}
        {model !== undefined && model.failed === null && <SpokenBy model={model} />}
      </div>
    </article>
  );
};

const SpokenBy = ({ model }: { readonly model: NonNullable<Message['body']['model']> }): ReactElement => {
  const { t } = useTranslation('chat');
  const { name, tokens, cost } = model;
  return (
    <Text size="xs" c="dimmed">
      {tokens === null ? t('model.by', { name }) : t('model.byTokens', { name, ...tokens })}
      {cost !== null && ` · ${t('model.cost', { cost: formatMoney(cost) })}`}
    </Text>
  );
};

const SaidView = ({ message, said, isLast }: MessageRowProps & { readonly said: Said }): ReactElement => {
  const { t } = useTranslation('chat');
  const { go } = usePlace();
  const { records } = useChat();
  switch (said.kind) {
    case 'proposal':
      return <ProposalCard message={message} proposal={said} />;
    case 'choose':
      return <ChooseCard choice={said.choose} isOpen={isLast} />;
    case 'answer':
      return <AnswerCard answer={said.answer} />;
    case 'opened': {
      const name = nameIn(records, said.journey);
      return (
        <>
          <Text>{t('opened', { name })}</Text>
          <div className={classes['choices']}>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => go({ go: 'journey', journey: idOfKey(said.journey), tab: 'chat', record: null })}
            >
              {t('openJourney', { name })}
            </Button>
          </div>
        </>
      );
    }
    case 'unread':
      return <Text c="dimmed">{t(`unread.${said.why ?? 'plain'}`, { defaultValue: t('unread.plain') })}</Text>;
    default:
      return exhaustive(said);
  }
};
