// The text that was read, beside its picture: lines that light up their place, or what is still happening.
import { Button, Group, Loader, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { unbroken } from '../ui/money.ts';
import { useMediaDesk, useReadingLine } from './hooks.ts';
import { liesInFile } from './lies-in-file.ts';
import type { TextLine } from './text-lines.ts';
import classes from './media.module.css';

export interface TextBesideProps {
  readonly of: RecordKey;
  /** Null when it has not been read yet. */
  readonly lines: readonly TextLine[] | null;
  readonly chosen: number | null;
  readonly onChoose: (line: number | null) => void;
  readonly boxes: boolean;
  readonly onBoxes: (shown: boolean) => void;
}

export const TextBeside = ({ of, lines, chosen, onChoose, boxes, onBoxes }: TextBesideProps): React.JSX.Element => {
  const { t } = useTranslation('capture');
  return (
    <Stack gap="xs" component="section" aria-label={t('text.title')}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>{t('text.title')}</Text>
        {lines !== null && lines.length > 0 && (
          <Switch
            size="xs"
            label={t('text.boxes')}
            checked={boxes}
            onChange={(event) => onBoxes(event.currentTarget.checked)}
          />
        )}
      </Group>
      {lines === null ? <NotReadYet of={of} /> : null}
      {lines?.length === 0 && (
        <Text c="dimmed" size="sm">
          {t('text.none')}
        </Text>
      )}
      {lines !== null && lines.length > 0 && (
        <div>
          {lines.map(({ at, text }) => (
            <div
              key={at}
              className={classes['line']}
              data-chosen={at === chosen || undefined}
              onMouseEnter={() => onChoose(at)}
              onMouseLeave={() => onChoose(null)}
            >
              {unbroken(text)}
            </div>
          ))}
        </div>
      )}
    </Stack>
  );
};

const NotReadYet = ({ of }: { readonly of: RecordKey }): React.JSX.Element => {
  const { t } = useTranslation(['capture', 'failures']);
  const { readings } = useMediaDesk();
  const { now, waiting, failed } = useReadingLine();
  const failure = failed.get(of);
  if (now.includes(of) || waiting.includes(of)) {
    return (
      <Group gap="sm" role="status">
        <Loader size="xs" />
        <Text size="sm" c="dimmed">
          {now.includes(of) ? t('capture:text.reading') : t('capture:text.waiting')}
        </Text>
      </Group>
    );
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="dimmed">
        {failure === undefined
          ? t('capture:text.notYet')
          : `${t(`failures:${failure.type}.sentence`)} ${t(`failures:${failure.type}.remedy`)}`}
      </Text>
      {(failure === undefined || !liesInFile(failure)) && (
        <Button variant="default" size="xs" onClick={() => readings.read(of)}>
          {t('capture:text.read')}
        </Button>
      )}
    </Stack>
  );
};
