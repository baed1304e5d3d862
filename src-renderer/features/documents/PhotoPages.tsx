// The photos that are the pages of this paper: in an order that can be changed, each can be taken out again, more can be added.
import { ActionIcon, Button, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPhotoMinus, IconPhotoPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGES_WITHIN_MS, photoPapers } from '../../../domain/documents/photo-pages.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { useRecords, useStore } from '../../data/hooks.ts';
import { FileInput } from '../../media/FileInput.tsx';
import { useMediaDesk } from '../../media/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { takenMs } from '../../media/taken-ms.ts';
import { shownName } from '../../ui/shown-name.ts';
import type { OpenPaper } from './paper-record.ts';
import classes from './pages.module.css';
import { moved, useJoin } from './use-join.ts';

type Photo = RecordOf<'photo'>;

interface PhotoPagesProps {
  readonly paper: OpenPaper & { readonly record: Photo };
  readonly number: number;
  readonly onPage: (number: number) => void;
}

export const PhotoPages = ({ paper, number, onPage }: PhotoPagesProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const join = useJoin();
  const { record, photos } = paper;
  const [busy, setBusy] = useState(false);
  const near = useNear(paper);
  const change = async (now: readonly Photo[]): Promise<boolean> => {
    setBusy(true);
    const done = await join(record, { before: photos, now });
    setBusy(false);
    return done;
  };
  const append = async (more: readonly Photo[]): Promise<void> => {
    if (more.length > 0 && (await change([...photos, ...more]))) onPage(photos.length + 1);
  };
  return (
    <section aria-label={t('photoPages.title')}>
      <Text fw={600} mb={4}>
        {t('photoPages.title')}
      </Text>
      {photos.length > 1 && (
        <ol className={classes['pages']}>
          {photos.map((photo, at) => (
            <li key={photo.key} className={classes['row']} aria-current={at + 1 === number ? 'page' : undefined}>
              <UnstyledButton className={classes['face']} onClick={() => onPage(at + 1)}>
                <span className={classes['small']}>
                  <Picture sha={photo.body.sha} thumb={photo.body.thumb} alt="" originalToo={false} />
                </span>
                <Text size="sm" truncate>
                  {t('page', { number: at + 1 })}
                </Text>
              </UnstyledButton>
              <Group gap={2} wrap="nowrap">
                <Small
                  label={t('photoPages.up', { number: at + 1 })}
                  off={busy || at === 0}
                  onClick={() => void change(moved(photos, photo.key, -1))}
                >
                  <IconArrowUp size={16} stroke={1.75} />
                </Small>
                <Small
                  label={t('photoPages.down', { number: at + 1 })}
                  off={busy || at === photos.length - 1}
                  onClick={() => void change(moved(photos, photo.key, 1))}
                >
                  <IconArrowDown size={16} stroke={1.75} />
                </Small>
                <Small
                  label={t('photoPages.takeOut', { number: at + 1 })}
                  off={busy || photo.key === record.key}
                  onClick={() => void change(photos.filter(({ key }) => key !== photo.key))}
                >
                  <IconPhotoMinus size={16} stroke={1.75} />
                </Small>
              </Group>
            </li>
          ))}
        </ol>
      )}
      <Group gap={4} ml={-10}>
        <AddPage record={record} disabled={busy} onAdded={append} />
        {photos.length > 1 && (
          <Button variant="subtle" color="gray" size="xs" disabled={busy} onClick={() => void change([])}>
            {t('photoPages.apart')}
          </Button>
        )}
      </Group>
      {near.length > 0 && (
        <div className={classes['near']} role="group" aria-label={t('photoPages.near')}>
          <Text size="sm" c="dimmed">
            {t('photoPages.near')}
          </Text>
          <div className={classes['strip']}>
            {near.map((photo) => (
              <UnstyledButton
                key={photo.key}
                className={classes['small']}
                disabled={busy}
                aria-label={t('photoPages.addThis', { name: photo.body.caption || shownName(photo.body.name) })}
                onClick={() => void append([photo])}
              >
                <Picture sha={photo.body.sha} thumb={photo.body.thumb} alt="" originalToo={false} />
              </UnstyledButton>
            ))}
          </div>
        </div>
      )}
    </section>
  );
};

interface SmallProps {
  readonly label: string;
  readonly off: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

const Small = ({ label, off, onClick, children }: SmallProps): React.JSX.Element => (
  <Tooltip label={label}>
    <ActionIcon size="sm" aria-label={label} disabled={off} onClick={onClick}>
      {children}
    </ActionIcon>
  </Tooltip>
);

/** As many as fit in two rows. */
const MOST_NEAR = 10;

/** Photos that stand alone and were taken about when this paper was. */
const useNear = ({ record, photos }: PhotoPagesProps['paper']): readonly Photo[] => {
  const all = useRecords({ type: 'photo', journey: record.journey });
  return useMemo(() => {
    if (all === undefined) return [];
    const pages = new Set(photoPapers(all).flatMap((paper) => paper.pages.map(({ key }) => key)));
    for (const { key } of photos) pages.add(key);
    const times = photos.map(takenMs);
    return all
      .filter(({ key, space }) => space === record.space && !pages.has(key))
      .filter((photo) => times.some((time) => Math.abs(time - takenMs(photo)) <= PAGES_WITHIN_MS))
      .toSorted((a, b) => takenMs(a) - takenMs(b))
      .slice(0, MOST_NEAR);
  }, [all, record, photos]);
};

interface AddPageProps {
  readonly record: Photo;
  readonly disabled: boolean;
  readonly onAdded: (photos: readonly Photo[]) => Promise<void>;
}

/** Brings pictures in where the paper lies, seen by those who see it. */
const AddPage = ({ record, disabled, onAdded }: AddPageProps): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const store = useStore();
  const { imports } = useMediaDesk();
  const input = useRef<HTMLInputElement>(null);
  const take = async (files: readonly File[]): Promise<void> => {
    const { journey, space, parent } = record;
    const entries = await imports.add(files, { journey, space, parent });
    const photos: Photo[] = [];
    for (const { key } of entries) {
      const photo = key === null ? null : recordAs('photo', (await store.get(key)) ?? undefined);
      // What was here already is brought in by its own picture below; what others see is no page of this.
      if (photo !== null && photo.space === space && photo.key !== record.key) photos.push(photo);
    }
    await onAdded(photos);
  };
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        disabled={disabled}
        leftSection={<IconPhotoPlus size={16} stroke={1.75} />}
        onClick={() => input.current?.click()}
      >
        {t('photoPages.add')}
      </Button>
      <FileInput ref={input} label={t('photoPages.choose')} only="photos" onFiles={(files) => void take(files)} />
    </>
  );
};
