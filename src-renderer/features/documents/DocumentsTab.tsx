// The journey's documents as a list; one opens full screen, its pages beside their text.
import { Text, UnstyledButton } from '@mantine/core';
import {
  IconFileText,
  IconFileTypeDocx,
  IconFileTypeXls,
  IconMail,
  IconPhotoOff,
  IconReceipt2,
  type Icon,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { newestOf } from '../../../domain/documents/versions.ts';
import { namesOfSteps } from '../../../domain/journey/steps.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { AddFiles } from '../../media/AddFiles.tsx';
import { useOpenOffers, usePaperPhotos } from '../../media/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { journeyPlace } from '../../ui/place.ts';
import { usePlace } from '../../ui/place-context.ts';
import { Moment } from '../../ui/When.tsx';
import { JoinOffer } from './JoinOffer.tsx';
import { listedOf, openedBy, pageCount, papersOf, titleOf, type PaperRecord } from './paper-record.ts';
import { PaperViewer } from './PaperViewer.tsx';
import { ToCheck } from './ToCheck.tsx';
import { useLikelyPapers } from './use-likely-papers.ts';
import classes from './documents.module.css';

const NO_DOCUMENTS: readonly RecordOf<'document'>[] = [];
const NO_PHOTOS: readonly RecordOf<'photo'>[] = [];

export const DocumentsTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const { place, go } = usePlace();
  const found = useRecords({ type: 'document', journey: journey.id });
  const steps = useRecords({ type: 'step', journey: journey.id });
  const photos = useRecords({ type: 'photo', journey: journey.id });
  const offers = useOpenOffers(journey.id);
  const read = usePaperPhotos(journey.id);
  const documents = useMemo(() => found?.toSorted((a, b) => b.createdAt - a.createdAt), [found]);
  const newest = useMemo(() => newestOf(documents ?? []), [documents]);
  const nameByStep = useMemo(() => namesOfSteps(steps ?? []), [steps]);
  const open = (record: RecordKey | null): void => go({ go: 'record', record });
  const papers = useMemo(() => papersOf(documents ?? NO_DOCUMENTS, photos ?? NO_PHOTOS), [documents, photos]);
  const likely = useLikelyPapers(photos ?? NO_PHOTOS);
  const waiting = useMemo(() => {
    // Whether photos are one paper is asked before what stands on each of them.
    const asked = new Set(likely.flat().map(({ key }) => key));
    return papers.map(({ record }) => record).filter(({ id, key }) => offers.has(id) && !asked.has(key));
  }, [papers, offers, likely]);
  const listed = useMemo(() => listedOf(papers, { newest, read }), [papers, newest, read]);
  /** The next that waits; the list when none does. */
  const goOn = (done: RecordKey): void => {
    const at = waiting.findIndex(({ key }) => key === done);
    const next = waiting[at + 1] ?? waiting.find(({ key }) => key !== done);
    open(next?.key ?? null);
  };

  if (documents === undefined || photos === undefined) return <Loading height={56} />;
  const shown = journeyPlace(place, journey.id).record;
  const paper = shown === null ? null : openedBy(papers, shown);
  if (listed.length === 0 && waiting.length === 0 && likely.length === 0 && paper === null) {
    return (
      <EmptyState icon={IconFileText} title={t('empty.title')} text={t('empty.text')}>
        <AddFiles journey={journey.id} parent="" label={t('add')} variant="filled" />
      </EmptyState>
    );
  }
  return (
    <div className={classes['tab']}>
      <div className={classes['bar']}>
        <Text c="dimmed">{t('count', { count: listed.length })}</Text>
        <AddFiles journey={journey.id} parent="" label={t('add')} />
      </div>
      {likely.map((run) => (
        <JoinOffer key={run.map(({ key }) => key).join(' ')} photos={run} onJoined={open} />
      ))}
      <ToCheck waiting={waiting} onOpen={open} />
      <ul className={classes['list']} aria-label={t('list')}>
        {listed.map((one) => (
          <li key={one.record.key}>
            <UnstyledButton
              className={classes['entry']}
              aria-label={t('open', { title: titleOf(one.record) })}
              onClick={() => open(one.record.key)}
            >
              <span className={classes['cover']}>
                <Cover record={one.photos[0] ?? one.record} />
              </span>
              <span className={classes['title']}>
                <Text fw={500} truncate>
                  {titleOf(one.record)}
                </Text>
                <Text size="sm" c="dimmed" truncate>
                  {nameByStep.get(one.record.parent) ?? t('noStep')}
                </Text>
              </span>
              {offers.has(one.record.id) ? (
                <IconReceipt2 size={16} stroke={1.75} aria-label={t('offer')} color="var(--pl-accent)" />
              ) : (
                <span />
              )}
              <Text size="sm" c="dimmed" className="pl-number">
                {t('pages', { count: pageCount(one) })}
              </Text>
              <Text size="sm" c="dimmed">
                <Moment at={one.record.createdAt} />
              </Text>
              <span>
                <AudienceBadge journey={journey.id} space={one.record.space} />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {paper !== null && (
        <PaperViewer
          key={paper.record.key}
          paper={paper}
          first={Math.max(1, paper.photos.findIndex(({ key }) => key === shown) + 1)}
          currency={journey.body.currency}
          find={journeyPlace(place, journey.id).find ?? ''}
          note={journeyPlace(place, journey.id).at ?? null}
          onOpen={open}
          onDone={goOn}
          onClose={() => open(null)}
        />
      )}
    </div>
  );
};

/** Word, Excel, e-mail, text and what could not be opened have no first page to show: a sign of what they are stands in for it. */
const Cover = ({ record }: { readonly record: PaperRecord }): React.JSX.Element => {
  const { sha, mime } = record.body;
  if (record.type === 'photo') return <Picture sha={sha} thumb={record.body.thumb} alt="" originalToo={false} />;
  if (record.body.preview !== undefined && (mime === 'application/pdf' || mime.startsWith('image/')))
    return <Picture sha={sha} thumb="" alt="" originalToo={false} />;
  const Sign = SIGNS.find(([part]) => mime.includes(part))?.[1] ?? IconFileText;
  return <Sign size={24} stroke={1.25} className={classes['sign'] ?? ''} aria-hidden />;
};
const SIGNS: readonly (readonly [string, Icon])[] = [
  ['wordprocessing', IconFileTypeDocx],
  ['spreadsheet', IconFileTypeXls],
  ['rfc822', IconMail],
  ['image/', IconPhotoOff],
];
