// A decision in its list: how it stands in one line, and opened everything: alternatives, votes, the choice, what followed, the talk.
import { ActionIcon, Button, Group, Menu, MultiSelect, Select, Text, TextInput, UnstyledButton } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconArrowBackUp, IconChevronDown, IconChevronRight, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { agreementOf, stateOf } from '../../../domain/decisions/agreement.ts';
import { liveSteps } from '../../../domain/journey/steps.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isFamilyRole } from '../../../domain/spaces/roles.ts';
import { Comments } from '../../comments/Comments.tsx';
import { useRecords, useRun, useStore } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { unbroken } from '../../ui/money.ts';
import { usePlace } from '../../ui/place-context.ts';
import { Settle } from '../../ui/Settle.tsx';
import { useFound } from '../../ui/use-found.ts';
import { usePeople } from '../../ui/use-people.ts';
import { Wanted } from '../../ui/Wanted.tsx';
import { Moment } from '../../ui/When.tsx';
import { AlternativeCard } from './AlternativeCard.tsx';
import { DecideForm } from './DecideForm.tsx';
import classes from './decisions.module.css';
import { Following } from './Following.tsx';
import { RollBack, RolledBack } from './Revisit.tsx';
import { useImpact } from './use-impact.ts';

interface DecisionCardProps {
  readonly journey: RecordOf<'journey'>;
  readonly decision: RecordOf<'decision'>;
  /** What is known of alternatives, of all decisions of the journey. */
  readonly alternatives: readonly RecordOf<'alternative'>[];
  readonly open: boolean;
}

export const DecisionCard = (props: DecisionCardProps): ReactElement => {
  const { decision, open } = props;
  const { go } = usePlace();
  const found = useFound(decision.key);
  const state = stateOf(decision);
  return (
    <article className={classes['card']} aria-label={decision.body.question} data-state={state} {...found}>
      <div className={classes['cardHead']}>
        {open ? (
          <OpenHead decision={decision} journey={props.journey} />
        ) : (
          <UnstyledButton
            className={classes['cardToggle']}
            aria-expanded={false}
            onClick={() => go({ go: 'record', record: decision.key })}
          >
            <IconChevronRight size={16} stroke={1.75} />
            <Text span fw={600} className={classes['cardText'] ?? ''}>
              {unbroken(decision.body.question)}
            </Text>
            <Standing decision={decision} />
          </UnstyledButton>
        )}
        <DecisionMenu decision={decision} />
      </div>
      {open && <Opened {...props} />}
    </article>
  );
};

/** Open, the question is edited where it stands. */
const OpenHead = ({ journey, decision }: Pick<DecisionCardProps, 'journey' | 'decision'>): ReactElement => {
  const { t } = useTranslation('decisions');
  const { go } = usePlace();
  const run = useRun();
  const { key, space, body } = decision;
  return (
    <div className={classes['openHead']}>
      <ActionIcon aria-expanded aria-label={t('close')} onClick={() => go({ go: 'record', record: null })}>
        <IconChevronDown size={16} stroke={1.75} />
      </ActionIcon>
      <InlineText
        label={t('ask.question')}
        size="heading"
        value={body.question}
        required
        maxLength={1_000}
        onSave={(question) => void run('decision.edit', { key, set: { question } })}
      />
      <AudienceBadge journey={journey.id} space={space} />
      <Standing decision={decision} />
    </div>
  );
};

const Standing = ({ decision }: { readonly decision: RecordOf<'decision'> }): ReactElement => {
  const { t } = useTranslation('decisions');
  const { decided, deadline, votes = {}, agree = [] } = decision.body;
  const state = stateOf(decision);
  const { awaited } = agreementOf(decision.body);
  return (
    <span className={classes['standing']}>
      {decided === null && deadline != null && <Wanted deadline={deadline} />}
      {decided === null && agree.length > 0 && (
        <Text span size="sm" c="dimmed">
          {t('agreed', { count: agree.length - awaited.length, total: agree.length })}
        </Text>
      )}
      {decided === null && agree.length === 0 && Object.keys(votes).length > 0 && (
        <Text span size="sm" c="dimmed">
          {t('votes', { count: Object.keys(votes).length })}
        </Text>
      )}
      <span className={classes['state']} data-state={state}>
        {decided === null ? t(`state.${state}`) : t('state.decided', { name: decided.name })}
      </span>
    </span>
  );
};

