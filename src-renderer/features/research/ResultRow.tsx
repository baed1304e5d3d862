// One answer of the web: who it is, what it says, and a button that keeps it.
import { Anchor, Button, Text } from '@mantine/core';
import { IconBookmark, IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { WebResult } from '../../../domain/records/research.ts';
import { siteOf } from '../../../domain/research/site.ts';
import { useRun } from '../../data/hooks.ts';
import { desktop } from '../../ports/desktop.ts';
import classes from './research.module.css';

interface ResultRowProps {
  readonly question: RecordOf<'question'>;
  readonly result: WebResult;
  readonly saved: boolean;
}

export const ResultRow = ({ question, result, saved }: ResultRowProps): ReactElement => {
  const { t } = useTranslation('research');
  const run = useRun();
  const { url, title, snippet } = result;
  const save = (): void =>
    void run('finding.save', {
      journey: question.journey,
      url,
      title,
      site: siteOf(url),
      snippet,
      kind: question.body.kind,
      question: question.key,
      step: question.body.step,
    });
  return (
    <li className={classes['result']}>
      <div className={classes['resultWords']}>
        <Anchor
          component="button"
          type="button"
          fw={500}
          ta="start"
          truncate
          title={t('openOutside')}
          onClick={() => void desktop().ask('research.open', { url })}
        >
          {title}
        </Anchor>
        <Text size="sm" c="dimmed" lineClamp={2}>
          <span className={classes['site']}>{siteOf(url)}</span> {snippet}
        </Text>
      </div>
      <Button
        size="compact-sm"
        variant={saved ? 'subtle' : 'default'}
        disabled={saved}
        aria-label={t(saved ? 'results.savedNamed' : 'results.saveNamed', { title })}
        leftSection={saved ? <IconCheck size={14} stroke={2} /> : <IconBookmark size={14} stroke={1.75} />}
        onClick={save}
      >
        {t(saved ? 'results.saved' : 'results.save')}
      </Button>
    </li>
  );
};
