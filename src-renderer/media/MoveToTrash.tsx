// The foot of what is known of a photo or document: puts it in the trash, from where it can be restored.
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../domain/kernel/ids.ts';
import { useRun } from '../data/hooks.ts';

interface MoveToTrashProps {
  readonly of: RecordKey;
  /** What goes with it. */
  readonly also?: readonly RecordKey[];
  /** It is in the trash now. */
  readonly onTrash: () => void;
}

export const MoveToTrash = ({ of, also, onTrash }: MoveToTrashProps): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const run = useRun();
  const trash = async (): Promise<void> => {
    if ((await run('record.trash', { key: of, ...(also === undefined ? {} : { also: [...also] }) })).ok) onTrash();
  };
  return (
    <div>
      <Button
        variant="subtle"
        color="red"
        size="xs"
        ml={-10}
        leftSection={<IconTrash size={16} stroke={1.75} />}
        onClick={() => void trash()}
      >
        {t('trash')}
      </Button>
    </div>
  );
};
