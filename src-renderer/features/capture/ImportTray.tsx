// The files on their way in: what happens to each, how far it is, why one was refused, and how to stop or try again.
import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useImports, useMediaDesk } from '../../media/hooks.ts';
import type { ImportEntry } from '../../media/import-queue.ts';
import { isSettled } from '../../media/import-state.ts';
import { TWINS } from '../../ui/place.ts';
import { usePlace } from '../../ui/place-context.ts';
import { ImportRow } from './ImportRow.tsx';
import classes from './capture.module.css';

/** What went well needs no clearing away; what did not stays until it was seen. */
const GONE_AFTER_MS = 5_000;

/** A hundred rows made at once would hold the window up, and nobody reads them. */
const MOST_SHOWN = 30;

export const ImportTray = (): React.JSX.Element | null => {
  const { t } = useTranslation('capture');
  const { imports, receiver } = useMediaDesk();
  const { go } = usePlace();
  const entries = useImports();
  const running = entries.filter(({ state }) => !isSettled(state));
  const failed = entries.filter(({ state }) => state === 'failed');
  const added = entries.filter(({ state }) => state === 'done');
  const quiet = entries.length > 0 && running.length === 0 && !entries.some(asks);

  useEffect(() => {
    if (!quiet) return undefined;
    const timer = setTimeout(() => imports.clear(imports.entries().map(({ id }) => id)), GONE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [quiet, imports]);

  if (entries.length === 0) return null;
  // What needs a person comes first.
  const shown = [
    ...failed,
    ...entries.filter((entry) => entry.state !== 'failed' && asks(entry)),
    ...running.filter((entry) => !asks(entry)),
    ...entries.filter((entry) => isSettled(entry.state) && !asks(entry)),
  ];
  return (
    <section
      className={classes['tray']}
      aria-label={t('tray.title')}
      // Above the line that a chat is written on.
      data-raised={receiver.current() !== null}
    >
      <header className={classes['head']}>
        <Text fw={600} role="status">
          {headline()}
        </Text>
        {running.length > 0 ? (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => running.forEach(({ id }) => imports.cancel(id))}
          >
            {t('tray.cancelAll')}
          </Button>
        ) : (
          <Tooltip label={t('tray.clear')}>
            <ActionIcon aria-label={t('tray.clear')} onClick={() => imports.clear(entries.map(({ id }) => id))}>
              <IconX size={16} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        )}
      </header>
      <ul className={classes['list']}>
        {shown.slice(0, MOST_SHOWN).map((entry) => (
          <ImportRow
            key={entry.id}
            entry={entry}
            cancel={() => imports.cancel(entry.id)}
            again={() => imports.again(entry.id)}
            keepAnyway={() => imports.keepAnyway(entry.id)}
            compare={() => compare(entry)}
          />
        ))}
        {shown.length > MOST_SHOWN && (
          <Text component="li" size="sm" c="dimmed" p="xs">
            {t('tray.more', { count: shown.length - MOST_SHOWN })}
          </Text>
        )}
      </ul>
    </section>
  );

  function compare({ landing }: ImportEntry): void {
    imports.clear(entries.map(({ id }) => id));
    go({ go: 'journey', journey: landing.journey, tab: 'photos', record: TWINS });
  }

  function headline(): string {
    if (running.length > 0) return t('tray.adding', { count: running.length });
    if (failed.length > 0) return t('tray.notAdded', { count: failed.length });
    return added.length === 0 ? t('tray.nothing') : t('tray.added', { count: added.length });
  }
};

const asks = ({ state, like, lacks }: ImportEntry): boolean => state === 'failed' || like !== null || lacks !== null;
