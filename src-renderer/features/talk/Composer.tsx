// Where a comment is written: the draft is kept on this device, and who will read it is said and chosen right here.
import { Button, Text, Textarea } from '@mantine/core';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey, SpaceId } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun, useSetting } from '../../data/hooks.ts';
import { AudiencePicker } from '../../ui/AudienceBadge.tsx';
import { useAudience } from '../../ui/use-audience.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { useAudienceChoices } from '../../ui/use-own-space.ts';
import classes from './Thread.module.css';

interface ComposerProps {
  readonly parent: RecordKey;
  readonly journey: RecordOf<'journey'>;
}

export const Composer = ({ parent, journey }: ComposerProps): ReactElement => {
  const { t } = useTranslation('talk');
  const run = useRun();
  const draft = useDraft(`comment:${parent}`, '');
  const choices = useAudienceChoices(journey);
  const [chosen, choose] = useSetting<SpaceId | null>(`comment-to:${parent}`, null);
  const space = choices.find((choice) => choice === chosen) ?? journey.space;
  const audience = useAudience(journey.id)(space);

  const send = async (): Promise<void> => {
    const text = draft.value.trim();
    if (text === '') return;
    const result = await run('comment.add', { space, journey: journey.id, parent, text });
    if (result.ok) draft.clear();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className={classes['composer']}>
      <Textarea
        aria-label={t('write')}
        placeholder={t('write')}
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes['composerFoot']}>
        <AudiencePicker journey={journey.id} space={space} choices={choices} onChoose={choose} />
        <Button size="compact-md" disabled={draft.value.trim() === ''} onClick={() => void send()}>
          {t('send')}
        </Button>
      </div>
      {draft.value.trim() !== '' && (
        <Text size="xs" c="dimmed">
          {audience.sentence}
        </Text>
      )}
    </div>
  );
};
