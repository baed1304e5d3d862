// One file on its way in.
import { ActionIcon, Button, Group, Progress, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconFile, IconX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportEntry } from '../../media/import-queue.ts';
import { type ImportState, isRunning } from '../../media/import-state.ts';
import { liesInFile } from '../../media/lies-in-file.ts';
import { useFailureText } from '../../ui/failure-text.ts';
import { megabytes } from '../../ui/megabytes.ts';
import { shownName } from '../../ui/shown-name.ts';
import classes from './capture.module.css';

const iconByState: Readonly<Record<ImportState, Icon>> = {
  waiting: IconClock,
  copying: IconFile,
  checking: IconFile,
  keeping: IconFile,
  done: IconCheck,
  already: IconCheck,
  failed: IconAlertTriangle,
  cancelled: IconX,
};

interface ImportRowProps {
  readonly entry: ImportEntry;
  readonly cancel: () => void;
  readonly again: () => void;
  readonly keepAnyway: () => void;
  readonly compare: () => void;
}

export const ImportRow = ({ entry, cancel, again, keepAnyway, compare }: ImportRowProps): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const textOf = useFailureText();
  const { file, state, copied, failure, like, lacks } = entry;
  const name = shownName(file.name);
  const StateIcon = iconByState[state];
  const percent = Math.round((100 * copied) / Math.max(1, file.size));
  const told = state === 'failed' ? failure : lacks;
  const why = told === null ? null : textOf(told);
  return (
    <li className={classes['entry']} aria-label={name}>
      <span className={classes['mark']} data-state={state}>
        <StateIcon size={16} stroke={1.75} aria-hidden />
      </span>
      <div>
        <Text className={classes['name']} size="sm" fw={500} title={name}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="xs" c="dimmed">
          {like !== null
            ? t('tray.like')
            : why === null
              ? t(`state.${state}`, { done: megabytes(copied), total: megabytes(file.size) })
              : `${why.sentence} ${why.remedy}`}
        </Text>
        {isRunning(state) && (
          <Progress
            size={3}
            mt={4}
            value={percent}
            animated={state !== 'copying'}
            aria-label={t('tray.progress', { name, percent })}
          />
        )}
      </div>
      {(isRunning(state) || state === 'waiting') && (
        <Tooltip label={t('tray.cancel', { name })}>
          <ActionIcon aria-label={t('tray.cancel', { name })} onClick={cancel}>
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
      {like !== null && <Offer word={t('tray.compare')} label={t('tray.compareFor', { name })} onClick={compare} />}
      {(state === 'failed' || state === 'cancelled') && (
        <Group gap={4} wrap="nowrap" className={classes['offers'] ?? ''}>
          {state === 'failed' && isUnopened(entry) && (
            <Offer word={t('tray.anyway')} label={t('tray.anywayFor', { name })} onClick={keepAnyway} />
          )}
          {(failure === null || !liesInFile(failure)) && (
            <Offer word={t('tray.again')} label={t('tray.againFor', { name })} onClick={again} />
          )}
        </Group>
      )}
    </li>
  );
};

interface OfferProps {
  readonly word: string;
  /** The same with the file's name, for who does not see which row it stands in. */
  readonly label: string;
  readonly onClick: () => void;
}

const Offer = ({ word, label, onClick }: OfferProps): React.JSX.Element => (
  <Button size="compact-sm" variant="subtle" aria-label={label} onClick={onClick}>
    {word}
  </Button>
);

/** Of a known kind: someone may be able to open it elsewhere, or mend it. */
const isUnopened = ({ failure }: ImportEntry): boolean =>
  failure !== null && ['PdfLocked', 'FileDamaged', 'FileTakesTooLong', 'PictureTooLarge'].includes(failure.type);
