// The menu of a panel: what else can be done with its thing, and last the trash or the way back from there.
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconRestore, IconTrash } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { useRun } from '../data/hooks.ts';
import { usePlace } from './place-context.ts';

interface RecordMenuProps {
  readonly label: string;
  readonly record: Pick<AnyRecord, 'key' | 'trashedAt'>;
  /** Items of its own. */
  readonly children?: ReactNode;
}

/** What goes to the trash leaves the panel. */
export const RecordMenu = ({ label, record: { key, trashedAt }, children }: RecordMenuProps): ReactElement => {
  const { t } = useTranslation('ui');
  const run = useRun();
  const { go } = usePlace();
  const trash = async (): Promise<void> => {
    const result = await run('record.trash', { key });
    if (result.ok) go({ go: 'record', record: null });
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={label}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {children}
        {trashedAt === 0 ? (
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.75} />} onClick={() => void trash()}>
            {t('trash')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconRestore size={16} stroke={1.75} />}
            onClick={() => void run('record.restore', { key })}
          >
            {t('restore')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
