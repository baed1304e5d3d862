// The photos of a journey in groups; only the rows in sight are drawn, so a thousand photos scroll like ten.
import { Text } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { dayExact } from '../../ui/dates.ts';
import { gridRows, type GridRow, type PhotoGroup } from './photo-groups.ts';
import { PhotoTile } from './PhotoTile.tsx';
import classes from './photos.module.css';

const LEAST_TILE = 172;
const GAP = 8;
const HEAD = 48;

interface PhotoGridProps {
  readonly groups: readonly PhotoGroup[];
  readonly offers: ReadonlySet<RecordKey>;
  readonly onOpen: (key: RecordKey) => void;
}

export const PhotoGrid = ({ groups, offers, onOpen }: PhotoGridProps): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const scroll = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize();
  const both = useMergedRef(scroll, ref);
  const columns = Math.max(2, Math.floor((width + GAP) / (LEAST_TILE + GAP)));
  const tile = Math.max(1, (width - GAP * (columns - 1)) / columns);
  const rows = useMemo(() => gridRows(groups, columns), [groups, columns]);
  // It answers fresh functions each time, which the React compiler would not expect; this project does not use it.
  // oxlint-disable-next-line react/incompatible-library
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (rows[index]?.some(({ head }) => head) === true ? HEAD : 0) + tile + GAP,
    overscan: 3,
  });
  // A narrower window has other row heights: measure afresh.
  const measured = `${columns}:${Math.round(tile)}`;
  const last = useRef(measured);
  if (last.current !== measured) {
    last.current = measured;
    list.measure();
  }
  return (
    <div ref={both} className={classes['scroll']}>
      <div role="list" aria-label={t('grid')} style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={key}
              role="presentation"
              className={classes['row']}
              style={{ transform: `translateY(${start}px)`, gridTemplateColumns: `repeat(${columns}, 1fr)` }}
            >
              <Row row={row} tile={tile} offers={offers} onOpen={onOpen} />
            </div>
          );
        })}
      </div>
    </div>
  );
};

const Row = ({
  row,
  tile,
  offers,
  onOpen,
}: { readonly row: GridRow; readonly tile: number } & Omit<PhotoGridProps, 'groups'>): React.JSX.Element => (
  <>
    {row.map(({ group, photos, head }) => (
      <div
        key={`${group.by} ${group.id}`}
        className={classes['segment']}
        style={{ gridColumn: `span ${photos.length}`, gridTemplateColumns: `repeat(${photos.length}, 1fr)` }}
      >
        {head && <GroupHead group={group} />}
        {photos.map((photo) => (
          <PhotoTile
            key={photo.key}
            photo={photo}
            size={tile}
            hasOffer={offers.has(photo.id)}
            onOpen={() => onOpen(photo.key)}
          />
        ))}
      </div>
    ))}
  </>
);

const GroupHead = ({ group }: { readonly group: PhotoGroup }): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const without = group.by === 'room' ? t('noRoom') : t('noStep');
  const name = group.by === 'day' ? dayExact(group.id) : group.id === '' ? without : group.name;
  return (
    <div className={classes['head']} style={{ height: HEAD }}>
      <Text component="h3" fw={600} truncate title={name}>
        {name}
      </Text>
      <Text size="sm" c="dimmed" className="pl-number">
        {group.photos.length}
      </Text>
    </div>
  );
};
