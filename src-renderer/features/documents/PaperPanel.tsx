// The values of a paper beside its pages: Tab goes from one to the next, Enter accepts them all and goes on to the next paper.
import { Alert, Button, Group, Select, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomeOf } from '../../../domain/documents/paper.ts';
import { PAPER_KINDS, type PaperField } from '../../../domain/records/paper.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { NOTHING_TO_SAVE, useInPlace, useLeftover } from '../../ui/use-in-place.ts';
import { FieldBox } from './FieldBox.tsx';
import { LineRows } from './LineRows.tsx';
import { Outcome } from './Outcome.tsx';
import { useAccept } from './use-accept.ts';
import { fieldsWith, isDate, isSum, isText, moneyText, moneyTyped, type FieldName } from './paper-fields.ts';
import type { PaperSource } from './paper-source.ts';
import { Problems } from './Problems.tsx';
import { useUnsure } from './use-unsure.ts';
import classes from './paper.module.css';

interface PaperPanelProps {
  readonly source: PaperSource;
  readonly reading: RecordOf<'reading'>;
  readonly onTouch: (field: FieldName) => void;
  /** Accepted or waved away: the next one may come. */
  readonly onDone: () => void;
}

export const PaperPanel = ({ source, reading, onTouch, onDone }: PaperPanelProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const run = useRun();
  const { paper, foreign, quote, save, whole } = source;
  const { values, currency, sure } = paper;
  const taken = reading.body.offer === 'taken';
  const [choices, accept] = useAccept(reading, onDone);
  const outcome = outcomeOf(values.kind);
  const draft = quote?.key ?? reading.key;
  const kindUnsure = useUnsure(sure.kind, true);
  // What was shown because it did not add up stays while it is put right.
  const [problems, setProblems] = useState(paper.problems);
  if (paper.problems.some(({ kind }) => problems.every((one) => one.kind !== kind)))
    setProblems([...problems, ...paper.problems]);
  const fields = fieldsWith(values.kind, problems);
  const saysOther = foreign === null || taken ? null : t('paper.otherCurrency', { currency: foreign });
  const [busy, setBusy] = useState(false);
  const submit = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    if (taken || busy || outcome === null) return;
    setBusy(true);
    await accept(paper);
    setBusy(false);
  };
  return (
    <form
      className={classes['form']}
      aria-label={t('paper.title')}
      noValidate
      // The field that Enter was pressed in is left first, so that what stands in it is accepted as well.
      onSubmit={(event) => {
        event.preventDefault();
        const field = document.activeElement;
        if (field instanceof HTMLElement) field.blur();
        setTimeout(() => void submit(event), 0);
      }}
    >
      {taken && (
        <Alert color="green" variant="light" icon={<IconCheck size={16} />} py="xs">
          {t(quote === null ? 'paper.taken' : 'paper.keptAsQuote')}
        </Alert>
      )}
      {whole !== null && (
        <Alert variant="light" py="xs">
          <Text size="sm">{t('photoPages.moreLines', { count: whole.lines?.length ?? 0 })}</Text>
          <Button size="compact-xs" mt={6} onClick={() => save(whole)}>
            {t('photoPages.takeLines')}
          </Button>
        </Alert>
      )}
      {fields.includes('total') && <Problems paper={paper} />}
      <div className={classes['fields']}>
        {quote === null && (
          <Select
            size="xs"
            className={classes['wide']}
            label={t('paper.kindLabel')}
            data={PAPER_KINDS.map((value) => ({ value, label: t(`paper.kind.${value}`) }))}
            data-field="kind"
            {...kindUnsure}
            classNames={{ input: classes['input'] ?? '' }}
            value={values.kind}
            allowDeselect={false}
            disabled={taken}
            onFocus={() => onTouch('kind')}
            onChange={(value) => value !== null && save({ kind: value })}
          />
        )}
        {fields.map((field) => (
          <OneField key={field} draft={draft} field={field} source={source} onTouch={onTouch} sure={sure[field]} />
        ))}
      </div>
      {fields.includes('total') && (
        <div className={classes['sums']}>
          {saysOther !== null && (
            <Text size="sm" className={classes['wide']} c="var(--pl-late)">
              {saysOther}
            </Text>
          )}
          {fields.filter(isSum).map((field) => (
            <div key={field} style={{ display: 'contents' }}>
              <Text size="sm" fw={field === 'total' ? 600 : 400}>
                {foreign === null
                  ? t(`paper.field.${field}`)
                  : t('paper.amountIn', { what: t(`paper.field.${field}`), currency })}
              </Text>
              <FieldBox
                field={field}
                label={t('paper.amountIn', { what: t(`paper.field.${field}`), currency })}
                bare
                value={moneyText(values[field])}
                draft={draft}
                sure={sure[field]}
                doubt={field === 'total' ? saysOther : null}
                align="right"
                inputMode="decimal"
                onTouch={onTouch}
                onSave={(text) => {
                  const money = moneyTyped(text, currency);
                  if (money !== undefined) save({ [field]: money });
                  return money !== undefined;
                }}
              />
            </div>
          ))}
        </div>
      )}
      {!taken && (
        <div className={classes['foot']}>
          <Outcome outcome={outcome} paper={paper} reading={reading} choices={choices} />
          <Group gap="sm" justify="space-between">
            <Button type="submit" size="sm" disabled={outcome === null || busy}>
              {t(`paper.accept.${outcome ?? 'quote'}`)}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="sm"
              onClick={() => void run('reading.dismiss', { key: reading.key }).then(onDone)}
            >
              {t('paper.dismiss')}
            </Button>
          </Group>
        </div>
      )}
    </form>
  );
};

