// What would be changed, line by line, with Do it and Don't; afterwards what came of it, with links and Undo.
import { Button, Checkbox, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconMinus } from '@tabler/icons-react';
import { useContext, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Said } from '../../../domain/assistant/reply.ts';
import { idOfKey, spaceOfKey, typeOfId, type RecordKey } from '../../../domain/kernel/ids.ts';
import type { Outcome } from '../../../domain/records/chat.ts';
import { journeyOfSpace } from '../../../domain/spaces/space.ts';
import { DeedListenerContext, useRecord, useRun, useStore } from '../../data/hooks.ts';
import { today } from '../../ui/dates.ts';
import { usePlace } from '../../ui/place-context.ts';
import { useSlots } from '../../ui/slots.ts';
import { Moment } from '../../ui/When.tsx';
import { usePeople } from '../../ui/use-people.ts';
import { useChat } from './chat-context.ts';
import classes from './chat.module.css';
import { deedEvents } from './deeds.ts';
import { useOpenRecord } from './use-open-record.ts';
import { mayAnswer, type Message } from './thread.ts';
import { useLineWords, type SpokenLine } from './use-line-words.ts';

interface ProposalCardProps {
  readonly message: Message;
  readonly proposal: Extract<Said, { readonly kind: 'proposal' }>;
}

export const ProposalCard = ({ message, proposal: { lines } }: ProposalCardProps): ReactElement => {
  const { t } = useTranslation('chat');
  const store = useStore();
  const run = useRun();
  const { go } = usePlace();
  const { thread } = useChat();
  const { webWhere: WebWhere } = useSlots();
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const { outcomes } = message.body;
  const isAnswered = Object.keys(outcomes).length > 0;
  const spoken = useLineWords(lines, isAnswered);
  const mayDecide = mayAnswer(message, store.me);
  const taken = lines.map((line, nth) => ({ nth, line })).filter(({ nth }) => !without.has(nth));

  const answer = async (take: typeof taken): Promise<void> => {
    setBusy(true);
    const takes = new Set(take.map(({ nth }) => nth));
    const deed = await run('proposal.answer', {
      message: message.key,
      ...(take.some(({ line }) => line.act.act === 'journey.start') ? { conversation: message.parent } : {}),
      take: [...take],
      leave: lines.map((_, nth) => nth).filter((nth) => !takes.has(nth)),
      today: today(),
    });
    setBusy(false);
    const begun = deed.ok ? deed.value.keys.find((key) => typeOfId(idOfKey(key)) === 'journey') : undefined;
    // The talk goes on in the journey that it led to.
    if (begun !== undefined && thread.space === store.home)
      go({ go: 'journey', journey: idOfKey(begun), tab: 'chat', record: null });
  };
  const toggle = (nth: number): void => {
    const next = new Set(without);
    if (!next.delete(nth)) next.add(nth);
    setWithout(next);
  };

  return (
    <section className={classes['card']} aria-label={t('proposal.label')} data-state={isAnswered ? 'answered' : 'open'}>
      <ul className={classes['lines']}>
        {spoken.map((line, nth) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line is its place in the proposal
          <li key={nth} className={classes['line']}>
            {!isAnswered && lines.length > 1 && (
              <Checkbox
                size="xs"
                mt={2}
                aria-label={t('proposal.line', { line: line.title })}
                checked={!without.has(nth)}
                disabled={!mayDecide}
                onChange={() => toggle(nth)}
              />
            )}
            {isAnswered && <OutcomeMark outcome={outcomeOf(outcomes, nth)} />}
            <LineText line={line} outcome={outcomeOf(outcomes, nth)} />
          </li>
        ))}
      </ul>
      {!isAnswered && WebWhere !== null && lines.some(({ act }) => act.act === 'web.search') && <WebWhere />}
      {isAnswered && <WebAnswers outcomes={outcomes} />}
      {isAnswered ? (
        <Afterwards message={message} />
      ) : mayDecide ? (
        <div className={classes['cardFoot']}>
          <Button size="compact-md" loading={busy} disabled={taken.length === 0} onClick={() => void answer(taken)}>
            {taken.length === lines.length ? t('proposal.take') : t('proposal.takeSome', { count: taken.length })}
          </Button>
          <Button size="compact-md" variant="subtle" color="gray" disabled={busy} onClick={() => void answer([])}>
            {t('proposal.leave')}
          </Button>
        </div>
      ) : (
        <Text size="sm" c="dimmed" mt="xs">
          {t('proposal.others')}
        </Text>
      )}
    </section>
  );
};

