// A question: what was asked, what came back, and what was kept of it.
import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconCheck, IconCoins, IconDots, IconRefresh, IconTrash, IconX } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { StatePill, type Tone } from '../../ui/StatePill.tsx';
import { useFound } from '../../ui/use-found.ts';
import { FindingTable } from './FindingTable.tsx';
import { iconByKind } from './kind-icons.ts';
import { ResultRow } from './ResultRow.tsx';
import { Standing } from './Standing.tsx';
import classes from './research.module.css';

interface QuestionCardProps {
  readonly journey: RecordOf<'journey'>;
  readonly question: RecordOf<'question'>;
  readonly findings: readonly RecordOf<'finding'>[];
}

const toneByState: Readonly<Record<RecordOf<'question'>['body']['state'], Tone>> = {
  open: 'doing',
  decided: 'done',
  dropped: 'quiet',
};

export const QuestionCard = ({ journey, question, findings }: QuestionCardProps): ReactElement => {
  const { t } = useTranslation('research');
  const found = useFound(question.key);
  const { text, kind, state, results } = question.body;
  // With something kept of it the results have served; they stay a press away.
  const [shown, setShown] = useState<boolean | null>(null);
  const open = shown ?? findings.length === 0;
  const KindIcon = iconByKind[kind];
  const saved = new Set(findings.map(({ body }) => body.url));
  return (
    <article className={classes['card']} aria-label={text} {...found}>
      <div className={classes['cardHead']}>
        <KindIcon size={18} stroke={1.75} aria-label={t(`kind.${kind}`)} />
        <Text fw={600} className={classes['cardText'] ?? ''}>
          {text}
        </Text>
        <StatePill tone={toneByState[state]}>{t(`question.${state}`)}</StatePill>
        <QuestionMenu question={question} findings={findings} />
      </div>
      <div className={classes['cardMeta']}>
        <Standing question={question} />
        {results.length > 0 && (
          <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setShown(!open)}>
            {t(open ? 'results.hide' : 'results.show', { count: results.length })}
          </Button>
        )}
      </div>
      {open && results.length > 0 && (
        <ul className={classes['results']} aria-label={t('results.label')}>
          {results.map((result) => (
            <ResultRow key={result.url} question={question} result={result} saved={saved.has(result.url)} />
          ))}
        </ul>
      )}
      {findings.length > 0 && <FindingTable findings={findings} label={t('kept', { text })} journey={journey} />}
    </article>
  );
};

const QuestionMenu = ({ question, findings }: Omit<QuestionCardProps, 'journey'>): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const { key } = question;
  const { state, search, answeredAt } = question.body;
  const looked = findings.filter(({ body }) => body.state === 'shortlisted' || body.state === 'chosen');
  const lookAgain = async (): Promise<void> => {
    for (const finding of looked) await run('finding.want', { key: finding.key });
  };
  const set = (next: RecordOf<'question'>['body']['state']): void =>
    void run('question.edit', { key, set: { state: next } });
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('question.more')}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {search === 'wanted' ? (
          <Menu.Item
            leftSection={<IconX size={16} stroke={1.75} />}
            onClick={() => void run('question.search', { key, wanted: false })}
          >
            {t('question.stop')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconRefresh size={16} stroke={1.75} />}
            onClick={() => void run('question.search', { key, wanted: true })}
          >
            {t(answeredAt === null ? 'question.ask' : 'question.again')}
          </Menu.Item>
        )}
        {looked.length > 0 && (
          <Menu.Item leftSection={<IconCoins size={16} stroke={1.75} />} onClick={() => void lookAgain()}>
            {t('question.prices')}
          </Menu.Item>
        )}
        {state === 'open' ? (
          <>
            <Menu.Item leftSection={<IconCheck size={16} stroke={1.75} />} onClick={() => set('decided')}>
              {t('question.decide')}
            </Menu.Item>
            <Menu.Item leftSection={<IconX size={16} stroke={1.75} />} onClick={() => set('dropped')}>
              {t('question.drop')}
            </Menu.Item>
          </>
        ) : (
          <Menu.Item leftSection={<IconRefresh size={16} stroke={1.75} />} onClick={() => set('open')}>
            {t('question.reopen')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() => void run('record.trash', { key })}
        >
          {t('trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
