// The tabs of a journey in one line; what there is no room for is in "More", with the same names and reached by the same keys.
import { Menu, Tabs, UnstyledButton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../ui/place-context.ts';
import type { JourneyTabSlot } from '../../ui/slots.ts';
import { UnreadDot } from '../../ui/UnreadDot.tsx';
import { fittingTabs } from './fitting-tabs.ts';
import classes from './JourneyScreen.module.css';

interface TabStripProps {
  readonly tabs: readonly JourneyTabSlot[];
  readonly chosen: string;
  /** Ids of those in which something is new. */
  readonly unread: ReadonlySet<string>;
}

export const TabStrip = ({ tabs, chosen, unread }: TabStripProps): ReactElement => {
  const { t } = useTranslation(['journey']);
  const { go } = usePlace();
  const { ref, width } = useElementSize();
  const measure = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState<{ readonly widths: readonly number[]; readonly more: number } | null>(null);
  useEffect(() => {
    const row = measure.current;
    if (row === null) return undefined;
    const look = (): void => {
      const all = [...row.children].map((child) => child.getBoundingClientRect().width);
      setSizes({ widths: all.slice(0, -1), more: all.at(-1) ?? 0 });
    };
    look();
    // A new word or mark makes the row wider.
    const watch = new ResizeObserver(look);
    watch.observe(row);
    return () => watch.disconnect();
  }, []);
  const ids = tabs.map(({ id }) => id);
  const { shown, rest } =
    sizes === null || width === 0 ? { shown: ids, rest: [] } : fittingTabs(ids, { ...sizes, room: width, chosen });
  const inRest = tabs.filter(({ id }) => rest.includes(id));
  return (
    <div className={classes['strip']} ref={ref}>
      <div className={classes['measure']} ref={measure} aria-hidden>
        {tabs.map((tab) => (
          <span key={tab.id} className={classes['measured']}>
            <tab.icon size={16} stroke={1.75} />
            {t(tab.label)}
            {unread.has(tab.id) && <UnreadDot />}
          </span>
        ))}
        <span className={classes['measured']}>
          {t('moreTabs')}
          <IconChevronDown size={14} stroke={2} />
          <UnreadDot />
        </span>
      </div>
      <Tabs.List className={classes['tabList']} aria-label={t('tabs')}>
        {tabs
          .filter(({ id }) => shown.includes(id))
          .map(({ id, icon: TabIcon, label }) => (
            <Tabs.Tab
              key={id}
              value={id}
              leftSection={<TabIcon size={16} stroke={1.75} />}
              rightSection={unread.has(id) ? <UnreadDot /> : undefined}
              aria-description={unread.has(id) ? t('unread') : undefined}
            >
              {t(label)}
            </Tabs.Tab>
          ))}
      </Tabs.List>
      {inRest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <UnstyledButton className={classes['moreTabs'] ?? ''}>
              {t('moreTabs')}
              <IconChevronDown size={14} stroke={2} aria-hidden />
              {inRest.some(({ id }) => unread.has(id)) && <UnreadDot label={t('unread')} />}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {inRest.map(({ id, icon: TabIcon, label }) => (
              <Menu.Item
                key={id}
                leftSection={<TabIcon size={16} stroke={1.75} />}
                rightSection={unread.has(id) ? <UnreadDot /> : undefined}
                aria-description={unread.has(id) ? t('unread') : undefined}
                onClick={() => go({ go: 'tab', tab: id })}
              >
                {t(label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
};
