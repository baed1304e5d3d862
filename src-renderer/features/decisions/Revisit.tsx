// Before a decision is changed: what hangs on it, what of that is newer, and the way back in one deed; and the way there again.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconRotateClockwise } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { clearThen, useDraft } from '../../ui/use-draft.ts';
import { usePeople } from '../../ui/use-people.ts';
import { Moment } from '../../ui/When.tsx';
import classes from './decisions.module.css';
import { ImpactList } from './ImpactList.tsx';
import type { DecisionImpact } from './use-impact.ts';

interface RevisitProps {
  readonly journey: RecordOf<'journey'>;
  readonly decision: RecordOf<'decision'>;
  readonly impact: DecisionImpact;
  readonly onDone: () => void;
}

const useAnswers = () => {
  const [taken, setTaken] = useState<ReadonlySet<RecordKey>>(new Set());
  const onToggle = (key: RecordKey): void => {
    const next = new Set(taken);
    if (!next.delete(key)) next.add(key);
    setTaken(next);
  };
  return { taken, onToggle };
};

export const RollBack = ({ journey, decision, impact, onDone }: RevisitProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const answer = useAnswers();
  const draft = useDraft(`rollback:${decision.key}`, '');
  const done = clearThen(draft, onDone);
  const { standing, reads } = impact;
  const { hanging, asked, keys } = standing;
  const rollBack = async (): Promise<void> => {
    const { events, records } = keys;
    const input = { key: decision.key, events: [...events], records: [...records], take: [...answer.taken] };
    const result = await run('decision.rollback', { ...input, why: draft.value.trim() });
    if (result.ok) done();
  };
  return (
    <section className={classes['revisit']} aria-label={t('revisit.title')}>
      <Text fw={600}>{t('revisit.title')}</Text>
      <Text size="sm" c="dimmed">
        {hanging.length === 0 ? t('revisit.nothing') : t('revisit.text', { count: hanging.length })}
        {asked.length > 0 && ` ${t('revisit.asked', { count: asked.length })}`}
      </Text>
      <ImpactList journey={journey} impact={standing} reads={reads} answer={answer} />
      <TextInput
        label={t('revisit.why')}
        maxLength={5_000}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <FormButtons
        label={t('revisit.rollBack')}
        size="compact-md"
        icon={<IconArrowBackUp size={14} stroke={1.75} />}
        onCancel={done}
        onSave={rollBack}
      />
    </section>
  );
};

/** What it was before it was rolled back, and the button that makes it so again. */
export const RolledBack = ({ journey, decision, impact }: Omit<RevisitProps, 'onDone'>): ReactElement | null => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const people = usePeople();
  const answer = useAnswers();
  const { back } = decision.body;
  const { rolled, reads } = impact;
  if (back == null || rolled === null) return null;
  const { events, records } = rolled.keys;
  const again = (): void =>
    void run('decision.reapply', {
      key: decision.key,
      events: [...events],
      records: [...records],
      take: [...answer.taken],
    });
  return (
    <section className={classes['revisit']} aria-label={t('revisit.back')}>
      <Text size="sm">
        {t(back.why === '' ? 'revisit.was' : 'revisit.wasWhy', {
          who: people.nameOf(back.by),
          name: back.name,
          why: back.why,
        })}{' '}
        <Text span size="sm" c="dimmed">
          <Moment at={back.at} />
        </Text>
      </Text>
      {rolled.hanging.length > 0 && <ImpactList journey={journey} impact={rolled} reads={reads} answer={answer} />}
      <Group>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconRotateClockwise size={14} stroke={1.75} />}
          onClick={again}
        >
          {t('revisit.again', { name: back.name })}
        </Button>
      </Group>
    </section>
  );
};
