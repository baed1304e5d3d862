// A new decision: the question, what one could choose from, and by when. What was typed survives a closed window.
import { Group, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { useRun } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { clearThen, useFormDraft } from '../../ui/use-draft.ts';
import classes from './decisions.module.css';

interface AskFormProps {
  readonly journey: RecordOf<'journey'>;
  readonly onDone: () => void;
}

interface Asked {
  readonly question: string;
  readonly alternatives: string;
  readonly deadline: string | null;
  readonly step: RecordKey | null;
}

const BLANK: Asked = { question: '', alternatives: '', deadline: null, step: null };

export const AskForm = ({ journey, onDone }: AskFormProps): ReactElement => {
  const { t } = useTranslation('decisions');
  const run = useRun();
  const { go } = usePlace();
  const draft = useFormDraft<Asked>(`decision:${journey.id}`, BLANK);
  const [tried, setTried] = useState(false);
  const { value: form, change } = draft;
  const done = clearThen(draft, onDone);
  const ask = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const question = form.question.trim();
    if (question === '') return;
    const { deadline, step } = form;
    const alternatives = form.alternatives
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(0, 50);
    const result = await run('decision.add', { journey: journey.id, question, alternatives, step, deadline });
    if (!result.ok) return;
    done();
    go({ go: 'record', record: result.value.keys[0] ?? null });
  };
  return (
    <form className={classes['form']} aria-label={t('ask.open')} onSubmit={(event) => void ask(event)} noValidate>
      <TextInput
        label={t('ask.question')}
        placeholder={t('ask.questionHint')}
        autoFocus
        maxLength={1_000}
        value={form.question}
        error={tried && form.question.trim() === '' ? t('ask.questionMissing') : undefined}
        onChange={(event) => change({ question: event.currentTarget.value })}
      />
      <Textarea
        label={t('ask.alternatives')}
        placeholder={t('ask.alternativesHint')}
        autosize
        minRows={3}
        maxRows={12}
        value={form.alternatives}
        onChange={(event) => change({ alternatives: event.currentTarget.value })}
      />
      <div className={classes['followFields']}>
        <DateInput
          label={t('deadline')}
          clearable
          value={form.deadline}
          onChange={(deadline) => change({ deadline })}
        />
        <StepSelect
          label={t('step')}
          placeholder={t('noStep')}
          journey={journey.id}
          value={form.step}
          onChange={(step) => change({ step })}
        />
      </div>
      <Group justify="space-between">
        <AudienceBadge journey={journey.id} space={privateSpace(journey.id)} />
        <FormButtons label={t('ask.save')} onCancel={done} />
      </Group>
    </form>
  );
};