const Opened = ({ journey, decision, alternatives }: DecisionCardProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const people = usePeople();
  const impact = useImpact(decision);
  const [deciding, setDeciding] = useState<string | null>(null);
  const [revisiting, setRevisiting] = useState(false);
  const { key, body } = decision;
  const { decided } = body;
  const agreement = agreementOf(body);
  const detailsByPlace = useMemo(
    () => new Map(alternatives.filter(({ parent }) => parent === key).map((each) => [each.body.place, each])),
    [alternatives, key],
  );
  const chosen = decided === null ? null : (detailsByPlace.get(decided.choice) ?? null);
  return (
    <div className={classes['opened']}>
      <Settle record={decision} />
      <Facts journey={journey} decision={decision} />
      {decided !== null && (
        <div className={classes['decided']}>
          <div>
            <Text fw={600}>{t('decidedFor', { name: decided.name })}</Text>
            {decided.why !== '' && <Text className={classes['why'] ?? ''}>{unbroken(decided.why)}</Text>}
            <Text size="sm" c="dimmed">
              {people.nameOf(decided.by)}, <Moment at={decided.at} />
            </Text>
          </div>
          {!revisiting && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconArrowBackUp size={14} stroke={1.75} />}
              disabled={decision.past.contested !== undefined}
              onClick={() => setRevisiting(true)}
            >
              {t('revisit.open')}
            </Button>
          )}
        </div>
      )}
      {revisiting && decided !== null && impact !== null && (
        <RollBack journey={journey} decision={decision} impact={impact} onDone={() => setRevisiting(false)} />
      )}
      {decided === null && impact !== null && <RolledBack journey={journey} decision={decision} impact={impact} />}
      {deciding !== null && (
        <DecideForm
          journey={journey}
          decision={decision}
          impact={impact}
          place={deciding}
          chosen={detailsByPlace.get(deciding) ?? null}
          agreement={agreement}
          onDone={() => setDeciding(null)}
        />
      )}
      <div className={classes['alternatives']}>
        {Object.keys(body.alternatives).map((place) => (
          <AlternativeCard
            key={place}
            journey={journey}
            decision={decision}
            place={place}
            details={detailsByPlace.get(place) ?? null}
            voters={agreement.votersByPlace.get(place) ?? []}
            onDecide={() => setDeciding(place)}
          />
        ))}
        <AddAlternative decision={decision} />
      </div>
      {decided !== null && <Following journey={journey} decision={decision} chosen={chosen} impact={impact} />}
      <section className={classes['part']} aria-label={t('talk')}>
        <h4 className={classes['partHead']}>{t('talk')}</h4>
        <Comments on={key} space={decision.space} journey={journey} />
      </section>
    </div>
  );
};

/** By when, who must agree, and at which step. */
const Facts = ({ journey, decision }: Pick<DecisionCardProps, 'journey' | 'decision'>): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const { me } = useStore();
  const people = usePeople();
  const persons = useRecords({ type: 'person' });
  const steps = useRecords({ type: 'step', journey: journey.id });
  const { key, body } = decision;
  const family = new Set((persons ?? []).filter((person) => isFamilyRole(person.body.role)).map(({ id }) => id));
  const named = people.all.filter(({ id }) => id === me || family.has(id) || body.agree?.includes(id));
  const edit = (set: Parameters<typeof run<'decision.edit'>>[1]['set']): void =>
    void run('decision.edit', { key, set });
  return (
    <div className={classes['followFields']}>
      <DateInput
        size="xs"
        label={t('deadline')}
        placeholder={t('notSet')}
        valueFormat="D MMM YYYY"
        clearable
        value={body.deadline ?? null}
        onChange={(deadline) => edit({ deadline })}
      />
      <MultiSelect
        size="xs"
        label={t('agree')}
        placeholder={(body.agree ?? []).length === 0 ? t('nobody') : ''}
        data={named.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...(body.agree ?? [])]}
        onChange={(agree) => edit({ agree })}
      />
      <Select
        size="xs"
        label={t('step')}
        placeholder={t('noStep')}
        data={liveSteps(steps ?? []).map(({ key: value, body: { name } }) => ({ value, label: name }))}
        searchable
        clearable
        value={body.step}
        onChange={(step) => edit({ step })}
      />
    </div>
  );
};

const AddAlternative = ({ decision }: Pick<DecisionCardProps, 'decision'>): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const [name, setName] = useState('');
  const add = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const result = await run('decision.offer', { key: decision.key, name: name.trim() });
    if (result.ok) setName('');
  };
  return (
    <form className={classes['addAlternative']} onSubmit={(event) => void add(event)}>
      <TextInput
        aria-label={t('alternative.add')}
        placeholder={t('alternative.add')}
        maxLength={500}
        leftSection={<IconPlus size={16} stroke={1.75} />}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {name.trim() !== '' && (
        <Group justify="flex-end" mt="xs">
          <Button size="compact-sm" type="submit">
            {t('alternative.addNow')}
          </Button>
        </Group>
      )}
    </form>
  );
};

const DecisionMenu = ({ decision }: Pick<DecisionCardProps, 'decision'>): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('more', { name: decision.body.question })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void run('record.trash', { key: decision.key })}
        >
          {t('trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
