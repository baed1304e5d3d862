// Where a message is written: Enter sends, Shift+Enter is a new line; photos and documents go to the step in question.
import { ActionIcon, Button, Text, Textarea, Tooltip } from '@mantine/core';
import { IconArrowUp, IconPaperclip } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FileInput } from '../../media/FileInput.tsx';
import { useFailureText } from '../../ui/failure-text.ts';
import classes from './chat.module.css';
import type { ComposerState } from './use-composer.ts';

interface ComposerProps {
  readonly state: ComposerState;
  /** Takes files; null where there is no journey they could go to. */
  readonly take: ((files: readonly File[]) => void) | null;
  /** The step that files go to; '' for the journey itself. */
  readonly step: string;
}

export const Composer = ({ state, take, step }: ComposerProps): ReactElement => {
  const { t } = useTranslation('chat');
  const textOf = useFailureText();
  const input = useRef<HTMLInputElement>(null);
  const { text, attachments, refused, sending } = state;
  const isEmpty = text.trim() === '' && attachments.length === 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    // While a word is being composed (Japanese, dead keys) Enter ends the word and not the message.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    state.send();
  };
  return (
    <div className={classes['composer']}>
      <div className={classes['column']}>
        {refused !== null && (
          <div className={classes['refused']} role="alert">
            <Text size="sm">{t('composer.refused', { reason: textOf(refused).sentence })}</Text>
            <Button size="compact-sm" variant="subtle" color="orange" onClick={state.send}>
              {t('composer.tryNow')}
            </Button>
          </div>
        )}
        <div className={classes['box']}>
          {take !== null && (
            <Tooltip label={t('composer.attach')}>
              <ActionIcon size="lg" aria-label={t('composer.attach')} onClick={() => input.current?.click()}>
                <IconPaperclip size={18} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          )}
          <Textarea
            className={classes['field'] ?? ''}
            variant="unstyled"
            size="md"
            aria-label={t('composer.label')}
            placeholder={t('composer.placeholder')}
            autoFocus
            minRows={1}
            maxRows={8}
            maxLength={10_000}
            value={text}
            onChange={(event) => state.change(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <Tooltip label={t('composer.send')}>
            <ActionIcon
              size="lg"
              variant="filled"
              color="chalk"
              radius="xl"
              aria-label={t('composer.send')}
              disabled={isEmpty || sending}
              onClick={state.send}
            >
              <IconArrowUp size={18} stroke={2} />
            </ActionIcon>
          </Tooltip>
        </div>
        <div className={classes['under']}>
          {take !== null && (
            <Text size="xs" c="dimmed" truncate>
              {step === '' ? t('composer.filesJourney') : t('composer.files', { step })}
            </Text>
          )}
          {attachments.length > 0 && (
            <Text size="xs" c="var(--pl-blocked)">
              {t('composer.waiting', { count: attachments.length })}
            </Text>
          )}
        </div>
      </div>
      {take !== null && <FileInput ref={input} label={t('composer.attach')} onFiles={take} />}
    </div>
  );
};
