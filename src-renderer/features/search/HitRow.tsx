// One thing that was found; a press opens it at its place.
import { ActionIcon, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayersIntersect } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isPaper } from '../../../domain/documents/is-paper.ts';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import { recordAs } from '../../../domain/records/registry.ts';
import type { SearchHit } from '../../../protocol/ipc/channels.ts';
import { useRecord, useStore } from '../../data/hooks.ts';
import { openingOf } from '../../ui/opening.ts';
import { usePlace } from '../../ui/place-context.ts';
import { lookedFor, plainLine } from './hits.ts';
import { Snippet } from './Snippet.tsx';
import { recordName } from '../../ui/record-name.ts';
import { TypeIcon } from '../../ui/TypeIcon.tsx';
import classes from './search.module.css';

/** Its words are looked for where it opens. */
const HAS_WORDS: ReadonlySet<string> = new Set(['reading', 'document', 'photo']);
const HANGS_ON: ReadonlySet<string> = new Set(['comment', 'task', 'reading', 'webpage', 'alternative']);

interface HitRowProps {
  readonly hit: SearchHit;
  readonly journey: string;
  /** The words that were searched for, without filters. */
  readonly asked: string;
  /** Shows what is like it; null where nothing can be. */
  readonly onLike: ((title: string) => void) | null;
}

export const HitRow = ({ hit, journey, asked, onLike }: HitRowProps): React.JSX.Element => {
  const { t } = useTranslation('search');
  const store = useStore();
  const { go } = usePlace();
  const hanging = useRecord(HANGS_ON.has(hit.type) ? hit.key : null);
  const parent = useRecord(hanging == null || hanging.parent === '' ? null : hanging.parent);
  const title = hit.type === 'budget' ? t('budget') : hit.title === '' ? recordName(parent) : hit.title;

  const open = async (): Promise<void> => {
    const record = await store.get(hit.key);
    const on = record === null || record.parent === '' ? null : await store.get(record.parent);
    // Of something that was shared, the copy is what lists show.
    const shown: RecordKey = on === null ? '' : typeof on.body['movedTo'] === 'string' ? on.body['movedTo'] : on.key;
    const reading = record === null ? null : recordAs('reading', record);
    const move = openingOf(reading === null ? hit : { ...hit, isPaper: isPaper(reading.body) }, shown);
    go(move.go === 'journey' && HAS_WORDS.has(hit.type) ? { ...move, find: lookedFor(hit, asked) } : move);
  };
  const row = (
    <UnstyledButton className={classes['hit'] ?? ''} onClick={() => void open()}>
      <TypeIcon type={hit.type} size={18} />
      <div>
        {title !== '' && (
          <Text fw={500} truncate>
            <Snippet marked={title} />
          </Text>
        )}
        <Text size="sm" {...(title === '' ? {} : { c: 'dimmed' })} className={classes['snippet']}>
          <Snippet marked={hit.snippet} />
        </Text>
      </div>
      <Text size="sm" c="dimmed">
        {journey === '' ? t('type.other') : journey}
      </Text>
    </UnstyledButton>
  );
  if (onLike === null) return row;
  return (
    <div className={classes['row']}>
      {row}
      <Tooltip label={t('related.title')}>
        <ActionIcon
          className={classes['more'] ?? ''}
          aria-label={t('related.title')}
          onClick={() => onLike(plainLine(title === '' ? hit.snippet : title))}
        >
          <IconLayersIntersect size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
};