/** What was done stands, also when another device declined it meanwhile. */
const outcomeOf = (outcomes: Message['body']['outcomes'], nth: number): Outcome | null =>
  outcomes[`${nth}:done`] ?? outcomes[`${nth}:left`] ?? outcomes[`${nth}:declined`] ?? null;

const OutcomeMark = ({ outcome }: { readonly outcome: Outcome | null }): ReactElement =>
  outcome?.state === 'done' ? (
    <IconCheck size={16} stroke={2.25} color="var(--pl-done)" aria-hidden />
  ) : (
    <IconMinus size={16} stroke={2} color="var(--mantine-color-dimmed)" aria-hidden />
  );

/** What came of the searches of the web that were taken. */
const WebAnswers = ({ outcomes }: { readonly outcomes: Message['body']['outcomes'] }): ReactElement | null => {
  const { webAnswer: WebAnswer } = useSlots();
  if (WebAnswer === null) return null;
  const asked = Object.values(outcomes).flatMap(({ made }) =>
    made.filter((key) => typeOfId(idOfKey(key)) === 'question'),
  );
  return (
    <>
      {asked.map((key) => (
        <WebAnswer key={key} recordKey={key} />
      ))}
    </>
  );
};

/** Types that open somewhere of their own. */
const OPENS: ReadonlySet<string> = new Set(['step', 'cost', 'task', 'quote', 'comment', 'decision']);

const LineText = ({ line, outcome }: { readonly line: SpokenLine; readonly outcome: Outcome | null }): ReactElement => {
  const made = outcome?.made.find((key) => OPENS.has(typeOfId(idOfKey(key)))) ?? null;
  return (
    <>
      <div className={classes['lineText']} data-done={outcome === null ? undefined : outcome.state === 'done'}>
        <Text span fw={outcome === null || outcome.state === 'done' ? 500 : 400}>
          {line.title}
        </Text>
        {line.details !== '' && (
          <Text size="sm" c="dimmed">
            {line.details}
          </Text>
        )}
      </div>
      {made !== null && <OpenMade recordKey={made} label={line.title} />}
    </>
  );
};

/** Nothing for what has been taken back or thrown away since. */
const OpenMade = ({
  recordKey,
  label,
}: {
  readonly recordKey: RecordKey;
  readonly label: string;
}): ReactElement | null => {
  const { t } = useTranslation('chat');
  const open = useOpenRecord();
  const record = useRecord(recordKey);
  if (record == null || record.trashedAt !== 0) return null;
  return (
    <Button
      className={classes['open'] ?? ''}
      size="compact-sm"
      variant="subtle"
      color="gray"
      aria-label={t('proposal.openNamed', { line: label })}
      onClick={() => open(record)}
    >
      {t('proposal.open')}
    </Button>
  );
};

const Afterwards = ({ message }: { readonly message: Message }): ReactElement => {
  const { t } = useTranslation('chat');
  const store = useStore();
  const told = useContext(DeedListenerContext);
  const people = usePeople();
  const all = Object.values(message.body.outcomes);
  const done = all.find(({ state }) => state === 'done') ?? null;
  const [first] = all;
  const said = done ?? first;
  const undo = async (): Promise<void> => {
    if (done?.deed == null) return;
    const made = all.flatMap((outcome) => outcome.made);
    const found = await deedEvents(store, { deed: done.deed, made: made.filter(isInJourney) }, message);
    // No notice: the card stands open again.
    const undone = await store.run('deed.undo', { events: [...found.events], records: [...found.records] });
    if (undone.ok) told.done(undone.value, { quietly: true });
    else told.failed(undone.error);
  };
  return (
    <div className={classes['cardFoot']}>
      <Text size="sm" c="dimmed">
        {t(done === null ? 'proposal.declined' : 'proposal.done')}
        {said !== undefined && (
          <>
            {' · '}
            {people.nameOf(said.by)} · <Moment at={said.at} />
          </>
        )}
      </Text>
      {done !== null && mayAnswer(message, store.me) && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowBackUp size={14} stroke={1.75} />}
          onClick={() => void undo()}
        >
          {t('proposal.undo')}
        </Button>
      )}
    </div>
  );
};

const isInJourney = (key: RecordKey): boolean => journeyOfSpace(spaceOfKey(key)) !== null;
