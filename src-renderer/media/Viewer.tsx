// The full-screen frame around one picture or document: its title and controls above, the sheet, and what is known beside it.
import { ActionIcon, Group, Modal, Text, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconRotateClockwise,
  IconX,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useViewerKeys, zoomed } from './use-viewer-keys.ts';
import classes from './media.module.css';

export interface ViewerProps {
  readonly title: string;
  /** "3 of 12". */
  readonly position: string;
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
  readonly onClose: () => void;
  /** The picture. */
  readonly children: React.ReactNode;
  readonly beside: React.ReactNode;
  /** Turns what is shown by a quarter; absent where that can't be. */
  readonly onTurn?: (() => void) | undefined;
  /** What Esc does first; absent, it closes. */
  readonly onEscape?: (() => void) | undefined;
  /** More controls, before those that every viewer has. */
  readonly tools?: React.ReactNode;
  /** Room for a form beside it. */
  readonly wide?: boolean;
}

const nothing = (): void => {};

export const Viewer = (props: ViewerProps): React.JSX.Element => {
  const { title, position, zoom, onZoom, onNext, onPrevious, onClose, children, beside, wide = false } = props;
  const { onTurn, tools, onEscape } = props;
  const { t } = useTranslation('capture');
  useViewerKeys({
    next: onNext ?? nothing,
    previous: onPrevious ?? nothing,
    zoom: (by) => onZoom(zoomed(zoom, by)),
    close: onEscape ?? onClose,
    turn: onTurn,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={false}
      fullScreen
      padding={0}
      withCloseButton={false}
      aria-label={title}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes['viewerContent'] ?? '', body: classes['viewer'] ?? '' }}
    >
      <header className={classes['viewerHead']}>
        <Group gap="sm" wrap="nowrap" miw={0}>
          <Control label={t('viewer.close')} icon={<IconX size={18} stroke={1.75} />} onClick={onClose} />
          <Text fw={600} truncate>
            {title}
          </Text>
          <Text c="dimmed" size="sm" className="pl-number">
            {position}
          </Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          {tools}
          {onTurn !== undefined && (
            <Control label={t('viewer.turn')} icon={<IconRotateClockwise size={18} stroke={1.75} />} onClick={onTurn} />
          )}
          <Control
            label={t('viewer.zoomOut')}
            icon={<IconZoomOut size={18} stroke={1.75} />}
            disabled={zoom <= 1}
            onClick={() => onZoom(zoomed(zoom, 'out'))}
          />
          <Text size="sm" w={48} ta="center" className="pl-number" aria-label={t('viewer.zoom')}>
            {zoom === 1 ? t('viewer.fit') : `${Math.round(zoom * 100)} %`}
          </Text>
          <Control
            label={t('viewer.zoomIn')}
            icon={<IconZoomIn size={18} stroke={1.75} />}
            onClick={() => onZoom(zoomed(zoom, 'in'))}
          />
          <Control
            label={t('viewer.previous')}
            icon={<IconArrowLeft size={18} stroke={1.75} />}
            disabled={onPrevious === null}
            onClick={onPrevious ?? nothing}
          />
          <Control
            label={t('viewer.next')}
            icon={<IconArrowRight size={18} stroke={1.75} />}
            disabled={onNext === null}
            onClick={onNext ?? nothing}
          />
        </Group>
      </header>
      <div className={classes['viewerBody']}>
        {children}
        <aside className={classes['beside']} data-wide={wide || undefined} aria-label={t('viewer.about')}>
          {beside}
        </aside>
      </div>
    </Modal>
  );
};

interface ControlProps {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

const Control = ({ label, icon, onClick, disabled = false }: ControlProps): React.JSX.Element => (
  <Tooltip label={label}>
    <ActionIcon size="lg" aria-label={label} disabled={disabled} onClick={onClick}>
      {icon}
    </ActionIcon>
  </Tooltip>
);
