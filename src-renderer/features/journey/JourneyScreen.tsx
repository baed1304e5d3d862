// One journey: its header, its tabs, and the right panel for what is selected.
import { Tabs } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { idOfKey, keyOf, typeOfId, type RecordId } from '../../../domain/kernel/ids.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import { journeySpace } from '../../../domain/spaces/space.ts';
import { useRecord } from '../../data/hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorBoundary } from '../../ui/ErrorBoundary.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { LockedNote, useLockedJourneys } from '../../ui/LockedNote.tsx';
import { useUnreadTabs } from '../../news/news-context.ts';
import { usePlace } from '../../ui/place-context.ts';
import { FIRST_TAB, journeyPlace } from '../../ui/place.ts';
import { useSlots } from '../../ui/slots.ts';
import { JourneyHeader } from './JourneyHeader.tsx';
import { TabStrip } from './TabStrip.tsx';
import classes from './JourneyScreen.module.css';

export const JourneyScreen = ({ journeyId }: { readonly journeyId: RecordId }): ReactElement => {
  const { t } = useTranslation(['journey']);
  const { place, go } = usePlace();
  const { tabs, panels } = useSlots();
  const record = useRecord(keyOf(journeySpace(journeyId), journeyId));
  const locked = useLockedJourneys();
  const unread = useUnreadTabs(journeyId);
  const journey = recordAs('journey', record ?? undefined);
  if (journey === null) {
    if (record === undefined) return <Loading />;
    return locked.some((each) => each.journey === journeyId) ? (
      <LockedNote journey={journeyId} />
    ) : (
      <EmptyState icon={IconMap2} title={t('gone.title')} text={t('gone.text')} />
    );
  }
  const { tab, record: selected } = journeyPlace(place, journeyId);
  const shown = tabs.find(({ id }) => id === tab) ?? tabs.find(({ id }) => id === FIRST_TAB) ?? tabs[0];
  const panel =
    selected === null
      ? undefined
      : panels.find(({ types }) => types.some((type) => type === typeOfId(idOfKey(selected))));
  return (
    <div className={classes['screen']}>
      <JourneyHeader journey={journey} />
      <Tabs
        value={shown?.id ?? null}
        onChange={(id) => id !== null && go({ go: 'tab', tab: id })}
        className={classes['tabs']}
        keepMounted={false}
      >
        <TabStrip tabs={tabs} chosen={shown?.id ?? FIRST_TAB} unread={unread} />
        <div className={classes['body']}>
          {tabs.map(({ id, component: Tab }) => (
            <Tabs.Panel key={id} value={id} className={classes['content']}>
              <ErrorBoundary key={id}>
                <Tab journey={journey} />
              </ErrorBoundary>
            </Tabs.Panel>
          ))}
          {panel !== undefined && selected !== null && (
            <ErrorBoundary key={selected}>
              <panel.component recordKey={selected} journey={journey} />
            </ErrorBoundary>
          )}
        </div>
      </Tabs>
    </div>
  );
};
