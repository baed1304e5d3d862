// Writing a change order, or changing one: whoever saves it signs it, so that it is never seen unsigned by the other side.
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import { countedAwards } from '../../../domain/quotes/awarded.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { isReadableIn } from '../../../domain/spaces/readable.ts';
import { useRecords, useRun, useStore } from '../../data/hooks.ts';
import type { Say } from '../../approvals/use-say.ts';
import { AudienceBadge, AudiencePicker } from '../../ui/AudienceBadge.tsx';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { amountText } from '../../ui/money.ts';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { clearThen, useDraft } from '../../ui/use-draft.ts';
import { useAudienceChoices, useOwnSpace } from '../../ui/use-own-space.ts';
import classes from './approvals.module.css';

interface Form {
  readonly title: string;
  readonly why: string;
  readonly amount: string;
  readonly days: number;
  readonly lines: string;
  readonly step: RecordKey | null;
  readonly against: RecordKey | null;
  readonly space: SpaceId;
}

interface ChangeFormProps {
  readonly journey: RecordOf<'journey'>;
  /** The one that is changed; a new one when absent. */
  readonly change?: RecordOf<'change'>;
  readonly say: Say;
  readonly onDone: () => void;
}

export const ChangeForm = ({ journey, change, say, onDone }: ChangeFormProps): ReactElement => {
  const { t } = useTranslation('approvals');
  const run = useRun();
  const store = useStore();
  const [tried, setTried] = useState(false);
  const awards = countedAwards(useRecords({ type: 'award', journey: journey.id }) ?? []);
  const own = useOwnSpace(journey);
  // It is agreed with somebody: what everybody on the journey reads is none of them.
  const choices = useAudienceChoices(journey).filter((space) => space !== journey.space);
  const draft = useDraft(`change:${change?.key ?? journey.id}`, change === undefined ? null : formOf(change));
  const blank = blankIn(awards.find(({ space }) => space !== own)?.space ?? own, awards);
  const form = draft.value ?? blank;
  const set = (part: Partial<Form>): void => draft.change({ ...form, ...part });
  const currency = change?.body.amount.currency ?? journey.body.currency;
  const amount = parseAmount(form.amount, currency);
  const offered = awards.filter(({ key }) => isReadableIn(form.space, key));

  const done = clearThen(draft, onDone);
  const save = async (): Promise<void> => {
    setTried(true);
    if (amount === null || form.title.trim() === '') return;
    const { title, why, days, step, against, space } = form;
    const lines = form.lines.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    const body = { title, why, amount, days, lines, step, against };
    const saved =
      change === undefined
        ? await run('change.add', { journey: journey.id, space, ...body })
        : await run('change.edit', { key: change.key, set: body });
    if (!saved.ok) return;
    // It is kept from here on: an app that ends before it is signed does not offer to write it once more.
    draft.clear();
    const key = change?.key ?? saved.value.keys[0] ?? '';
    const record = recordAs('change', (await store.get(key)) ?? undefined);
    // Unsigned it stays a draft, which says so and can be signed later.
    if (record !== null) await say(record, 'propose');
    onDone();
  };

  return (
    <form
      className={classes['form']}
      aria-label={t('propose')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={classes['grid']}>
        <TextInput
          className={classes['wide']}
          label={t('form.title')}
          placeholder={t('form.titlePlaceholder')}
          maxLength={200}
          autoFocus
          value={form.title}
          error={tried && form.title.trim() === '' ? t('form.titleMissing') : undefined}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextInput
          label={t('form.amount', { currency })}
          description={t('form.amountHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="decimal"
          value={form.amount}
          error={(tried || form.amount !== '') && amount === null ? t('form.amountOdd') : undefined}
          onChange={(event) => set({ amount: event.currentTarget.value })}
        />
        <NumberInput
          label={t('form.days')}
          min={-3_650}
          max={3_650}
          allowDecimal={false}
          value={form.days}
          onChange={(days) => set({ days: typeof days === 'number' ? days : 0 })}
        />
        <StepSelect
          label={t('form.step')}
          placeholder={t('form.noStep')}
          journey={journey.id}
          readableIn={form.space}
          value={form.step}
          onChange={(step) => set({ step })}
        />
        {offered.length > 0 && (
          <Select
            label={t('form.against')}
            placeholder={t('form.noAward')}
            data={offered.map(({ key, body }) => ({ value: key, label: body.vendor || (body.title ?? '') || key }))}
            clearable
            value={form.against}
            onChange={(against) => set({ against })}
          />
        )}
        <Textarea
          className={classes['wide']}
          label={t('form.lines')}
          autosize
          minRows={2}
          maxRows={8}
          value={form.lines}
          onChange={(event) => set({ lines: event.currentTarget.value })}
        />
        <Textarea
          className={classes['wide']}
          label={t('form.why')}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={5_000}
          value={form.why}
          onChange={(event) => set({ why: event.currentTarget.value })}
        />
      </div>
      <div className={classes['foot']}>
        {change === undefined && choices.length > 1 ? (
          <AudiencePicker
            journey={journey.id}
            space={form.space}
            choices={choices}
            onChoose={(space) => set({ space, step: null, against: onlyAward(space, awards) })}
          />
        ) : (
          <AudienceBadge journey={journey.id} space={change?.space ?? form.space} />
        )}
        <FormButtons label={t(change === undefined ? 'form.save' : 'form.saveAgain')} onCancel={done} />
      </div>
    </form>
  );
};

type Award = RecordOf<'award'>;

/** The award in that space, where there is but one. */
const onlyAward = (space: SpaceId, awards: readonly Award[]): RecordKey | null => {
  const [first, second] = awards.filter((award) => award.space === space);
  return first === undefined || second !== undefined ? null : first.key;
};

const blankIn = (space: SpaceId, awards: readonly Award[]): Form => ({
  title: '',
  why: '',
  amount: '',
  days: 0,
  lines: '',
  step: null,
  against: onlyAward(space, awards),
  space,
});

const formOf = ({ space, body }: RecordOf<'change'>): Form => ({
  title: body.title,
  why: body.why,
  amount: amountText(body.amount),
  days: body.days,
  lines: body.lines.join('\n'),
  step: body.step,
  against: body.against,
  space,
});
