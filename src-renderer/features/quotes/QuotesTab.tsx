// The quotes of a journey: as a list, side by side, and what is committed to whom by those that were accepted.
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconFileDollar, IconPlus } from '@tabler/icons-react';
import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useSetting } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { usePlace } from '../../ui/place-context.ts';
import { journeyPlace } from '../../ui/place.ts';
import { useSlots } from '../../ui/slots.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { Commitments } from './Commitments.tsx';
import { CompareView } from './CompareView.tsx';
import { QuoteForm } from './QuoteForm.tsx';
import { QuoteList } from './QuoteList.tsx';
import classes from './quotes.module.css';
import { useJourneyQuotes } from './use-journey-quotes.ts';

type View = 'list' | 'compare';

/** A contractor has their own quotes and nothing to set them beside. */
export const QuotesTab = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('quotes');
  const family = useIsFamily(journey.space);
  const quotes = useJourneyQuotes(journey);
  const { place, go } = usePlace();
  const { changeOrders: Changes } = useSlots();
  const [kept, setView] = useSetting<View>(`quotes-view:${journey.id}`, 'list');
  const [adding, setAdding] = useSetting(`adding-quote:${journey.id}`, false);
  if (quotes === null) return <Loading rows={6} />;
  const canCompare = family && quotes.standing.length > 1;
  // One that was looked for stands in the list.
  const isShown = journeyPlace(place, journey.id).at !== undefined;
  const view = canCompare && !isShown ? kept : 'list';
  const addButton = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setAdding(true)} disabled={adding}>
      {t('add')}
    </Button>
  );
  return (
    <div className={classes['tab']}>
      <section aria-label={t('title')}>
        <div className={classes['head']}>
          <h3 className={classes['title']}>{t('title')}</h3>
          <Group gap="sm">
            {canCompare && (
              <SegmentedControl
                size="xs"
                aria-label={t('view')}
                value={view}
                onChange={(next) => {
                  setView(next);
                  // What was looked for has been seen.
                  if (isShown) go({ go: 'tab', tab: 'quotes' });
                }}
                data={[
                  { value: 'list', label: t('list') },
                  { value: 'compare', label: t('compare') },
                ]}
              />
            )}
            {quotes.standing.length > 0 && addButton}
          </Group>
        </div>
        {adding && <QuoteForm journey={journey} onDone={() => setAdding(false)} />}
        {quotes.standing.length === 0 && !adding && (
          <EmptyState icon={IconFileDollar} title={t('empty.title')} text={t('empty.text')}>
            {addButton}
          </EmptyState>
        )}
        {view === 'list' && <QuoteList journey={journey} quotes={quotes} />}
        {view === 'compare' && <CompareView journey={journey} quotes={quotes} />}
      </section>
      <Commitments journey={journey} quotes={quotes} />
      {Changes !== null && <Changes journey={journey} />}
    </div>
  );
};
