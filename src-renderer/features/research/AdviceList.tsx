// What one may want to look at next, each with its reason; a press goes there.
import { Text, UnstyledButton } from '@mantine/core';
import { IconCalendarExclamation, IconClockQuestion, IconCoins, IconHourglass, type Icon } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { namesOfSteps } from '../../../domain/journey/steps.ts';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import { isOpen, scheduleSteps } from '../../../domain/journey/schedule.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { adviceFrom, type Advice } from '../../../domain/research/advice.ts';
import { dayRelative, dayShort, today } from '../../ui/dates.ts';
import { formatMoney } from '../../ui/money.ts';
import { usePlace } from '../../ui/place-context.ts';
import classes from './research.module.css';

interface AdviceListProps {
  readonly journey: RecordOf<'journey'>;
  readonly steps: readonly RecordOf<'step'>[];
  readonly questions: readonly RecordOf<'question'>[];
  readonly findings: readonly RecordOf<'finding'>[];
}

/** More would be a second list of everything. */
const MOST_SHOWN = 5;

export const AdviceList = ({ journey, steps, questions, findings }: AdviceListProps): ReactElement | null => {
  const { t } = useTranslation('research');
  const advice = useMemo(() => {
    const spans = scheduleSteps(steps, { today: today(), startDate: journey.body.startDate });
    const open = new Map(steps.filter(isOpen).map(({ key }) => [key, spans.get(key)?.start ?? today()]));
    return adviceFrom({ questions, findings, open, today: today() }).slice(0, MOST_SHOWN);
  }, [journey, steps, questions, findings]);
  if (advice.length === 0) return null;
  const nameByStep = namesOfSteps(steps);
  return (
    <section className={classes['advice']} aria-label={t('advice.title')}>
      <h3 className={classes['title']}>{t('advice.title')}</h3>
      {advice.map((one) => (
        <AdviceRow key={keyOf(one)} advice={one} nameOf={(step) => nameByStep.get(step) ?? ''} />
      ))}
    </section>
  );
};

const keyOf = (advice: Advice): string => `${advice.kind} ${recordOf(advice)}`;

const recordOf = (advice: Advice): string => (advice.kind === 'unresearched' ? advice.step : advice.finding.key);

const iconByAdvice: Readonly<Record<Advice['kind'], Icon>> = {
  unresearched: IconCalendarExclamation,
  cheaper: IconCoins,
  waiting: IconHourglass,
  stale: IconClockQuestion,
};

interface AdviceRowProps {
  readonly advice: Advice;
  readonly nameOf: (step: string) => string;
}

const AdviceRow = ({ advice, nameOf }: AdviceRowProps): ReactElement => {
  const words = useAdviceWords(advice, nameOf);
  const { go } = usePlace();
  const AdviceIcon = iconByAdvice[advice.kind];
  return (
    <UnstyledButton
      className={classes['adviceRow'] ?? ''}
      onClick={() => go({ go: 'record', record: recordOf(advice) })}
    >
      <AdviceIcon size={18} stroke={1.75} aria-hidden />
      <span className={classes['adviceWords']}>
        <Text fw={500}>{words.what}</Text>
        <Text size="sm" c="dimmed">
          {words.why}
        </Text>
      </span>
    </UnstyledButton>
  );
};

/** What to do, and why it is said. */
const useAdviceWords = (
  advice: Advice,
  nameOf: (step: string) => string,
): { readonly what: string; readonly why: string } => {
  const { t } = useTranslation('research');
  switch (advice.kind) {
    case 'unresearched': {
      const { step, start, questions } = advice;
      const name = nameOf(step);
      return {
        what: t('advice.unresearched.what', { name, count: questions.length }),
        why: t('advice.unresearched.why', {
          name,
          day: dayShort(start),
          when: dayRelative(start),
          questions: questions.map(({ body }) => body.text).join(', '),
        }),
      };
    }
    case 'cheaper': {
      const { finding, than, saving, unit, tags } = advice;
      return {
        what: t('advice.cheaper.what', {
          title: finding.body.title,
          than: than.body.title,
          saving: formatMoney(saving),
          unit: unit === '' ? t('piece') : unit,
        }),
        why:
          tags.length === 0
            ? t('advice.cheaper.why')
            : t('advice.cheaper.whyTags', { than: than.body.title, tags: tags.join(', ') }),
      };
    }
    case 'waiting': {
      const { finding, since, days } = advice;
      return {
        what: t('advice.waiting.what', { title: finding.body.title }),
        why: t('advice.waiting.why', { day: dayShort(since), count: days }),
      };
    }
    case 'stale':
      return {
        what: t('advice.stale.what', { title: advice.finding.body.title }),
        why: t('advice.stale.why', { count: advice.days }),
      };
    default:
      return exhaustive(advice);
  }
};
