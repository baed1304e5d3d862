// Photos and documents within a chat: small pictures that open, what was read or seen on each, and before and after under a slider.
import { Text, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STRAIGHT } from '../../../domain/pictures/align.ts';
import { commonView } from '../../../domain/pictures/common-view.ts';
import { saidById } from '../../../domain/pictures/photo-pairs.ts';
import { seenStanding } from '../../../domain/pictures/seen.ts';
import { shownSize } from '../../../domain/pictures/turned.ts';
import { idOfKey, spaceOfKey, type RecordKey } from '../../../domain/kernel/ids.ts';
import { pairId } from '../../../domain/commands/pair.ts';
import { recordAs, type RecordOf } from '../../../domain/records/registry.ts';
import { journeyOfSpace } from '../../../domain/spaces/space.ts';
import { useRecord, useRecords } from '../../data/hooks.ts';
import { useReading } from '../../media/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { ReceiptOffer } from '../../media/ReceiptOffer.tsx';
import type { ChatPhotosProps } from '../../ui/slots.ts';
import { usePlace } from '../../ui/place-context.ts';
import classes from './chat-photos.module.css';
import { CompareSlider } from './CompareSlider.tsx';
import { type Photo } from './photo-groups.ts';
import { PhotoTile } from './PhotoTile.tsx';
import { PhotoViewer } from './PhotoViewer.tsx';

/** A journey that does not exist has no photos: a hook must always ask for some journey's. */
const NOWHERE = 'journey_none';

const SIDE = 136;
/** As much of a text as tells what it is. */
const MOST_LETTERS = 120;

export const ChatPhotos = ({ keys, pairs, analysed = false }: ChatPhotosProps): React.JSX.Element => {
  const journeys = new Set([...keys, ...pairs.flat()].map((key) => journeyOfSpace(spaceOfKey(key)) ?? NOWHERE));
  const [only = NOWHERE] = journeys;
  const photos = useRecords({ type: 'photo', ...(journeys.size > 1 ? {} : { journey: only }) });
  const [open, setOpen] = useState<RecordKey | null>(null);
  const here = useMemo(
    () => keys.flatMap((key) => (photos ?? []).find((photo) => photo.id === idOfKey(key)) ?? []),
    [keys, photos],
  );
  const papers = keys.filter((key) => idOfKey(key).startsWith('document_'));
  return (
    <div className={classes['all']}>
      {pairs.map(([before, after]) => (
        <Pair key={`${before} ${after}`} before={before} after={after} photos={photos ?? []} />
      ))}
      {here.length > 0 && (
        <div className={classes['tiles']} role="list">
          {here.map((photo) => (
            <div key={photo.key} className={classes['one']} style={{ width: SIDE }}>
              <PhotoTile photo={photo} size={SIDE} hasOffer={false} onOpen={() => setOpen(photo.key)} />
              {analysed && <Analysis photo={photo} />}
            </div>
          ))}
        </div>
      )}
      {papers.map((key) => (
        <Paper key={key} paperKey={key} />
      ))}
      {analysed && [...here.map(({ key }) => key), ...papers].map((key) => <Offer key={key} of={key} />)}
      <PhotoViewer photos={here} open={open} onOpen={setOpen} onClose={() => setOpen(null)} />
    </div>
  );
};

/** In a word or two what the picture shows, and how its text begins. */
const Analysis = ({ photo }: { readonly photo: Photo }): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const reading = useReading(photo.key);
  const standing = reading == null ? null : seenStanding(reading.body);
  const text =
    reading?.body.pages
      .map((page) => page.text)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim() ?? '';
  if (standing === null && text === '') return null;
  return (
    <Text size="xs" c="dimmed" lineClamp={3}>
      {standing !== null && t(`seen.kinds.${standing.kind}`)}
      {standing !== null && text !== '' && ' · '}
      {text.slice(0, MOST_LETTERS)}
    </Text>
  );
};

const Offer = ({ of }: { readonly of: RecordKey }): React.JSX.Element | null => {
  const reading = useReading(of);
  const on = useRecord(of);
  if (reading == null || on == null) return null;
  return <ReceiptOffer reading={reading} step={on.parent} />;
};

const Paper = ({ paperKey }: { readonly paperKey: RecordKey }): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const { go } = usePlace();
  const document = recordAs('document', useRecord(paperKey) ?? undefined);
  if (document === null) return null;
  return (
    <UnstyledButton
      className={classes['paper']}
      onClick={() => go({ go: 'journey', journey: document.journey, tab: 'documents', record: document.key })}
    >
      <span className={classes['paperPicture']}>
        <Picture sha={document.body.sha} thumb="" alt="" originalToo={false} />
      </span>
      <span className={classes['paperWords']}>
        <Text truncate>{document.body.title}</Text>
        <Text size="sm" c="dimmed">
          {t('pages', { count: document.body.pages })}
        </Text>
      </span>
    </UnstyledButton>
  );
};

interface PairProps {
  readonly before: RecordKey;
  readonly after: RecordKey;
  readonly photos: readonly Photo[];
}

const Pair = ({ before, after, photos }: PairProps): React.JSX.Element | null => {
  const find = (key: RecordKey): Photo | undefined => photos.find(({ id }) => id === idOfKey(key));
  const [first, second] = [find(before), find(after)];
  const said = useRecords({ type: 'pair', journey: first?.journey ?? NOWHERE });
  if (first === undefined || second === undefined) return null;
  const align = alignOf(said ?? [], before, after);
  const view = commonView(shownSize(first.body), shownSize(second.body), align);
  return (
    <div className={classes['pair']} style={{ aspectRatio: view.ratio }}>
      <CompareSlider before={first} after={second} view={view} />
    </div>
  );
};

const alignOf = (said: readonly RecordOf<'pair'>[], before: RecordKey, after: RecordKey): typeof STRAIGHT =>
  saidById(said).get(pairId(idOfKey(before), idOfKey(after)))?.body.align ?? STRAIGHT;
