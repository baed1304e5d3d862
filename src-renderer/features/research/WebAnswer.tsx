// A question to the web within the talk that asked it: why it waits, or what came back, with the way to the rest.
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { useRecord, useRecords } from '../../data/hooks.ts';
import { usePlace } from '../../ui/place-context.ts';
import { ResultRow } from './ResultRow.tsx';
import { Standing } from './Standing.tsx';
import classes from './research.module.css';

/** As many as one reads in a talk. */
const SHOWN = 5;

export const WebAnswer = ({ recordKey }: { readonly recordKey: RecordKey }): ReactElement | null => {
  const { t } = useTranslation('research');
  const { go } = usePlace();
  const question = recordAs('question', useRecord(recordKey) ?? undefined);
  const findings = useRecords({ type: 'finding', journey: question?.journey ?? '' });
  if (question === null || question.trashedAt !== 0) return null;
  const { results } = question.body;
  const saved = new Set((findings ?? []).map(({ body }) => body.url));
  return (
    <div className={classes['inTalk']}>
      <Standing question={question} />
      {results.length > 0 && (
        <ul className={classes['results']} aria-label={t('results.label')}>
          {results.slice(0, SHOWN).map((result) => (
            <ResultRow key={result.url} question={question} result={result} saved={saved.has(result.url)} />
          ))}
        </ul>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() =>
          go({ go: 'journey', journey: question.journey, tab: 'research', record: null, at: question.key })
        }
      >
        {results.length > SHOWN ? t('results.all', { count: results.length }) : t('results.inResearch')}
      </Button>
    </div>
  );
};
