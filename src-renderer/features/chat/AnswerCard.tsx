// An answer from the person's own records: a sentence, and links to what it rests on.
import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../domain/assistant/reply.ts';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { isFamilyOnly } from '../../../domain/spaces/readable.ts';
import { dayExact } from '../../ui/dates.ts';
import { formatMoney } from '../../ui/money.ts';
import { useSlots } from '../../ui/slots.ts';
import { AgreedSaid } from './AgreedSaid.tsx';
import { useChat } from './chat-context.ts';
import classes from './chat.module.css';
import { nameIn } from './line-words.ts';
import { Links, More } from './Links.tsx';
import { sums } from './sums.ts';
import { QuotesSaid } from './QuotesSaid.tsx';
import { RecordLink } from './RecordLink.tsx';

export const AnswerCard = ({ answer }: { readonly answer: Answer }): ReactElement => {
  const { t } = useTranslation('chat');
  const { thread } = useChat();
  return (
    <section aria-label={t('answer.label')} className={classes['answer']}>
      <Words answer={answer} />
      {!isFamilyOnly(thread.space) && (
        <Text size="sm" c="dimmed">
          {t('answer.asSeen')}
        </Text>
      )}
    </section>
  );
};

/** Its state is that of now; its days are those of when it was asked. */
const StepStands = ({
  answer: { span },
  step,
}: {
  readonly answer: Extract<Answer, { readonly question: 'status' }>;
  readonly step: RecordKey;
}): ReactElement => {
  const { t } = useTranslation(['chat', 'ui']);
  const { records } = useChat();
  const state = records.steps.find(({ key }) => key === step)?.body.state ?? 'todo';
  const days = { from: dayExact(span?.start ?? ''), to: dayExact(span?.end ?? '') };
  const word = state === 'done' ? 'was' : state === 'doing' ? 'is' : 'willBe';
  return (
    <>
      <Text>
        {t(`ui:stepState.${state}`)}
        {span !== undefined &&
          state !== 'blocked' &&
          ` · ${t(`answer.step.${span.start === span.end ? 'on' : word}`, days)}`}
      </Text>
      <RecordLink recordKey={step} />
    </>
  );
};

