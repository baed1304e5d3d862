// One field for a question to the web, or for the address of a page to keep; below it, where the question goes.
import { Button, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconSearch } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { RESEARCH_KINDS, webAddress, type ResearchKind } from '../../../domain/records/research.ts';
import { siteOf } from '../../../domain/research/site.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { useRun } from '../../data/hooks.ts';
import { useDestination } from '../../research/hooks.ts';
import type { Destination } from '../../research/web-search.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { WhereTo } from './WhereTo.tsx';
import classes from './research.module.css';

interface Form {
  readonly text: string;
  readonly kind: ResearchKind;
  readonly step: RecordKey | null;
}

const BLANK: Form = { text: '', kind: 'product', step: null };

export const AskBar = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const destination = useDestination();
  const draft = useDraft<Form>(`research:${journey.id}`, BLANK);
  const { text, kind, step } = draft.value;
  const change = (part: Partial<Form>): void => draft.change({ ...draft.value, ...part });
  const typed = text.trim();
  const isAddress = webAddress.safeParse(typed).success;

  const submit = async (event: { readonly preventDefault: () => void }): Promise<void> => {
    event.preventDefault();
    if (typed === '') return;
    const site = siteOf(typed);
    const result = isAddress
      ? await run('finding.save', { journey: journey.id, url: typed, title: site, site, snippet: '', kind, step })
      : await run('question.ask', { journey: journey.id, text: typed, kind, step, search: goesOut(destination) });
    // The kind and the step stay: one asks for several things of one step in a row.
    if (result.ok) change({ text: '' });
  };

  return (
    <form className={classes['ask']} aria-label={t('ask.label')} onSubmit={(event) => void submit(event)}>
      <div className={classes['askRow']}>
        <TextInput
          className={classes['askText'] ?? ''}
          aria-label={t('ask.field')}
          placeholder={t('ask.placeholder')}
          maxLength={400}
          value={text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        <Button
          type="submit"
          disabled={typed === ''}
          leftSection={
            isAddress ? <IconBookmarkPlus size={16} stroke={1.75} /> : <IconSearch size={16} stroke={1.75} />
          }
        >
          {t(isAddress ? 'ask.save' : goesOut(destination) ? 'ask.ask' : 'ask.note')}
        </Button>
      </div>
      <div className={classes['askRow']}>
        <SegmentedControl
          size="xs"
          aria-label={t('ask.kind')}
          value={kind}
          onChange={(value) => change({ kind: value })}
          data={RESEARCH_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <StepSelect
          size="xs"
          aria-label={t('ask.step')}
          placeholder={t('ask.noStep')}
          journey={journey.id}
          value={step}
          onChange={(key) => change({ step: key })}
        />
        <Text size="xs" c="dimmed" className={classes['askWhere'] ?? ''} aria-live="polite">
          {isAddress ? t('where.page', { site: siteOf(typed) }) : <WhereTo destination={destination} />}
        </Text>
        <AudienceBadge journey={journey.id} space={privateSpace(journey.id)} />
      </div>
    </form>
  );
};

const goesOut = (destination: Destination | null): boolean => destination !== null && destination.way !== 'off';
