// One alternative of a decision, side by side with the others: photos, cost, time, what speaks for it and against, votes, and the choice.
import { ActionIcon, Button, Menu, NumberInput, Text, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconDots, IconGavel, IconThumbUp, IconTrash } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { BodyOf, RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useStore } from '../../data/hooks.ts';
import { InlineText } from '../../ui/InlineText.tsx';
import { amountText, currencySymbol } from '../../ui/money.ts';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { Settle } from '../../ui/Settle.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { usePeople } from '../../ui/use-people.ts';
import { AlternativeLinks } from './AlternativeLinks.tsx';
import { AlternativePhotos } from './AlternativePhotos.tsx';
import classes from './decisions.module.css';

export interface AlternativeCardProps {
  readonly journey: RecordOf<'journey'>;
  readonly decision: RecordOf<'decision'>;
  readonly place: string;
  /** What is known of it so far. */
  readonly details: RecordOf<'alternative'> | null;
  readonly voters: readonly PersonId[];
  readonly onDecide: () => void;
}

export type Said = Partial<Pick<BodyOf<'alternative'>, 'photos' | 'cost' | 'days' | 'pros' | 'cons' | 'links'>>;

export const AlternativeCard = (props: AlternativeCardProps): ReactElement => {
  const { journey, decision, place, details, voters, onDecide } = props;
  const { t } = useTranslation('decisions');
  const run = useRun();
  const { me } = useStore();
  const { key, body } = decision;
  const name = body.alternatives[place]?.name ?? '';
  const isChosen = body.decided?.choice === place;
  const isMine = body.votes?.[me] === place;
  const say = (set: Said): void => void run('decision.offer', { key, place, set });
  return (
    <article className={classes['alternative']} aria-label={name} data-chosen={isChosen || undefined}>
      <AlternativePhotos journey={journey} name={name} photos={details?.body.photos ?? []} onSay={say} />
      <div className={classes['alternativeHead']}>
        <InlineText
          label={t('alternative.name')}
          size="heading"
          value={name}
          required
          maxLength={500}
          onSave={(next) => void run('decision.offer', { key, place, name: next })}
        />
        {!isChosen && <AlternativeMenu decision={decision} place={place} name={name} />}
      </div>
      {details !== null && <Settle record={details} />}
      <div className={classes['facts']}>
        <CostField journey={journey} details={details} onSay={say} />
        <NumberInput
          size="xs"
          label={t('alternative.days')}
          min={0}
          max={3_650}
          allowDecimal={false}
          key={details?.body.days ?? ''}
          defaultValue={details?.body.days ?? ''}
          onBlur={(event) => {
            const days = event.currentTarget.value === '' ? null : Number(event.currentTarget.value);
            if ((days === null || Number.isInteger(days)) && days !== (details?.body.days ?? null)) say({ days });
          }}
        />
      </div>
      <LongField
        label={t('alternative.pros')}
        id={`${key}:${place}:pros`}
        value={details?.body.pros ?? ''}
        onSave={(pros) => say({ pros })}
      />
      <LongField
        label={t('alternative.cons')}
        id={`${key}:${place}:cons`}
        value={details?.body.cons ?? ''}
        onSave={(cons) => say({ cons })}
      />
      <AlternativeLinks journey={journey} details={details} onSay={say} />
      <div className={classes['votes']}>
        <Voters voters={voters} name={name} />
        <Button
          size="compact-sm"
          variant={isMine ? 'light' : 'default'}
          aria-pressed={isMine}
          aria-label={t(isMine ? 'vote.takeBackNamed' : 'vote.forNamed', { name })}
          leftSection={<IconThumbUp size={14} stroke={1.75} />}
          onClick={() => void run('decision.vote', { key, choice: isMine ? null : place })}
        >
          {t(isMine ? 'vote.yours' : 'vote.for')}
        </Button>
        {isChosen ? (
          <Text span size="sm" fw={600} c="var(--pl-done)">
            {t('alternative.chosen')}
          </Text>
        ) : (
          <Button
            size="compact-sm"
            variant={body.decided === null ? 'filled' : 'default'}
            aria-label={t('decide.forNamed', { name })}
            leftSection={<IconGavel size={14} stroke={1.75} />}
            onClick={onDecide}
          >
            {t('decide.for')}
          </Button>
        )}
      </div>
    </article>
  );
};

const Voters = ({ voters, name }: { readonly voters: readonly PersonId[]; readonly name: string }): ReactElement => {
  const { t } = useTranslation('decisions');
  const people = usePeople();
  const names = voters.map(people.nameOf);
  return (
    <Tooltip label={names.join(', ')} disabled={names.length === 0}>
      <span
        className={classes['voters']}
        role="img"
        aria-label={t('vote.count', { count: voters.length, name, who: names.join(', ') })}
      >
        {names.map((voter) => (
          <PersonDot key={voter} name={voter} size={20} />
        ))}
      </span>
    </Tooltip>
  );
};

interface FieldProps {
  readonly details: RecordOf<'alternative'> | null;
  readonly onSay: (set: Said) => void;
}

const CostField = ({
  journey,
  details,
  onSay,
}: FieldProps & { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('decisions');
  const cost = details?.body.cost ?? null;
  const currency = cost?.currency ?? journey.body.currency;
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null || typed.trim() === '' ? null : parseAmount(typed, currency);
  const isOdd = typed !== null && typed.trim() !== '' && parsed === null;
  const save = (): void => {
    if (typed === null || isOdd) return;
    setTyped(null);
    if (parsed?.minor !== cost?.minor) onSay({ cost: parsed });
  };
  return (
    <TextInput
      size="xs"
      classNames={{ root: classes['cost'] ?? '' }}
      label={t('alternative.cost')}
      aria-label={t('alternative.costIn', { currency })}
      inputMode="decimal"
      leftSection={<span aria-hidden="true">{currencySymbol(currency)}</span>}
      error={isOdd ? t('amountOdd') : undefined}
      value={typed ?? (cost === null ? '' : amountText(cost))}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
};

/** Kept when one leaves it; what was typed survives a closed window. */
const LongField = (props: {
  readonly label: string;
  readonly id: string;
  readonly value: string;
  readonly onSave: (text: string) => void;
}): ReactElement => {
  const { label, id, value, onSave } = props;
  const draft = useDraft(`alternative:${id}`, value);
  const leave = (): void => {
    const text = draft.value.trim();
    draft.clear();
    if (text !== value) onSave(text);
  };
  return (
    <Textarea
      size="xs"
      label={label}
      autosize
      minRows={1}
      maxRows={8}
      maxLength={5_000}
      value={draft.value}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={leave}
    />
  );
};

const AlternativeMenu = (
  props: Pick<AlternativeCardProps, 'decision' | 'place'> & { readonly name: string },
): ReactElement => {
  const { decision, place, name } = props;
  const { t } = useTranslation('decisions');
  const run = useRun();
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('alternative.more', { name })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void run('decision.drop', { key: decision.key, place })}
        >
          {t('alternative.drop')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