const Words = ({ answer }: { readonly answer: Answer }): ReactNode => {
  const { t } = useTranslation(['chat', 'ui']);
  const { records } = useChat();
  const { chatPhotos: Photos } = useSlots();
  const name = (key: RecordKey | null): string => (key === null ? '' : nameIn(records, key));
  switch (answer.question) {
    case 'next': {
      const { step, blocked, tasks, settled } = answer;
      const doing = records.steps.find(({ key }) => key === step)?.body.state === 'doing';
      return (
        <>
          <Text>
            {step === null
              ? t(settled ? 'answer.settled' : 'answer.nextNone')
              : t(doing ? 'answer.nextDoing' : 'answer.next')}
          </Text>
          {step !== null && <RecordLink recordKey={step} />}
          <Links title={t('answer.blocked')} keys={blocked} />
          <Links title={t('answer.dueTasks')} keys={tasks} />
        </>
      );
    }
    case 'whenDone': {
      const { step, end, likely, late, blocked } = answer;
      return (
        <>
          {likely !== undefined && (
            <Text>
              {t('answer.endLikely', {
                day: dayExact(likely.p50),
                from: dayExact(likely.p10),
                to: dayExact(likely.p90),
              })}
            </Text>
          )}
          <Text {...(likely === undefined ? {} : { size: 'sm', c: 'dimmed' })}>
            {end === null
              ? t('answer.endNone')
              : t(step === null ? 'answer.end' : 'answer.endStep', { day: dayExact(end), step: name(step) })}
          </Text>
          {step !== null && <RecordLink recordKey={step} />}
          <Links title={t('answer.blocked')} keys={blocked} />
          <Links title={t('answer.late')} keys={late} />
        </>
      );
    }
    case 'left': {
      const { step, budget, spent, due, left, open, willCost, unchecked } = answer;
      const over = left !== null && left.minor < 0;
      const key = `answer.${over ? 'over' : 'left'}${step === null ? '' : 'Step'}`;
      return (
        <>
          <Text>
            {budget === null || left === null
              ? t(step === null ? 'answer.noBudget' : 'answer.noBudgetStep', { step: name(step) })
              : t(key, {
                  left: formatMoney({ ...left, minor: Math.abs(left.minor) }),
                  budget: formatMoney(budget),
                  step: name(step),
                })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('answer.spentDue', { spent: formatMoney(spent), due: formatMoney(due) })}{' '}
            {open !== undefined && open.minor > 0 && t('answer.openToo', { amount: formatMoney(open) })}{' '}
            {willCost !== undefined && t('answer.willCost', { amount: formatMoney(willCost) })}
          </Text>
          {unchecked === true && <Text>{t('answer.committedUnchecked')}</Text>}
        </>
      );
    }
    case 'status': {
      const { step, settled, total, doing, blocked, late, next, end } = answer;
      if (step !== null) return <StepStands answer={answer} step={step} />;
      return (
        <>
          <Text>
            {t('answer.status', { settled, total })} {end !== null && t('answer.statusEnd', { day: dayExact(end) })}
          </Text>
          {doing.map((key) => (
            <RecordLink key={key} recordKey={key} />
          ))}
          {doing.length === 0 && next !== null && <RecordLink recordKey={next} />}
          <Links title={t('answer.blocked')} keys={blocked} />
          <Links title={t('answer.late')} keys={late} />
        </>
      );
    }
    case 'spent': {
      const { about, step, paid, due, costs, count } = answer;
      const on = about === '' ? name(step) : about;
      if (count === 0) return <Text>{t('answer.noCosts')}</Text>;
      return (
        <>
          <Text>
            {t(on === '' ? 'answer.spent' : 'answer.spentAbout', { amount: sums(paid), about: on })}{' '}
            {due.some(({ minor }) => minor !== 0) && t('answer.dueToo', { amount: sums(due) })}
          </Text>
          <Links keys={costs} more={count - costs.length} />
        </>
      );
    }
    case 'owed': {
      const { payee, due, costs, count } = answer;
      if (count === 0) return <Text>{t('answer.owesNothing')}</Text>;
      return (
        <>
          <Text>{t(payee === '' ? 'answer.owed' : 'answer.owedTo', { amount: sums(due), payee })}</Text>
          <Links keys={costs} more={count - costs.length} />
        </>
      );
    }
    case 'tasks': {
      const { tasks, count } = answer;
      return (
        <>
          <Text>{count === 0 ? t('answer.noTasks') : t('answer.tasks', { count })}</Text>
          <Links keys={tasks} more={count - tasks.length} />
        </>
      );
    }
    case 'quotes':
      return <QuotesSaid answer={answer} />;
    case 'late': {
      const { steps, tasks, count } = answer;
      if (count === 0) return <Text>{t('answer.lateNone')}</Text>;
      return (
        <>
          <Links title={t('answer.lateSteps')} keys={steps} />
          <Links title={t('answer.lateTasks')} keys={tasks} more={count - steps.length - tasks.length} />
        </>
      );
    }
    case 'stuck': {
      const { steps, count } = answer;
      if (count === 0) return <Text>{t('answer.stuckNone')}</Text>;
      return <Links title={t('answer.blocked')} keys={steps} more={count - steps.length} />;
    }
    case 'decisions': {
      const { decisions, count } = answer;
      if (count === 0) return <Text>{t('answer.decisionsNone')}</Text>;
      return <Links title={t('answer.waitingDecisions')} keys={decisions} more={count - decisions.length} />;
    }
    case 'waiting': {
      const { tasks, decisions, quotes, count } = answer;
      // An answer of an earlier day may not have been asked for these.
      const { votes = [], orders = [], payments = [], unchecked = false } = answer;
      if (count === 0) return <Text>{t(unchecked ? 'answer.waitingUnchecked' : 'answer.waitingNone')}</Text>;
      const shown = [tasks, decisions, quotes, votes, orders, payments].reduce((sum, { length }) => sum + length, 0);
      return (
        <>
          <Links title={t('answer.waitingTasks')} keys={tasks} />
          <Links title={t('answer.waitingDecisions')} keys={decisions} />
          <Links title={t('answer.waitingVotes')} keys={votes} />
          <Links title={t('answer.waitingQuotes')} keys={quotes} />
          <Links title={t('answer.waitingOrders')} keys={orders} />
          <Links title={t('answer.waitingPayments')} keys={payments} />
          {unchecked && <Text>{t('answer.waitingUnchecked')}</Text>}
          <More count={count - shown} />
        </>
      );
    }
    case 'signing':
    case 'committed':
    case 'changes':
    case 'shares':
      return <AgreedSaid answer={answer} />;
    case 'search': {
      const { words, hits } = answer;
      return (
        <>
          <Text>{hits.length === 0 ? t('answer.noHits', { words }) : t('answer.hits', { count: hits.length })}</Text>
          {hits.map(({ key, text }) => (
            <RecordLink key={key} recordKey={key} text={text} />
          ))}
        </>
      );
    }
    case 'photos': {
      const { photos, pairs, count } = answer;
      const compared = new Set(pairs.flat());
      const others = photos.filter((key) => !compared.has(key));
      return (
        <>
          <Text>{count === 0 ? t('answer.noPhotos') : t('answer.photos', { count })}</Text>
          {Photos !== null && photos.length + pairs.length > 0 && <Photos keys={others} pairs={pairs} />}
          <More count={count - photos.length} />
        </>
      );
    }
    default:
      return exhaustive(answer);
  }
};
