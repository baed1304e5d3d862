// Ctrl+K: go anywhere or do the usual things by typing a few letters.
import { Modal, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Palette.module.css';
import { usePaletteItems, type PaletteItem } from './use-palette-items.tsx';

export const Palette = (): ReactElement => {
  const { t } = useTranslation('app');
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || event.shiftKey) return;
      event.preventDefault();
      setOpened((was) => !was);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const close = (): void => setOpened(false);
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={560}
      padding={0}
      aria-label={t('palette.label')}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      {opened && <Choice close={close} />}
    </Modal>
  );
};

const Choice = ({ close }: { readonly close: () => void }): ReactElement => {
  const { t } = useTranslation('app');
  const id = useId();
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const found = fitting(usePaletteItems(), typed);
  const chosen = found[Math.min(index, found.length - 1)];

  const run = (item: PaletteItem | undefined): void => {
    if (item === undefined) return;
    close();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setIndex((was) => Math.max(0, Math.min(was + by, found.length - 1)));
    }
    if (event.key === 'Enter') run(chosen);
  };
  useEffect(() => {
    if (chosen !== undefined)
      document.querySelector(`[data-palette="${CSS.escape(chosen.id)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  return (
    <div>
      <div className={classes['field']}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          // At once, not after the dialog's own focus: the first letters may already be on their way.
          autoFocus
          data-autofocus
          className={classes['input']}
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded
          aria-controls={id}
          aria-activedescendant={chosen === undefined ? undefined : `${id}${chosen.id}`}
          placeholder={t('palette.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={id} className={classes['list']} role="listbox" aria-label={t('palette.label')}>
        {found.length === 0 && (
          <Text p="md" c="dimmed" size="sm">
            {t('palette.none')}
          </Text>
        )}
        {found.map((item) => (
          <div
            key={item.id}
            id={`${id}${item.id}`}
            data-palette={item.id}
            className={classes['item']}
            role="option"
            tabIndex={-1}
            aria-selected={item === chosen}
            onMouseMove={() => setIndex(found.indexOf(item))}
            onClick={() => run(item)}
            onKeyDown={onKeyDown}
          >
            <span className={classes['icon']}>{item.icon}</span>
            <span className={classes['name']}>{item.name}</span>
            <Text span size="xs" c="dimmed">
              {item.kind}
            </Text>
          </div>
        ))}
      </div>
    </div>
  );
};

const MOST = 50;

/** Every typed word must occur in the name; names that begin with the text come first. */
const fitting = (items: readonly PaletteItem[], typed: string): readonly PaletteItem[] => {
  const text = typed.trim().toLowerCase();
  const words = text.split(/\s+/);
  const hits = items.filter(({ name, kind }) => words.every((word) => `${name} ${kind}`.toLowerCase().includes(word)));
  const begins = ({ name }: PaletteItem): number => Number(name.toLowerCase().startsWith(text));
  return (text === '' ? hits : hits.toSorted((a, b) => begins(b) - begins(a))).slice(0, MOST);
};
