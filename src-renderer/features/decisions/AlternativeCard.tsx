// One alternative of a decision, side by side with the others: photos, cost, time, what speaks for it and against, votes, and the choice.
import { ActionIcon, Button, Menu, NumberInput, Text, Textarea, TextInput, Tooltip } from '@mantine/core';
import { IconDots, IconGavel, IconThumbUp, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { BodyOf, RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useStore } from '../../data/hooks.ts';
import { InlineText } from '../../ui/InlineText.tsx';
import { amountText, currencySymbol } from '../../ui/money.ts';
import { PersonDot } from '../../ui/PersonDot.tsx';
import { Settle } from '../../ui/Settle.tsx';
import { NO_SUCH_VALUE, NOTHING_TO_SAVE, useInPlace } from '../../ui/use-in-place.ts';
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
  const say = (set: Said): Promise<{ readonly ok: boolean }> => run('decision.offer', { key, place, set });
  const saySo = (set: Said): void => void say(set);
  return (
    <article className={classes['alternative']} aria-label={name} data-chosen={isChosen || undefined}>
      <AlternativePhotos journey={journey} name={name} photos={details?.body.photos ?? []} onSay={saySo} />
      <div className={classes['alternativeHead']}>
        <InlineText
          label={t('alternative.name')}
          size="heading"
          value={name}
          draft={`alternative:${key}:${place}:name`}
          required
          maxLength={500}
          onSave={(next) => run('decision.offer', { key, place, name: next })}
        />
        {!isChosen && <AlternativeMenu decision={decision} place={place} name={name} />}
      </div>
      {details !== null && <Settle record={details} />}
      <div className={classes['facts']}>
        <CostField id={`${key}:${place}:cost`} journey={journey} details={details} onSay={say} />
        <DaysField id={`${key}:${place}:days`} details={details} onSay={say} />
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
      <AlternativeLinks journey={journey} details={details} onSay={saySo} />
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
  /** Of the draft. */
  readonly id: string;
  readonly details: RecordOf<'alternative'> | null;
  readonly onSay: (set: Said) => Promise<{ readonly ok: boolean }>;
}

const DaysField = ({ id, details, onSay }: FieldProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const field = useInPlace<string | number>(`alternative:${id}`, {
    saved: details?.body.days ?? '',
    save: (typed) => onSay({ days: typed === '' ? null : Number(typed) }),
  });
  return (
    <NumberInput
      size="xs"
      label={t('alternative.days')}
      min={0}
      max={3_650}
      allowDecimal={false}
      value={field.value}
      onChange={field.change}
      {...field.sign}
      onBlur={() => void field.leave()}
    />
  );
};

const CostField = ({
  id,
  journey,
  details,
  onSay,
}: FieldProps & { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('decisions');
  const cost = details?.body.cost ?? null;
  const currency = cost?.currency ?? journey.body.currency;
  const amountOf = (typed: string): Money | 'odd' | null =>
    typed.trim() === '' ? null : (parseAmount(typed, currency) ?? 'odd');
  const field = useInPlace(`alternative:${id}`, {
    saved: cost === null ? '' : amountText(cost),
    save: (typed) => {
      const next = amountOf(typed);
      if (next === 'odd') return NO_SUCH_VALUE;
      return next?.minor === cost?.minor ? NOTHING_TO_SAVE : onSay({ cost: next });
    },
  });
  return (
    <TextInput
      size="xs"
      classNames={{ root: classes['cost'] ?? '' }}
      label={t('alternative.cost')}
      aria-label={t('alternative.costIn', { currency })}
      inputMode="decimal"
      leftSection={<span aria-hidden="true">{currencySymbol(currency)}</span>}
      error={field.isUnsaved && amountOf(field.value) === 'odd' ? t('amountOdd') : undefined}
      value={field.value}
      onChange={(event) => field.change(event.currentTarget.value)}
      {...field.sign}
      onBlur={() => void field.leave()}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
};

/** Kept when one leaves it; what was typed survives a closed window. */
const LongField = (props: {
  readonly label: string;
  readonly id: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<{ readonly ok: boolean }>;
}): ReactElement => {
  const { label, id, value, onSave } = props;
  const field = useInPlace(`alternative:${id}`, {
    saved: value,
    save: (typed) => (typed.trim() === value ? NOTHING_TO_SAVE : onSave(typed.trim())),
  });
  return (
    <Textarea
      size="xs"
      label={label}
      autosize
      minRows={1}
      maxRows={8}
      maxLength={5_000}
      value={field.value}
      onChange={(event) => field.change(event.currentTarget.value)}
      {...field.sign}
      onBlur={() => void field.leave()}
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
