// What is wanted of people next, by day: open decisions and selections; then what was decided last. A press opens it where it is decided.
import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconColorSwatch, IconScale } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { openSelections } from '../../../domain/decisions/allowance.ts';
import { compareDates } from '../../../domain/kernel/calendar.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { usePlace } from '../../ui/place-context.ts';
import { Settle } from '../../ui/Settle.tsx';
import { useFound } from '../../ui/use-found.ts';
import { Wanted } from '../../ui/Wanted.tsx';
import classes from './OverviewTab.module.css';
import { Section } from './StepLine.tsx';

type Decision = RecordOf<'decision'>;

/** So many of those that were decided say where it went; the rest is in the tab. */
const DECIDED_SHOWN = 5;

export const Decisions = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { t } = useTranslation('journey');
  const { go } = usePlace();
  const decisions = useRecords({ type: 'decision', journey: journey.id });
  const selections = useRecords({ type: 'selection', journey: journey.id });
  const shown = useMemo(() => {
    const byNeed = Map.groupBy(decisions ?? [], isWanted);
    const last = (byNeed.get(false) ?? []).toSorted((a, b) => (b.body.decided?.at ?? 0) - (a.body.decided?.at ?? 0));
    return [...(byNeed.get(true) ?? []).toSorted(byDay), ...last.slice(0, DECIDED_SHOWN)];
  }, [decisions]);
  const toChoose = useMemo(() => openSelections(selections ?? []), [selections]);
  if (shown.length === 0 && toChoose.length === 0) return null;
  const more = (decisions?.length ?? 0) - shown.length;
  return (
    <Section title={t('decisions.title')} icon={<IconScale size={16} stroke={1.75} aria-hidden />}>
      {shown.map((decision) => (
        <Line key={decision.key} decision={decision} />
      ))}
      {toChoose.map((selection) => (
        <Selection key={selection.key} selection={selection} />
      ))}
      {more > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          onClick={() => go({ go: 'journey', journey: journey.id, tab: 'decisions' })}
        >
          {t('decisions.more', { count: more })}
        </Button>
      )}
    </Section>
  );
};

/** Nothing is decided yet, or two things are. */
const isWanted = ({ body, past }: Decision): boolean => body.decided === null || past.contested !== undefined;

const byDay = (a: Decision, b: Decision): number =>
  compareDates(a.body.deadline, b.body.deadline) || b.createdAt - a.createdAt;

const Line = ({ decision }: { readonly decision: Decision }): ReactElement => {
  const { t } = useTranslation('journey');
  const { go } = usePlace();
  const found = useFound(decision.key);
  const { question, alternatives, decided, deadline } = decision.body;
  const names = Object.values(alternatives).map(({ name }) => name);
  return (
    <div className={classes['decision']} {...found}>
      <UnstyledButton
        className={classes['decisionOpen']}
        aria-label={t('decisions.show', { name: question })}
        onClick={() => go({ go: 'journey', journey: decision.journey, tab: 'decisions', record: decision.key })}
      >
        <Text fw={decided === null ? 500 : 400}>{question}</Text>
        <Text size="sm" c="dimmed">
          {decided === null
            ? names.length === 0
              ? t('decisions.open')
              : names.join(' · ')
            : t(decided.why === '' ? 'decisions.taken' : 'decisions.takenWhy', {
                name: decided.name,
                why: decided.why,
              })}
        </Text>
        {decided === null && deadline != null && <Wanted deadline={deadline} />}
      </UnstyledButton>
      <Settle record={decision} />
    </div>
  );
};

const Selection = ({ selection }: { readonly selection: RecordOf<'selection'> }): ReactElement => {
  const { t } = useTranslation('journey');
  const { go } = usePlace();
  const { title, deadline } = selection.body;
  return (
    <div className={classes['decision']}>
      <UnstyledButton
        className={classes['decisionOpen']}
        aria-label={t('decisions.show', { name: title })}
        onClick={() =>
          go({ go: 'journey', journey: selection.journey, tab: 'decisions', record: null, at: selection.key })
        }
      >
        <Text fw={500} className={classes['toChoose'] ?? ''}>
          <IconColorSwatch size={16} stroke={1.75} aria-hidden />
          {t('decisions.choose', { name: title })}
        </Text>
        {deadline !== null && <Wanted deadline={deadline} />}
      </UnstyledButton>
    </div>
  );
};
