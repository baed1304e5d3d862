// The journey's documents as a list; one opens full screen, its pages beside their text.
import { Text, UnstyledButton } from '@mantine/core';
import {
  IconFileText,
  IconFileTypeDocx,
  IconFileTypeXls,
  IconMail,
  IconReceipt2,
  type Icon,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { newestOf } from '../../../domain/documents/versions.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRecords } from '../../data/hooks.ts';
import { AddFiles } from '../../media/AddFiles.tsx';
import { useOpenOffers } from '../../media/hooks.ts';
import { Picture } from '../../media/Picture.tsx';
import { AudienceBadge } from '../../ui/AudienceBadge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { journeyPlace } from '../../ui/place.ts';
import { usePlace } from '../../ui/place-context.ts';
import { Moment } from '../../ui/When.tsx';
import type { PaperRecord } from './paper-record.ts';
import { PaperViewer } from './PaperViewer.tsx';
import { ToCheck } from './ToCheck.tsx';
import classes from './documents.module.css';

export const DocumentsTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): React.JSX.Element => {
  const { t } = useTranslation('documents');
  const { place, go } = usePlace();
  const found = useRecords({ type: 'document', journey: journey.id });
  const steps = useRecords({ type: 'step', journey: journey.id });
  const photos = useRecords({ type: 'photo', journey: journey.id });
  const offers = useOpenOffers(journey.id);
  const documents = useMemo(() => found?.toSorted((a, b) => b.createdAt - a.createdAt), [found]);
  const newest = useMemo(() => newestOf(documents ?? []), [documents]);
  const nameByStep = useMemo(() => new Map((steps ?? []).map(({ key, body }) => [key, body.name])), [steps]);
  const open = (record: RecordKey | null): void => go({ go: 'record', record });
  const papers = useMemo((): readonly PaperRecord[] => [...(documents ?? []), ...(photos ?? [])], [documents, photos]);
  const waiting = useMemo(() => papers.filter(({ id }) => offers.has(id)), [papers, offers]);
  /** The next that waits; the list when none does. */
  const goOn = (done: RecordKey): void => {
    const at = waiting.findIndex(({ key }) => key === done);
    const next = waiting[at + 1] ?? waiting.find(({ key }) => key !== done);
    open(next?.key ?? null);
  };

  if (documents === undefined || photos === undefined) return <Loading height={56} />;
  const shown = journeyPlace(place, journey.id).record;
  const isShown = papers.some(({ key }) => key === shown);
  if (documents.length === 0 && waiting.length === 0 && !isShown) {
    return (
      <EmptyState icon={IconFileText} title={t('empty.title')} text={t('empty.text')}>
        <AddFiles journey={journey.id} parent="" label={t('add')} variant="filled" />
      </EmptyState>
    );
  }
  return (
    <div className={classes['tab']}>
      <div className={classes['bar']}>
        <Text c="dimmed">{t('count', { count: newest.length })}</Text>
        <AddFiles journey={journey.id} parent="" label={t('add')} />
      </div>
      <ToCheck waiting={waiting} onOpen={open} />
      <ul className={classes['list']} aria-label={t('list')}>
        {newest.map((document) => (
          <li key={document.key}>
            <UnstyledButton
              className={classes['entry']}
              aria-label={t('open', { title: document.body.title })}
              onClick={() => open(document.key)}
            >
              <span className={classes['cover']}>
                <Cover document={document} />
              </span>
              <span className={classes['title']}>
                <Text fw={500} truncate>
                  {document.body.title}
                </Text>
                <Text size="sm" c="dimmed" truncate>
                  {nameByStep.get(document.parent) ?? t('noStep')}
                </Text>
              </span>
              {offers.has(document.id) ? (
                <IconReceipt2 size={16} stroke={1.75} aria-label={t('offer')} color="var(--pl-accent)" />
              ) : (
                <span />
              )}
              <Text size="sm" c="dimmed" className="pl-number">
                {t('pages', { count: document.body.pages })}
              </Text>
              <Text size="sm" c="dimmed">
                <Moment at={document.createdAt} />
              </Text>
              <span>
                <AudienceBadge journey={journey.id} space={document.space} />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <PaperViewer
        papers={papers}
        currency={journey.body.currency}
        find={journeyPlace(place, journey.id).find ?? ''}
        note={journeyPlace(place, journey.id).at ?? null}
        open={shown}
        onOpen={open}
        onDone={goOn}
        onClose={() => open(null)}
      />
    </div>
  );
};

/** Word, Excel, e-mail and text have no first page to show: a sign of what they are stands in for it. */
const Cover = ({ document }: { readonly document: RecordOf<'document'> }): React.JSX.Element => {
  const { sha, mime } = document.body;
  if (mime === 'application/pdf') return <Picture sha={sha} thumb="" alt="" originalToo={false} />;
  const Sign = SIGNS.find(([part]) => mime.includes(part))?.[1] ?? IconFileText;
  return <Sign size={24} stroke={1.25} className={classes['sign'] ?? ''} aria-hidden />;
};
const SIGNS: readonly (readonly [string, Icon])[] = [
  ['wordprocessing', IconFileTypeDocx],
  ['spreadsheet', IconFileTypeXls],
  ['rfc822', IconMail],
];
