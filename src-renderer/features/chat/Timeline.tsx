// The messages of a thread, oldest above; only those in sight are drawn. It opens where one left it on this device.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { useSetting, useStore } from '../../data/hooks.ts';
import classes from './chat.module.css';
import { MessageRow } from './MessageRow.tsx';
import type { Message } from './thread.ts';

interface TimelineProps {
  /** Of the thread: under it the place is kept. */
  readonly name: string;
  readonly messages: readonly Message[];
  /** Reads further back; null when all are here. */
  readonly onEarlier: (() => void) | null;
}

/** The message at the upper edge, and how many px of it are above; null at the end, where what is new is seen. */
type Left = { readonly key: RecordKey; readonly above: number } | null;

const GUESS = 96;
/** Nearer to the end than this one is at the end. */
const NEAR = 48;

export const Timeline = ({ name, messages, onEarlier }: TimelineProps): ReactElement => {
  const { t } = useTranslation('chat');
  const { settings } = useStore();
  const setting = `chat-at:${name}`;
  const [, keep] = useSetting<Left>(setting, null);
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- under this name only this kind of value is kept
  const [left] = useState(() => (settings.get(setting) as Left | undefined) ?? null);
  const [first] = useState(() => (left === null ? -1 : messages.findIndex(({ key }) => key === left.key)));
  const [atEnd, setAtEnd] = useState(first < 0);
  const settled = useRef(false);
  const before = useRef(0);
  // It answers fresh functions each time, which the React compiler would not expect; this project does not use it.
  // oxlint-disable-next-line react/incompatible-library
  const list = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => GUESS,
    getItemKey: (index) => messages[index]?.key ?? index,
    overscan: 6,
    paddingStart: 16,
    paddingEnd: 8,
  });
  const toEnd = useCallback(() => {
    const element = scroll.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, []);

  // Once: to where one was. Rows have their real heights only when they are drawn, so it is put right after that.
  useLayoutEffect(() => {
    if (settled.current) return;
    settled.current = true;
    if (left === null || first < 0) return;
    list.scrollToIndex(first, { align: 'start' });
    const element = scroll.current;
    if (element !== null) requestAnimationFrame(() => (element.scrollTop += left.above));
  }, [left, first, list]);

  // At the end one stays at the end, whatever comes or grows.
  const total = list.getTotalSize();
  useLayoutEffect(() => {
    if (atEnd) toEnd();
  }, [atEnd, total, messages.length, toEnd]);

  // What one says oneself is always seen.
  const last = messages.at(-1);
  const { me } = useStore();
  const mine = last?.createdBy === me ? last.key : null;
  const seen = useRef(mine);
  useEffect(() => {
    if (mine !== null && seen.current !== mine) setAtEnd(true);
    seen.current = mine;
  }, [mine]);

  const onScroll = (): void => {
    const element = scroll.current;
    if (element === null) return;
    const end = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    // What grows below is no going away: only who scrolls up leaves the end.
    const isUp = element.scrollTop < before.current - 1;
    before.current = element.scrollTop;
    if (end) setAtEnd(true);
    else if (isUp) setAtEnd(false);
    if (!end && !isUp && atEnd) return;
    const top = list.getVirtualItems().find((item) => item.end > element.scrollTop);
    const key = top === undefined ? undefined : messages[top.index]?.key;
    keep(
      end || top === undefined || key === undefined ? null : { key, above: Math.round(element.scrollTop - top.start) },
    );
  };

  return (
    <div className={classes['timeline']}>
      <div ref={scroll} className={classes['scroll']} onScroll={onScroll}>
        {onEarlier !== null && (
          <div className={classes['earlier']}>
            <Button size="compact-sm" variant="subtle" onClick={onEarlier}>
              {t('earlier')}
            </Button>
          </div>
        )}
        <div className={classes['column']} role="log" aria-label={t('messages')} style={{ height: total }}>
          {list.getVirtualItems().map(({ index, start, key }) => {
            const message = messages[index];
            return message === undefined ? null : (
              <div
                key={key}
                ref={list.measureElement}
                data-index={index}
                className={classes['row']}
                style={{ transform: `translateY(${start}px)` }}
              >
                <MessageRow message={message} isLast={index === messages.length - 1} />
              </div>
            );
          })}
        </div>
      </div>
      {!atEnd && (
        <Tooltip label={t('toEnd')}>
          <ActionIcon
            className={classes['toEnd']}
            variant="default"
            radius="xl"
            size="lg"
            aria-label={t('toEnd')}
            onClick={() => setAtEnd(true)}
          >
            <IconArrowDown size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
};
