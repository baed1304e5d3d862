// Asking a contractor for a revision: a task in words, where they read it; what became of it stands at the quote.
import { Button, Group, Text, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { privateSpace, spaceKind } from '../../../domain/spaces/space.ts';
import { useRecord, useRecords, useRun, useSetting } from '../../data/hooks.ts';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { dayShort } from '../../ui/dates.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { useFormDraft } from '../../ui/use-draft.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import classes from './quotes.module.css';

interface RevisionProps {
  readonly quote: RecordOf<'quote'>;
  readonly journey: RecordOf<'journey'>;
}

export const Revision = ({ quote, journey }: RevisionProps): ReactElement | null => {
  const { t } = useTranslation('quotes');
  const family = useIsFamily(journey.space);
  const [open, setOpen] = useSetting(`revising:${quote.key}`, false);
  const task = recordAs('task', useRecord(quote.body.revision ?? null) ?? undefined);
  const asked = task?.trashedAt === 0 ? task : null;
  return (
    <>
      {asked !== null && (
        <Text size="sm" mt="sm">
          {t(asked.body.doneAt === null ? 'revise.asked' : 'revise.done', { what: asked.body.title })}{' '}
          {asked.body.due !== null &&
            asked.body.doneAt === null &&
            t('revise.until', { day: dayShort(asked.body.due) })}
        </Text>
      )}
      {open && <RevisionForm quote={quote} journey={journey} onDone={() => setOpen(false)} />}
      {family && !open && (
        <Button size="compact-sm" variant="subtle" color="gray" ml={-8} mt="xs" onClick={() => setOpen(true)}>
          {t('revise.action')}
        </Button>
      )}
    </>
  );
};

interface Words {
  readonly title: string;
  readonly due: string | null;
}

const RevisionForm = ({ quote, journey, onDone }: RevisionProps & { readonly onDone: () => void }): ReactElement => {
  const { t } = useTranslation('quotes');
  const run = useRun();
  const space = useSpaceOf(quote, journey);
  const draft = useFormDraft<Words>(`revision:${quote.key}`, {
    title: t('revise.start', { number: quote.body.number || quote.body.title || quote.body.vendor }),
    due: null,
  });
  const send = async (): Promise<void> => {
    const { title, due } = draft.value;
    const result = await run('quote.revise', { key: quote.key, space, title, due });
    if (!result.ok) return;
    draft.clear();
    onDone();
  };
  return (
    <div className={classes['form']}>
      <Textarea
        label={t('revise.words')}
        autosize
        minRows={2}
        maxLength={500}
        autoFocus
        value={draft.value.title}
        onChange={(event) => draft.change({ title: event.currentTarget.value })}
      />
      <div className={classes['formFoot']}>
        <Group gap="md">
          <DateInput
            size="xs"
            aria-label={t('revise.due')}
            placeholder={t('revise.due')}
            clearable
            value={draft.value.due}
            onChange={(due) => draft.change({ due })}
          />
          <AudienceBadge journey={journey.id} space={space} />
        </Group>
        <FormButtons
          label={t('revise.send')}
          disabled={draft.value.title.trim() === ''}
          onCancel={onDone}
          onSave={send}
        />
      </div>
      {spaceKind(space) === 'private' && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('revise.private')}
        </Text>
      )}
    </div>
  );
};

/** Where its contractor reads: the quote's own space, or the one shared with the contractor that it names; else the family's. */
const useSpaceOf = (quote: RecordOf<'quote'>, journey: RecordOf<'journey'>): SpaceId => {
  const parties = useRecords({ type: 'party', journey: journey.id });
  if (spaceKind(quote.space) === 'party') return quote.space;
  const named: RecordKey | null = quote.body.party;
  return parties?.find(({ key }) => key === named)?.body.space ?? privateSpace(journey.id);
};