interface OneFieldProps {
  readonly draft: string;
  readonly field: PaperField;
  readonly source: PaperSource;
  readonly sure: number | undefined;
  readonly onTouch: (field: FieldName) => void;
}

const OneField = ({ draft, field, source, sure, onTouch }: OneFieldProps): React.JSX.Element | null => {
  const { t } = useTranslation('documents');
  const { paper, save } = source;
  const label = t(`paper.field.${field}`);
  const unsure = useUnsure(sure, isDate(field) && paper.values[field] !== null);
  if (field === 'lines')
    return (
      <div className={classes['wide']}>
        <LineRows draft={draft} paper={paper} onSave={(lines) => save({ lines })} onTouch={onTouch} />
      </div>
    );
  if (field === 'terms')
    return <Terms key={paper.values.terms} draft={draft} source={source} sure={sure} label={label} onTouch={onTouch} />;
  if (isDate(field))
    return (
      <DateInput
        size="xs"
        label={label}
        data-field={field}
        {...unsure}
        classNames={{ input: classes['input'] ?? '' }}
        clearable
        value={paper.values[field]}
        onFocus={() => onTouch(field)}
        onChange={(date) => save({ [field]: date })}
      />
    );
  if (!isText(field)) return null;
  return (
    <div className={field === 'vendor' || field === 'title' ? classes['wide'] : undefined}>
      <FieldBox
        field={field}
        label={label}
        value={paper.values[field]}
        draft={draft}
        sure={sure}
        onTouch={onTouch}
        onSave={(text) => {
          save({ [field]: text.trim().slice(0, field === 'number' ? 80 : 200) });
          return true;
        }}
      />
    </div>
  );
};

const Terms = ({
  draft,
  source,
  sure,
  label,
  onTouch,
}: Pick<OneFieldProps, 'draft' | 'source' | 'sure' | 'onTouch'> & { readonly label: string }): React.JSX.Element => {
  const field = useInPlace(`paper:${draft}:terms`, {
    saved: source.paper.values.terms,
    save: (typed) => {
      source.save({ terms: typed.trim() });
      return NOTHING_TO_SAVE;
    },
  });
  useLeftover(field);
  const unsure = useUnsure(sure, field.value !== '');
  return (
    <Textarea
      size="xs"
      className={classes['wide']}
      label={label}
      data-field="terms"
      {...unsure}
      classNames={{ input: classes['input'] ?? '' }}
      autosize
      minRows={1}
      maxRows={6}
      maxLength={2_000}
      value={field.value}
      onChange={(event) => field.change(event.currentTarget.value)}
      onFocus={() => onTouch('terms')}
      onBlur={() => void field.leave()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        event.currentTarget.form?.requestSubmit();
      }}
    />
  );
};
