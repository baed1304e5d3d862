// A chat: the thread of one audience, the assistant listening, and the line to write on.
import { Button, Text, Title } from '@mantine/core';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { seenFrom, type Records } from '../../../domain/assistant/house-of.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { ChatContext } from './chat-context.ts';
import classes from './chat.module.css';
import { Composer } from './Composer.tsx';
import { nameIn } from './line-words.ts';
import { modelTurns } from './model-turns.ts';
import { ModelTurn } from './ModelTurn.tsx';
import { Mark } from './Mark.tsx';
import { stepInQuestion } from './thread.ts';
import { Timeline } from './Timeline.tsx';
import { useChatFiles } from './use-chat-files.ts';
import { useComposer } from './use-composer.ts';
import { useAnswerLeft, useSay } from './use-say.ts';
import type { Thread } from './use-thread.ts';

interface ChatProps {
  readonly thread: Thread;
  readonly records: Records;
  /** The journey whose chat it is; null in the family's own. */
  readonly journey: RecordOf<'journey'> | null;
  readonly onEarlier: (() => void) | null;
  readonly examples: readonly string[];
}

export const Chat = ({ thread, records: all, journey, onEarlier, examples }: ChatProps): ReactElement => {
  const { space, messages } = thread;
  const records = useMemo(() => seenFrom(space, all), [space, all]);
  const step = useMemo(() => stepOf(journey, thread, records), [journey, thread, records]);
  const id = journey?.id ?? null;
  const turns = modelTurns();
  const say = useSay({ thread, records: all, journey: id, step: step === '' ? null : step, turns });
  useAnswerLeft({ thread, records: all, journey: id, turns });
  const state = useComposer(space, say);
  const take = useChatFiles({ journey: id, space, step, name: nameIn(records, step), done: state.attach });
  const parts = useMemo(() => ({ thread, records, journey: id, say }), [thread, records, id, say]);
  return (
    <ChatContext value={parts}>
      {messages.length === 0 ? (
        <Beginning isHome={journey === null} examples={examples} choose={state.change} />
      ) : (
        <Timeline key={space} name={space} messages={messages} onEarlier={onEarlier} />
      )}
      <ModelTurn turns={turns} messages={messages} />
      <Composer state={state} take={take} step={nameIn(records, step)} />
    </ChatContext>
  );
};

const stepOf = (journey: RecordOf<'journey'> | null, { messages }: Thread, { steps }: Records): RecordKey =>
  journey === null
    ? ''
    : stepInQuestion(
        messages,
        steps.filter((each) => each.journey === journey.id),
      );

interface BeginningProps {
  readonly isHome: boolean;
  readonly examples: readonly string[];
  readonly choose: (text: string) => void;
}

/** What it is for, and sentences to begin with: a press puts one on the line, where it can still be changed. */
const Beginning = ({ isHome, examples, choose }: BeginningProps): ReactElement => {
  const { t } = useTranslation('chat');
  return (
    <div className={classes['beginning']}>
      <Mark size={44} />
      <Title order={2} ta="center">
        {t('empty.title')}
      </Title>
      <Text c="dimmed" ta="center" maw={460}>
        {isHome ? t('empty.homeText') : t('empty.text')}
      </Text>
      <div className={classes['examples']}>
        {examples.map((example) => (
          <Button key={example} size="compact-md" variant="default" onClick={() => choose(t(`example.${example}`))}>
            {t(`example.${example}`)}
          </Button>
        ))}
      </div>
    </div>
  );
};
