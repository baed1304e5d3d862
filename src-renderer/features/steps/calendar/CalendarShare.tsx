// Takes a journey's days to another calendar: as a file, as it is today, or by an address that goes on telling them.
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarDown, IconCalendarShare, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarEntry } from '../../../../domain/journey/calendar-entries.ts';
import { calendarFile } from '../../../../domain/journey/calendar-file.ts';
import type { RecordOf } from '../../../../domain/records/registry.ts';
import { desktop } from '../../../ports/desktop.ts';
import { today } from '../../../ui/dates.ts';
import { useFailureText } from '../../../ui/failure-text.ts';
import { datedFileName } from '../../../ui/file-name.ts';
import { icsText } from './ics-text.ts';
import { Subscriptions } from './Subscriptions.tsx';

interface CalendarShareProps {
  readonly journey: RecordOf<'journey'>;
  readonly entries: readonly CalendarEntry[];
}

export const CalendarShare = ({ journey, entries }: CalendarShareProps): ReactElement => {
  const { t } = useTranslation('steps');
  const textOf = useFailureText();
  const [subscribing, setSubscribing] = useState(false);
  const save = async (): Promise<void> => {
    const { name } = journey.body;
    const bytes = new TextEncoder().encode(icsText(calendarFile(name, entries)));
    const answer = await desktop().ask('file.save', { name: datedFileName(name, today(), 'ics'), bytes });
    if (answer.ok && answer.value.saved) notifications.show({ message: t('calendar.saved') });
    if (!answer.ok)
      notifications.show({ color: 'red', title: textOf(answer.error).sentence, message: textOf(answer.error).remedy });
  };
  return (
    <>
      <Menu width={280}>
        <Menu.Target>
          <Button size="compact-md" variant="default" leftSection={<IconCalendarShare size={14} stroke={1.75} />}>
            {t('calendar.share')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCalendarDown size={16} stroke={1.75} />} onClick={() => void save()}>
            {t('calendar.save')}
          </Menu.Item>
          <Menu.Item leftSection={<IconRefresh size={16} stroke={1.75} />} onClick={() => setSubscribing(true)}>
            {t('calendar.subscribe')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {subscribing && <Subscriptions journey={journey} close={() => setSubscribing(false)} />}
    </>
  );
};
