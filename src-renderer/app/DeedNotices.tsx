// Tells a person what became of a deed: a failure in words with its remedy, or a quiet line with Undo; Ctrl+Z takes the last one back.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useRef, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signAwards } from '../approvals/sign-awards.ts';
import { createSay } from '../approvals/use-say.ts';
import { DeedListenerContext, useStore, type DeedListener } from '../data/hooks.ts';
import type { Deed } from '../data/store.ts';
import { useFailureText } from '../ui/failure-text.ts';
import { isTyping } from '../ui/typing.ts';

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

  // One after the other, so that what is said last is how it stands.
  const signing = useRef<Promise<unknown>>(Promise.resolve());
  const sign = useCallback(
    (deed: Deed) => {
      const next = signing.current.then(() => signAwards(store, deed, createSay(store, failed)));
      // Unsigned it stands as well, and the change orders offer to sign it.
      signing.current = next.catch(() => {});
    },
    [store, failed],
  );

  const undo = useCallback(
    async (deed: Deed) => {
      done.current = done.current.filter((other) => other.deed !== deed.deed);
      const result = await store.run('deed.undo', { events: [...deed.events], records: [...deed.keys] });
      if (!result.ok) return failed(result.error);
      sign(deed);
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
      done: (deed) => {
        done.current = [...done.current, deed].slice(-REMEMBERED);
        sign(deed);
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
