// When a photo was taken: put right by a person where the camera's clock was wrong, or said where the picture does not say it.
import { Button, Group, Text } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarDate } from '../../../domain/kernel/time.ts';
import { takenOf, withDay, withTime } from '../../../domain/pictures/taken.ts';
import { useRun } from '../../data/hooks.ts';
import { dayExact, dayOf, today } from '../../ui/dates.ts';
import type { Photo } from './photo-groups.ts';
import { useMayEdit } from './use-may-edit.ts';

/** What the person put right is kept beside what the camera said, and can be taken back. */
export const TakenField = ({ photo }: { readonly photo: Photo }): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const run = useRun();
  const mayEdit = useMayEdit(photo);
  const { takenAt, takenFix = null } = photo.body;
  const taken = takenOf(photo.body);
  // A damaged picture may say what is no day.
  const day = calendarDate.safeParse(taken?.slice(0, 10)).data ?? null;
  const known = taken?.slice(11, 16) ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const put = (fix: string | null): void => {
    // As the camera said it, nothing is put right.
    const next = fix === takenAt ? null : fix;
    if (next !== takenFix) void run('photo.edit', { key: photo.key, set: { takenFix: next } });
  };
  const saveTime = (): void => {
    if (day !== null && typed !== null && typed !== '' && typed !== known) put(withTime(day, typed));
    setTyped(null);
  };
  return (
    <>
      <Group gap={4} wrap="nowrap">
        <DateInput
          aria-label={t('taken')}
          placeholder={t('takenUnknown')}
          value={day}
          maxDate={today()}
          disabled={!mayEdit}
          popoverProps={{ zIndex: 500 }}
          onChange={(value) => value !== null && put(withDay(taken, value))}
          flex={1}
          miw={0}
        />
        {day !== null && (
          <TimePicker
            aria-label={t('takenTime')}
            hoursInputLabel={t('takenHour')}
            minutesInputLabel={t('takenMinute')}
            value={typed ?? known}
            disabled={!mayEdit}
            onChange={setTyped}
            onBlur={saveTime}
            w={72}
          />
        )}
      </Group>
      {taken === null && (
        <Text size="xs" c="dimmed" mt={2}>
          {t('added', { day: dayExact(dayOf(photo.createdAt)) })}
        </Text>
      )}
      {takenFix !== null && takenAt !== null && (
        <Group gap={4} mt={2}>
          <Text size="xs" c="dimmed">
            {t('takenCamera', { when: `${dayExact(takenAt.slice(0, 10))}, ${takenAt.slice(11, 16)}` })}
          </Text>
          {mayEdit && (
            <Button variant="subtle" size="compact-xs" ml={-6} onClick={() => put(null)}>
              {t('takenBack')}
            </Button>
          )}
        </Group>
      )}
    </>
  );
};
