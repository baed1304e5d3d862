// Writes a day of the log down, or puts one right; what is typed survives a closed window.
import { Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../../../domain/kernel/ids.ts';
import type { RecordOf } from '../../../domain/records/registry.ts';
import { mayBringFiles } from '../../../domain/spaces/may-bring-files.ts';
import { useRun, useSetting, useStore } from '../../data/hooks.ts';
import { AudienceBadge, AudiencePicker } from '../../ui/AudienceBadge.tsx';
import { today } from '../../ui/dates.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { clearThen, useDraft } from '../../ui/use-draft.ts';
import { useIsFamily } from '../../ui/use-family.ts';
import { useAudienceChoices, useOwnSpace } from '../../ui/use-own-space.ts';
import { PhotoInput } from './PhotoInput.tsx';
import { PhotoStrip } from './PhotoStrip.tsx';
import classes from './TasksTab.module.css';
import { useBringPhotos } from './use-bring-photo.ts';

interface LogFormProps {
  readonly journey: RecordOf<'journey'>;
  /** Null for a new one. */
  readonly log: RecordOf<'log'> | null;
  readonly onDone: () => void;
}

interface Typed {
  readonly day: string;
  readonly people: string;
  readonly weather: string;
  readonly done: string;
  readonly notes: string;
  readonly minutes: number | null;
  readonly photos: readonly RecordKey[];
}

const MOST_HOURS = 1_000;

export const LogForm = ({ journey, log, onDone }: LogFormProps): ReactElement => {
  const { t } = useTranslation('tasks');
  const run = useRun();
  const { roleIn } = useStore();
  const bring = useBringPhotos();
  const own = useOwnSpace(journey);
  const isFamily = useIsFamily(journey.space);
  const choices = useAudienceChoices(journey);
  // A log is for who works on the journey: the family's begins where all read it, a contractor's where the family does.
  const [chosen, choose] = useSetting<string | null>(`log-to:${journey.id}`, null);
  const space = log?.space ?? choices.find((choice) => choice === chosen) ?? (isFamily ? journey.space : own);
  const empty: Typed = { day: today(), people: '', weather: '', done: '', notes: '', minutes: null, photos: [] };
  const draft = useDraft<Typed>(`log:${log?.key ?? journey.id}`, log === null ? empty : log.body);
  const { value } = draft;
  const set = (some: Partial<Typed>): void => draft.change({ ...value, ...some });
  const done = clearThen(draft, onDone);
  const save = async (): Promise<void> => {
    const said = { ...value, photos: [...value.photos] };
    const { day, people, weather, done: work, notes, minutes, photos } = said;
    const fields = { day, people, weather, done: work, notes, minutes, photos };
    const result =
      log === null
        ? await run('log.add', { space, journey: journey.id, ...fields })
        : await run('log.edit', { key: log.key, set: fields });
    if (result.ok) done();
  };
  const add = async (files: readonly File[]): Promise<void> => {
    const shown = await bring(files, { journey: journey.id, space });
    set({ photos: [...value.photos, ...shown] });
  };
  const isEmpty = value.done.trim() === '' && value.notes.trim() === '' && value.photos.length === 0;
  return (
    <form
      className={classes['logForm']}
      aria-label={t('log.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <Group grow align="end">
          <DateInput label={t('log.day')} value={value.day} onChange={(day) => day !== null && set({ day })} />
          <NumberInput
            label={t('log.hours')}
            min={0}
            max={MOST_HOURS}
            step={0.5}
            decimalScale={2}
            value={value.minutes === null ? '' : value.minutes / 60}
            onChange={(hours) => set({ minutes: hours === '' ? null : Math.round(Number(hours) * 60) })}
          />
          <TextInput
            label={t('log.weather')}
            maxLength={200}
            value={value.weather}
            onChange={(event) => set({ weather: event.currentTarget.value })}
          />
        </Group>
        <TextInput
          label={t('log.people')}
          maxLength={500}
          value={value.people}
          onChange={(event) => set({ people: event.currentTarget.value })}
        />
        <Textarea
          label={t('log.done')}
          autosize
          minRows={2}
          maxLength={10_000}
          value={value.done}
          onChange={(event) => set({ done: event.currentTarget.value })}
        />
        <Textarea
          label={t('log.notes')}
          autosize
          minRows={1}
          maxLength={10_000}
          value={value.notes}
          onChange={(event) => set({ notes: event.currentTarget.value })}
        />
        <PhotoStrip
          keys={value.photos}
          onRemove={(key) => set({ photos: value.photos.filter((each) => each !== key) })}
        />
        <Group justify="space-between">
          <Group gap="xs">
            {mayBringFiles(roleIn(space), space) && <PhotoInput label={t('log.photos')} several onFiles={add} />}
            {log === null && choices.length > 1 && value.photos.length === 0 ? (
              <AudiencePicker journey={journey.id} space={space} choices={choices} onChoose={choose} />
            ) : (
              <AudienceBadge journey={journey.id} space={space} />
            )}
          </Group>
          <FormButtons label={t(log === null ? 'log.add' : 'log.save')} disabled={isEmpty} onCancel={done} />
        </Group>
      </Stack>
    </form>
  );
};
