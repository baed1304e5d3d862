// What this person can say to a change order: approve, decline or take back with a reason, propose it again, edit it.
import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { sideOfRole } from '../../../domain/spaces/sides.ts';
import type { OwnProposal } from '../../../domain/approvals/own-proposal.ts';
import type { Standing } from '../../../domain/approvals/standing.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import type { Verdict } from '../../../domain/records/approval.ts';
import { useRun, useStore } from '../../data/hooks.ts';
import type { Say } from '../../approvals/use-say.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { useDraft } from '../../ui/use-draft.ts';

interface AnswerProps {
  readonly change: RecordOf<'change'>;
  readonly standing: Standing;
  /** Where this person proposed it and only the family signs it: who is to approve it. */
  readonly own: OwnProposal | null;
  readonly say: Say;
  readonly onEdit: () => void;
}

export const Answer = ({ change, standing, own, say, onEdit }: AnswerProps): ReactElement | null => {
  const { t } = useTranslation('approvals');
  const { me, roleIn } = useStore();
  const run = useRun();
  const [asking, setAsking] = useState<ReasonProps['verdict'] | null>(null);
  const side = sideOfRole(roleIn(change.space));
  if (side === null) return null;
  const { state, waitingFor, words } = standing;
  const agrees = !waitingFor.includes(side);
  const isOver = state === 'declined' || state === 'withdrawn';
  const isNew = words.length === 0;
  const isThrown = change.trashedAt !== 0;
  // Who is asked for a word has not given theirs; of one's own proposal it was given.
  const isAsked = !isNew && !agrees && own === null;
  const mayEdit = side === 'family' || change.createdBy === me;
  if (asking !== null) return <Reason change={change} verdict={asking} say={say} onDone={() => setAsking(null)} />;
  return (
    <Group gap="sm">
      {own !== null && (
        <Text size="sm" c="dimmed" w="100%">
          {t(`own.${own}`)}
        </Text>
      )}
      {own === 'alone' && <Button onClick={() => void say(change, 'approve')}>{t('act.approve')}</Button>}
      {own === 'others' && (
        <Button variant="default" onClick={() => setAsking('approve')}>
          {t('act.approveAlone')}
        </Button>
      )}
      {isNew && <Button onClick={() => void say(change, 'propose')}>{t('act.propose')}</Button>}
      {isAsked && (
        <>
          <Button onClick={() => void say(change, isOver ? 'propose' : 'approve')}>
            {t(isOver ? 'act.proposeAgain' : 'act.approve')}
          </Button>
          {!isOver && (
            <Button variant="default" onClick={() => setAsking('decline')}>
              {t('act.decline')}
            </Button>
          )}
        </>
      )}
      {!isNew && !isAsked && (
        <Button variant="default" onClick={() => setAsking('withdraw')}>
          {t('act.withdraw')}
        </Button>
      )}
      {mayEdit && isThrown && (
        <Button variant="default" onClick={() => void run('record.restore', { key: change.key })}>
          {t('act.restore')}
        </Button>
      )}
      {mayEdit && !isThrown && (
        <Button variant="default" onClick={onEdit}>
          {t('act.edit')}
        </Button>
      )}
      {mayEdit && !isThrown && (isNew || isOver) && (
        <Button variant="subtle" color="gray" onClick={() => void run('record.trash', { key: change.key })}>
          {t('act.trash')}
        </Button>
      )}
    </Group>
  );
};

interface ReasonProps {
  readonly change: RecordOf<'change'>;
  /** To approve one's own proposal without the others asks for a reason too. */
  readonly verdict: Extract<Verdict, 'approve' | 'decline' | 'withdraw'>;
  readonly say: Say;
  readonly onDone: () => void;
}

const Reason = ({ change, verdict, say, onDone }: ReasonProps): ReactElement => {
  const { t } = useTranslation('approvals');
  const draft = useDraft(`reason:${verdict}:${change.key}`, '');
  const [tried, setTried] = useState(false);
  const missing = draft.value.trim() === '';
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing || !(await say(change, verdict, draft.value))) return;
    draft.clear();
    onDone();
  };
  return (
    <div>
      <Textarea
        label={t('act.reason')}
        autosize
        minRows={2}
        autoFocus
        maxLength={2_000}
        value={draft.value}
        error={tried && missing ? t(verdict === 'approve' ? 'act.aloneMissing' : 'act.reasonMissing') : undefined}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      <FormButtons
        label={`${t('act.send')}: ${t(`act.${verdict}`)}`}
        side="start"
        mt="sm"
        onCancel={onDone}
        onSave={send}
      />
    </div>
  );
};
