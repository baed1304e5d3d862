// Capture from anywhere: drop files on the window, paste a picture, or Ctrl+Shift+A. They land on the step one is at.
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../ui/dates.ts';
import { useMediaDesk } from '../../media/hooks.ts';
import { FileInput } from '../../media/FileInput.tsx';
import { useLanding } from '../../media/use-landing.ts';
import { shownName } from '../../ui/shown-name.ts';
import { DropVeil } from './DropVeil.tsx';
import { filesOf, isAddShortcut } from './files-of.ts';
import { ImportTray } from './ImportTray.tsx';
import { useHere } from './use-here.ts';
import { useDropTarget } from './use-drop-target.ts';

/** As many as one can look up in a folder. */
const NAMED = 8;

export const Capture = (): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const { imports, readings, seeings, receiver } = useMediaDesk();
  const landing = useLanding();
  const here = useHere();
  const input = useRef<HTMLInputElement>(null);

  const take = useCallback(
    (files: readonly File[]): void => {
      if (files.length === 0) return;
      const open = receiver.current();
      if (open !== null) {
        open.take(files);
        return;
      }
      if (here === null) {
        notifications.show({ title: t('noJourney.title'), message: t('noJourney.text') });
        return;
      }
      void landing(here.journey, here.parent).then((place) => imports.add(files, place));
    },
    [here, landing, imports, receiver, t],
  );
  const over = useDropTarget(take);

  useEffect(() => void readings.start(), [readings]);
  useEffect(() => seeings.start(), [seeings]);
  useEffect(() => {
    const { cutOff } = imports;
    if (cutOff.length === 0) return;
    notifications.show({
      id: 'cut-off',
      title: t('cutOff.sentence', { count: cutOff.length }),
      message: t('cutOff.remedy', {
        names: cutOff.slice(0, NAMED).map(shownName).join(', ') + (cutOff.length > NAMED ? ' …' : ''),
      }),
      color: 'orange',
      autoClose: false,
    });
  }, [imports, t]);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = filesOf(event.clipboardData, t('pasted', { time: timeOfDay(Date.now()).replace(':', '.') }));
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!isAddShortcut(event)) return;
      event.preventDefault();
      input.current?.click();
    };
    window.addEventListener('paste', onPaste);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('keydown', onKey);
    };
  }, [take, t]);

  return (
    <>
      <FileInput ref={input} label={t('choosing')} onFiles={take} />
      {over && <DropVeil where={receiver.current()?.where ?? here?.name ?? null} />}
      <ImportTray />
    </>
  );
};
