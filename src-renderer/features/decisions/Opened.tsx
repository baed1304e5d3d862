// A decision that is open in its list: by when and by whom, alternatives, votes, the choice, what followed, the talk.
import { Button, Group, MultiSelect, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { agreementOf } from '../../../domain/decisions/agreement.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { isFamilyRole } from '../../../domain/spaces/roles.ts';
import { Comments } from '../../comments/Comments.tsx';
import { useRecords, useRun, useSetting, useStore } from '../../data/hooks.ts';
import { unbroken } from '../../ui/money.ts';
import { Settle } from '../../ui/Settle.tsx';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { usePeople } from '../../ui/use-people.ts';
import { Moment } from '../../ui/When.tsx';
import { AlternativeCard } from './AlternativeCard.tsx';
import { DecideForm } from './DecideForm.tsx';
import classes from './decisions.module.css';
import { Following } from './Following.tsx';
import { RollBack, RolledBack } from './Revisit.tsx';
import { useImpact } from './use-impact.ts';

export interface OpenedProps {
  readonly journey: RecordOf<'journey'>;
  readonly decision: RecordOf<'decision'>;
  /** What is known of alternatives, of all decisions of the journey. */
  readonly alternatives: readonly RecordOf<'alternative'>[];
}

export const Opened = ({ journey, decision, alternatives }: OpenedProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const people = usePeople();
  const impact = useImpact(decision);
  const [deciding, setDeciding] = useSetting<string | null>(`deciding:${decision.key}`, null);
  const [revisiting, setRevisiting] = useSetting(`revisiting:${decision.key}`, false);
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
      {deciding !== null && body.alternatives[deciding] !== undefined && (
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
const Facts = ({ journey, decision }: Pick<OpenedProps, 'journey' | 'decision'>): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const { me } = useStore();
  const people = usePeople();
  const persons = useRecords({ type: 'person' });
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
      <StepSelect
        size="xs"
        label={t('step')}
        placeholder={t('noStep')}
        journey={journey.id}
        value={body.step}
        onChange={(step) => edit({ step })}
      />
    </div>
  );
};

const AddAlternative = ({ decision }: Pick<OpenedProps, 'decision'>): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const draft = useDraft(`alternative:${decision.key}`, '');
  const name = draft.value;
  const add = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const result = await run('decision.offer', { key: decision.key, name: name.trim() });
    if (result.ok) draft.sent(name);
  };
  return (
    <form className={classes['addAlternative']} onSubmit={(event) => void add(event)}>
      <TextInput
        aria-label={t('alternative.add')}
        placeholder={t('alternative.add')}
        maxLength={500}
        leftSection={<IconPlus size={16} stroke={1.75} />}
        value={name}
        onChange={(event) => draft.change(event.currentTarget.value)}
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
