// A change order opened: why, what it does to the plan, what each side says, and what this person can answer.
import { Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sidesOf } from '../../../domain/approvals/standing.ts';
import { CommentsSection } from '../../comments/CommentsSection.tsx';
import { useRecords } from '../../data/hooks.ts';
import { Settle } from '../../ui/Settle.tsx';
import { Answer } from './Answer.tsx';
import classes from './approvals.module.css';
import { ChangeForm } from './ChangeForm.tsx';
import type { ChangeProps } from './ChangeRow.tsx';
import { Plan } from './Plan.tsx';
import { useEndMoves } from './use-end-moves.ts';
import { Word } from './Word.tsx';

export const ChangeDetails = ({ journey, change, standing, approvals, say }: ChangeProps): ReactElement => {
  const { t } = useTranslation('approvals');
  const [editing, setEditing] = useState(false);
  const steps = useRecords({ type: 'step', journey: journey.id });
  const moves = useEndMoves(journey, change);
  const { why, lines, step } = change.body;
  const stepName = steps?.find(({ key }) => key === step)?.body.name;
  const said = approvals.saidAbout(change.key);
  const isEarlier = (content: string): boolean => content !== approvals.contentByKey.get(change.key);
  if (editing)
    return (
      <div className={classes['open']}>
        <ChangeForm journey={journey} change={change} say={say} onDone={() => setEditing(false)} />
      </div>
    );
  return (
    <div className={classes['open']}>
      {standing.why !== null && <div className={classes['notice']}>{t(`why.${standing.why}`)}</div>}
      {change.trashedAt !== 0 && <div className={classes['notice']}>{t('inTrash')}</div>}
      <Settle record={change} />
      {why !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{why}</Text>}
      {lines.length > 0 && (
        <ul className={classes['lines']}>
          {lines.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- two lines may say the same
            <li key={`${index} ${line}`}>{line}</li>
          ))}
        </ul>
      )}
      {(stepName !== undefined || moves !== null) && (
        <Text size="sm" c="dimmed">
          {[stepName === undefined ? '' : t('atStep', { step: stepName }), moves === null ? '' : t('endMoves', moves)]
            .filter((part) => part !== '')
            .join('. ')}
        </Text>
      )}
      <div className={classes['sides']}>
        {sidesOf(change).map((side) => {
          const words = standing.words.filter(({ body }) => body.side === side);
          return (
            <div key={side} className={classes['side']} role="group" aria-label={t(`side.${side}`)}>
              <h4>{t(`side.${side}`)}</h4>
              {words.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t('silent')}
                </Text>
              )}
              {words.map((entry) => (
                <div key={entry.id} className={classes['word']}>
                  <Word entry={entry} earlier={isEarlier(entry.body.content)} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {change.trashedAt === 0 && (
        <Plan change={change} standing={standing} step={steps?.find(({ key }) => key === step) ?? null} />
      )}
      <Answer
        change={change}
        standing={standing}
        own={approvals.ownProposals.get(change.key) ?? null}
        say={say}
        onEdit={() => setEditing(true)}
      />
      {said.length > 0 && (
        <section aria-label={t('signatures')}>
          <Text size="xs" fw={600} c="dimmed" mb={8}>
            {t('signatures')}
          </Text>
          <ol className={classes['chain']}>
            {said.map((entry) => (
              <li key={entry.id}>
                <Word entry={entry} earlier={isEarlier(entry.body.content)} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <CommentsSection on={change.key} space={change.space} journey={journey.id} />
    </div>
  );
};
