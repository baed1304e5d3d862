// Tells a person what became of a deed: a failure in words with its remedy, or a quiet line with Undo; Ctrl+Z takes the last one back.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signAwards, signLeftOver } from '../approvals/sign-awards.ts';
import { readApprovals } from '../approvals/use-approvals.ts';
import { createSayOwed } from '../approvals/use-say.ts';
import { DeedListenerContext, useStore, type DeedListener } from '../data/hooks.ts';
import type { Deed } from '../data/store.ts';
import { logBug } from '../ports/log-bug.ts';
import { useFailureText } from '../ui/failure-text.ts';
import { isTyping } from '../ui/typing.ts';
import { useIdle } from '../ui/use-idle.ts';

/** Deeds that take something out of sight say so; what stays visible speaks for itself. */
const SAID: ReadonlySet<string> = new Set([
  'record.trash',
  'message.trash',
  'photo.merge',
  'journey.archive',
  'record.share',
  'record.settle',
  'record.takeBack',
  'reading.accept',
  'reading.quote',
  'quote.accept',
  'quote.revise',
  'comparison.place',
  'reading.remind',
  'finding.cost',
  'finding.select',
  'decision.drop',
  'decision.rollback',
  'decision.reapply',
  'deed.undo',
]);
const REMEMBERED = 50;

export const DeedNotices = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const { t } = useTranslation('app');
  const store = useStore();
  const textOf = useFailureText();
  const done = useRef<readonly Deed[]>([]);
  // Ctrl+Z right after a deed must take back that deed and not the one before, however slow the disk is.
  const running = useRef<Promise<unknown>>(Promise.resolve());

  const failed = useCallback<DeedListener['failed']>(
    (failure) => {
      const { sentence, remedy } = textOf(failure);
      notifications.show({ title: sentence, message: remedy, color: 'red', autoClose: 8_000 });
    },
    [textOf],
  );

  const sayOwed = useMemo(() => {
    // The deed itself is done: only its signature is missing.
    const unsigned: DeedListener['failed'] = (failure) => {
      const message = [textOf(failure).remedy, t('unsigned.text')].filter((part) => part !== '').join(' ');
      notifications.show({ title: t('unsigned.title'), message, color: 'red', autoClose: 8_000 });
    };
    return createSayOwed(store, unsigned);
  }, [store, textOf, t]);
  const sign = useCallback(
    // Unsigned it stands as well, and the change orders ask for it.
    (deed: Deed) => void signAwards(store, deed, sayOwed).catch((thrown: unknown) => logBug(thrown)),
    [store, sayOwed],
  );
  const isIdle = useIdle();
  useEffect(() => {
    if (!isIdle) return;
    void signLeftOver(store, () => readApprovals(store, null), sayOwed).catch((thrown: unknown) => logBug(thrown));
  }, [isIdle, store, sayOwed]);

  const undo = useCallback(
    async (deed: Deed) => {
      done.current = done.current.filter((other) => other.deed !== deed.deed);
      const result = await store.run('deed.undo', { events: [...deed.events], records: [...deed.keys] });
      if (!result.ok) return failed(result.error);
      sign(result.value);
      notifications.hide(deed.deed);
      notifications.show({ message: t('did.deed.undo'), autoClose: 2_500 });
    },
    [store, failed, sign, t],
  );

  const listener = useMemo<DeedListener>(
    () => ({
      failed,
      running: (run) => {
        running.current = Promise.allSettled([running.current, run]);
      },
      done: (deed, { quietly = false } = {}) => {
        sign(deed);
        if (quietly) return;
        done.current = [...done.current, deed].slice(-REMEMBERED);
        if (!SAID.has(deed.command)) return;
        say(deed, { text: t(`did.${deed.command}`), undoLabel: t('undo'), onUndo: () => void undo(deed) });
      },
    }),
    [failed, sign, undo, t],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key !== 'z' || isTyping(event.target)) return;
      event.preventDefault();
      void running.current.then(() => {
        const last = done.current.at(-1);
        return last === undefined ? undefined : undo(last);
      });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo]);

  return <DeedListenerContext value={listener}>{children}</DeedListenerContext>;
};

const say = (deed: Deed, said: SaidProps): void =>
  void notifications.show({ id: deed.deed, autoClose: 6_000, message: <Said {...said} /> });

interface SaidProps {
  readonly text: string;
  readonly undoLabel: string;
  readonly onUndo: () => void;
}

const Said = ({ text, undoLabel, onUndo }: SaidProps): ReactElement => (
  <Group justify="space-between" wrap="nowrap" gap="md">
    <Text size="md">{text}</Text>
    <Button size="compact-sm" variant="subtle" onClick={onUndo}>
      {undoLabel}
    </Button>
  </Group>
);
