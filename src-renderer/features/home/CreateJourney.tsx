// Starting a journey: a few words about it at the left, what it begins from at the right. Half-filled forms survive a restart.
import { Button, Select, Text, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseAmount } from '../../../domain/money/amount.ts';
import { templateById } from '../../../domain/templates/templates.ts';
import { useRun } from '../../data/hooks.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { currencyChoices } from '../../ui/money.ts';
import { usePlace } from '../../ui/place-context.ts';
import { clearThen, useFormDraft } from '../../ui/use-draft.ts';
import classes from './CreateJourney.module.css';
import { TemplateChoice } from './TemplateChoice.tsx';

interface Form {
  readonly name: string;
  readonly area: string;
  readonly address: string;
  readonly currency: string;
  readonly budget: string;
  readonly startDate: string | null;
  readonly template: string | null;
}

const BLANK: Form = { name: '', area: '', address: '', currency: 'EUR', budget: '', startDate: null, template: null };

export const CreateJourney = ({ onLeave }: { readonly onLeave: () => void }): ReactElement => {
  const { t } = useTranslation('home');
  const run = useRun();
  const { go } = usePlace();
  const draft = useFormDraft<Form>('journey', BLANK);
  const { value: form, change } = draft;
  const [tried, setTried] = useState(false);

  const chooseTemplate = (template: string | null): void => {
    const suggested = template === null ? null : templateById(template);
    const before = form.template === null ? null : templateById(form.template);
    // A suggestion replaces an earlier suggestion, never what a person typed.
    change({
      template,
      name: form.name === '' || form.name === before?.name ? (suggested?.name ?? '') : form.name,
      area: form.area === '' || form.area === before?.area ? (suggested?.area ?? '') : form.area,
    });
  };
  const budget = form.budget.trim() === '' ? null : parseAmount(form.budget, form.currency);
  const nameMissing = form.name.trim() === '';
  const budgetOdd = form.budget.trim() !== '' && (budget === null || budget.minor < 0);

  // Of the form, not of the press: pressed twice, it is one journey.
  const [journey] = useState(() => `journey_${crypto.randomUUID()}`);
  const create = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (nameMissing || budgetOdd) return;
    const { name, area, address, currency, startDate, template } = form;
    const result = await run('journey.start', { journey, name, area, address, currency, startDate, template, budget });
    if (!result.ok) return;
    draft.clear();
    onLeave();
    go({ go: 'journey', journey });
  };
  const cancel = clearThen(draft, onLeave);

  return (
    <form
      className={classes['page']}
      onSubmit={(event) => void create(event)}
      aria-label={t('create.title')}
      noValidate
    >
      <div className={classes['column']}>
        <header>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            ml={-8}
            leftSection={<IconArrowLeft size={14} />}
            onClick={onLeave}
          >
            {t('create.back')}
          </Button>
          <Title order={1} mt="sm">
            {t('create.title')}
          </Title>
        </header>
        <div className={classes['columns']}>
          <div className={classes['fields']}>
            <TextInput
              label={t('create.name')}
              placeholder={t('create.namePlaceholder')}
              autoFocus
              maxLength={200}
              value={form.name}
              error={tried && nameMissing ? t('create.nameMissing') : undefined}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label={t('create.area')}
              placeholder={t('create.areaPlaceholder')}
              maxLength={200}
              value={form.area}
              onChange={(event) => change({ area: event.currentTarget.value })}
            />
            <TextInput
              label={t('create.address')}
              maxLength={500}
              value={form.address}
              onChange={(event) => change({ address: event.currentTarget.value })}
            />
            <div className={classes['pair']}>
              <TextInput
                label={t('create.budget')}
                placeholder={t('create.budgetPlaceholder')}
                inputMode="decimal"
                value={form.budget}
                error={budgetOdd ? t('create.budgetOdd') : undefined}
                onChange={(event) => change({ budget: event.currentTarget.value })}
              />
              <Select
                label={t('create.currency')}
                data={currencyChoices}
                searchable
                allowDeselect={false}
                value={form.currency}
                onChange={(currency) => currency !== null && change({ currency })}
              />
            </div>
            <Text size="xs" c="dimmed" mt={-8}>
              {t('create.budgetPrivate')}
            </Text>
            <DateInput
              label={t('create.startDate')}
              placeholder={t('create.startDatePlaceholder')}
              clearable
              value={form.startDate}
              onChange={(startDate) => change({ startDate })}
            />
            <FormButtons label={t('create.submit')} side="start" mt="sm" onCancel={cancel} />
          </div>
          <TemplateChoice value={form.template} onChange={chooseTemplate} />
        </div>
      </div>
    </form>
  );
};
