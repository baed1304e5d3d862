// The head of a journey: its name, changed in place; where it is; export and putting away.
import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconArchive, IconDots, IconRestore, IconSettings, IconTrash } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { useRun } from '../../data/hooks.ts';
import { InlineText } from '../../ui/InlineText.tsx';
import { partsOf } from '../../ui/parts-of.ts';
import { usePlace } from '../../ui/place-context.ts';
import { useSlots } from '../../ui/slots.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { JourneyDetails } from './JourneyDetails.tsx';
import classes from './JourneyScreen.module.css';

export const JourneyHeader = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement => {
  const { t } = useTranslation('journey');
  const run = useRun();
  const family = useIsFamily(journey.space);
  const { journeyActions } = useSlots();
  const { name, area, address } = journey.body;
  const whereabouts = [area, address].filter((part) => part !== '').join(' · ');
  return (
    <>
      <header className={classes['header']}>
        <div className={classes['title']}>
          <InlineText
            label={t('name')}
            size="title"
            value={name}
            draft={`name:${journey.key}`}
            required
            disabled={!family}
            onSave={(next) => run('journey.edit', { key: journey.key, set: { name: next } })}
          />
          {whereabouts !== '' && (
            <Text size="sm" c="dimmed" truncate>
              {whereabouts}
            </Text>
          )}
        </div>
        <div className={classes['actions']}>
          {partsOf(journeyActions, { journey })}
          <JourneyMenu journey={journey} family={family} />
        </div>
      </header>
      <Shelved journey={journey} />
    </>
  );
};

interface JourneyMenuProps {
  readonly journey: RecordOf<'journey'>;
  readonly family: boolean;
}

const JourneyMenu = ({ journey, family }: JourneyMenuProps): ReactElement => {
  const { t } = useTranslation('journey');
  const run = useRun();
  const { go } = usePlace();
  const { journeyItems } = useSlots();
  const [details, setDetails] = useState(false);
  const { key } = journey;
  const shelve = async (command: 'journey.archive' | 'record.trash'): Promise<void> => {
    const result = await run(command, { key });
    if (result.ok) go({ go: 'screen', screen: 'home' });
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('more')}>
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {family && (
            <Menu.Item leftSection={<IconSettings size={16} stroke={1.75} />} onClick={() => setDetails(true)}>
              {t('details.title')}
            </Menu.Item>
          )}
          {partsOf(journeyItems, { journey })}
          {family && <Menu.Divider />}
          {family && journey.body.state === 'active' && (
            <Menu.Item
              leftSection={<IconArchive size={16} stroke={1.75} />}
              onClick={() => void shelve('journey.archive')}
            >
              {t('archive')}
            </Menu.Item>
          )}
          {family && (
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.75} />} onClick={() => void shelve('record.trash')}>
              {t('trash')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <JourneyDetails journey={journey} opened={details} onClose={() => setDetails(false)} />
    </>
  );
};

/** Says that the journey has been put away, and offers the way back. */
const Shelved = ({ journey }: { readonly journey: RecordOf<'journey'> }): ReactElement | null => {
  const { t } = useTranslation('journey');
  const run = useRun();
  const { key } = journey;
  const trashed = journey.trashedAt !== 0;
  if (!trashed && journey.body.state === 'active') return null;
  return (
    <div className={classes['notice']} role="status">
      {t(trashed ? 'inTrash' : 'inArchive')}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconRestore size={14} />}
        onClick={() => void run(trashed ? 'record.restore' : 'journey.unarchive', { key })}
      >
        {t('restore')}
      </Button>
    </div>
  );
};
