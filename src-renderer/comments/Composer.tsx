// Where a comment is written: the draft is kept on this device, and who will read it is said and chosen right here.
import { Button, Text } from '@mantine/core';
import type { KeyboardEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey, SpaceId } from '../../domain/kernel/ids.ts';
import type { Place } from '../../domain/records/paper.ts';
import type { RecordOf } from '../../domain/records/registry.ts';
import { isReadableIn } from '../../domain/spaces/readable.ts';
import { useRun, useSetting } from '../data/hooks.ts';
import { AudienceBadge, AudiencePicker } from '../ui/AudienceBadge.tsx';
import { useAudience } from '../ui/use-audience.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useAudienceChoices } from '../ui/use-own-space.ts';
import classes from './comments.module.css';
import { MentionField } from './MentionField.tsx';
import { mentionsIn } from './mention-text.ts';
import { useReaders } from './use-readers.ts';

export interface ComposerProps {
  /** What is talked about, and the space it is in: whoever reads that reads the comment, unless another audience is chosen. */
  readonly on: RecordKey;
  readonly space: SpaceId;
  readonly journey: RecordOf<'journey'>;
  /** Where exactly, if not on the whole of it. */
  readonly target?: { readonly parent: RecordKey; readonly place?: Place };
  readonly words?: { readonly write: string; readonly hint: string; readonly send: string };
  readonly onSent?: () => void;
}

export const Composer = ({ on, space: of, journey, target, words, onSent }: ComposerProps): ReactElement => {
  const { t } = useTranslation('talk');
  const run = useRun();
  const draft = useDraft(`comment:${on}`, '');
  // A key alone tells that something is there, so only who reads the thing can be told something of it.
  const choices = useAudienceChoices(journey).filter((choice) => isReadableIn(choice, on));
  const [chosen, choose] = useSetting<SpaceId | null>(`comment-to:${on}`, null);
  const space = choices.find((choice) => choice === chosen) ?? choices.find((choice) => choice === of) ?? of;
  const audience = useAudience(journey.id)(space);
  const readers = useReaders(journey, space);
  const unread = readers.cannot.filter(({ id }) => mentionsIn(draft.value, readers.cannot).includes(id));
  const write = words?.write ?? t('write');

  const send = async (): Promise<void> => {
    const typed = draft.value;
    const text = typed.trim();
    if (text === '') return;
    const mentions = mentionsIn(text, readers.can);
    const said = { space, journey: journey.id, text, mentions };
    const result = await run('comment.add', { ...said, ...(target ?? { parent: on }) });
    if (!result.ok) return;
    // What is typed meanwhile stays.
    draft.sent(typed);
    onSent?.();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <div className={classes['composer']}>
      <MentionField
        aria-label={write}
        placeholder={words?.hint ?? write}
        autosize
        minRows={words === undefined ? 2 : 1}
        maxRows={10}
        maxLength={10_000}
        value={draft.value}
        onChange={draft.change}
        onKeyDown={onKeyDown}
        readers={readers}
        audience={audience.label}
      />
      <div className={classes['composerFoot']}>
        {choices.length > 1 ? (
          <AudiencePicker journey={journey.id} space={space} choices={choices} onChoose={choose} />
        ) : (
          <AudienceBadge journey={journey.id} space={space} />
        )}
        <Button size="compact-md" disabled={draft.value.trim() === ''} onClick={() => void send()}>
          {words?.send ?? t('send')}
        </Button>
      </div>
      {draft.value.trim() !== '' && (
        <Text size="xs" c="dimmed">
          {audience.sentence}
          {unread.map(({ id, name }) => (
            <span key={id}> {t('mention.notSpoken', { name })}</span>
          ))}
        </Text>
      )}
    </div>
  );
};
