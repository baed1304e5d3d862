// The versions of a document: those before it, each to be opened, and the way to add a newer one.
import { Anchor, Button, Text } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { versionsBefore } from '../../../domain/documents/versions.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useRun } from '../../data/hooks.ts';
import { FileInput } from '../../media/FileInput.tsx';
import { useMediaDesk } from '../../media/hooks.ts';
import { Moment } from '../../ui/When.tsx';

interface VersionsProps {
  readonly document: RecordOf<'document'>;
  readonly onOpen: (key: RecordKey) => void;
}

export const Versions = ({ document, onOpen }: VersionsProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const run = useRun();
  const { imports } = useMediaDesk();
  const all = useRecords({ type: 'document', journey: document.journey });
  const before = useMemo(() => versionsBefore(document, all ?? []), [document, all]);
  const newer = (all ?? []).find(({ body }) => body.replaces === document.key);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const { journey, space, parent } = document;
    const [entry] = await imports.add([file], { journey, space, parent });
    if (entry?.key == null || entry.key === document.key) return;
    if ((await run('document.replace', { key: entry.key, of: document.key })).ok) onOpen(entry.key);
  };
  return (
    <section aria-label={t('versions.title')}>
      {newer !== undefined && (
        <Text size="sm" mb={4}>
          <Anchor component="button" type="button" onClick={() => onOpen(newer.key)}>
            {t('versions.newer', { title: newer.body.title })}
          </Anchor>
        </Text>
      )}
      {before.map((version, at) => (
        <Text key={version.key} size="sm">
          <Anchor component="button" type="button" onClick={() => onOpen(version.key)}>
            {t('versions.earlier', { number: before.length - at, title: version.body.title })}
          </Anchor>{' '}
          <Text span c="dimmed">
            <Moment at={version.createdAt} />
          </Text>
        </Text>
      ))}
      {newer === undefined && (
        <>
          <Button
            variant="subtle"
            size="xs"
            ml={-10}
            leftSection={<IconFilePlus size={16} stroke={1.75} />}
            onClick={() => input.current?.click()}
          >
            {t('versions.add')}
          </Button>
          <FileInput ref={input} label={t('versions.choose')} several={false} onFiles={([file]) => void take(file)} />
        </>
      )}
    </section>
  );
};
