// The selected finding, editable in place: what it is, what it costs and cost before, what became of it, and its page as kept.
import { Menu, Select, TagsInput } from '@mantine/core';
import { IconExternalLink, IconRefresh } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecord, useRecords, useRun } from '../../data/hooks.ts';
import { desktop } from '../../ports/desktop.ts';
import { EarlierValues } from '../../ui/EarlierValues.tsx';
import { InlineText } from '../../ui/InlineText.tsx';
import { DayProperty } from '../../ui/DayProperty.tsx';
import { Panel, Property } from '../../ui/Panel.tsx';
import { RecordMenu } from '../../ui/RecordMenu.tsx';
import { StepSelect } from '../../ui/StepSelect.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { BecomesCost } from './BecomesCost.tsx';
import { FindingNotes } from './FindingNotes.tsx';
import { StateSelect } from './FindingTable.tsx';
import { KeptPage } from './KeptPage.tsx';
import { PriceSection } from './PriceSection.tsx';
import classes from './research.module.css';

interface FindingPanelProps {
  readonly recordKey: RecordKey;
  readonly journey: RecordOf<'journey'>;
}

type Finding = RecordOf<'finding'>;

export const FindingPanel = ({ recordKey, journey }: FindingPanelProps): ReactElement | null => {
  const { t } = useTranslation('research');
  const record = useRecord(recordKey);
  const finding = recordAs('finding', record ?? undefined);
  if (finding === null) return record === undefined ? null : <Panel label={t('panel')}>{t('gone')}</Panel>;
  return (
    <Panel label={t('panel')} actions={<FindingMenu finding={finding} />}>
      <Fields key={finding.key} finding={finding} journey={journey} />
      <PriceSection key={`price:${finding.key}`} finding={finding} journey={journey} />
      <BecomesCost key={`cost:${finding.key}`} finding={finding} journey={journey} />
      <FindingNotes key={`notes:${finding.key}`} finding={finding} />
      <KeptPage finding={finding} />
      <EarlierValues record={finding} />
    </Panel>
  );
};

const Fields = ({
  finding,
  journey,
}: {
  readonly finding: Finding;
  readonly journey: RecordOf<'journey'>;
}): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const questions = useRecords({ type: 'question', journey: journey.id });
  const { key, body } = finding;
  const begun = useDraft(`tag:${key}`, '');
  const edit = (set: Parameters<typeof run<'finding.edit'>>[1]['set']): ReturnType<typeof run> =>
    run('finding.edit', { key, set });
  return (
    <>
      <div className={classes['panelHead']}>
        <InlineText
          label={t('name')}
          size="heading"
          value={body.title}
          draft={`name:${key}`}
          required
          maxLength={300}
          onSave={(title) => edit({ title })}
        />
        <InlineText label={t('site')} value={body.site} draft={`site:${key}`} onSave={(site) => edit({ site })} />
      </div>
      <Property label={t('table.state')}>
        <StateSelect finding={finding} />
      </Property>
      <Property label={t('ask.step')}>
        <StepSelect
          aria-label={t('ask.step')}
          placeholder={t('ask.noStep')}
          journey={journey.id}
          value={body.step}
          onChange={(step) => edit({ step })}
        />
      </Property>
      <Property label={t('questionOf')}>
        <Select
          aria-label={t('questionOf')}
          placeholder={t('noQuestion')}
          data={(questions ?? []).map(({ key: value, body: { text } }) => ({ value, label: text }))}
          searchable
          clearable
          value={body.question}
          onChange={(question) => edit({ question })}
        />
      </Property>
      <Property label={t('tags')}>
        <TagsInput
          aria-label={t('tags')}
          placeholder={body.tags.length === 0 ? t('tagsPlaceholder') : ''}
          maxTags={20}
          value={[...body.tags]}
          searchValue={begun.value}
          onSearchChange={(typed) => (typed === '' ? begun.clear() : begun.change(typed))}
          onChange={(tags) => edit({ tags: tags.map((tag) => tag.trim().slice(0, 40)).filter((tag) => tag !== '') })}
        />
      </Property>
      {body.kind === 'contractor' && <Answering finding={finding} />}
    </>
  );
};

/** When they were asked and when they answered: silence is told after a few days. */
const Answering = ({ finding }: { readonly finding: Finding }): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const { key, body } = finding;
  return (
    <>
      <Property label={t('contact')}>
        <InlineText
          label={t('contact')}
          placeholder={t('notSet')}
          maxLength={300}
          value={body.contact ?? ''}
          draft={`contact:${key}`}
          onSave={(contact) => run('finding.edit', { key, set: { contact } })}
        />
      </Property>
      <DayProperty
        label={t('contactedOn')}
        placeholder={t('notSet')}
        value={body.contactedOn ?? null}
        onChange={(contactedOn) => void run('finding.edit', { key, set: { contactedOn } })}
      />
      <DayProperty
        label={t('answeredOn')}
        placeholder={t('notSet')}
        value={body.answeredOn ?? null}
        onChange={(answeredOn) => void run('finding.edit', { key, set: { answeredOn } })}
      />
    </>
  );
};

const FindingMenu = ({ finding }: { readonly finding: Finding }): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const { key, body } = finding;
  return (
    <RecordMenu label={t('more')} record={finding}>
      <Menu.Item
        leftSection={<IconRefresh size={16} stroke={1.75} />}
        onClick={() => void run('finding.want', { key })}
      >
        {t('refresh')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconExternalLink size={16} stroke={1.75} />}
        onClick={() => void desktop().ask('research.open', { url: body.url })}
      >
        {t('openOutside')}
      </Menu.Item>
      <Menu.Divider />
    </RecordMenu>
  );
};
