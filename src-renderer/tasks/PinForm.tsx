// Names what was pinned: what is to be done, by whom and until when. Where they can't see the picture yet, it says so and shows it to them.
import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf, spaceOfKey, type RecordKey } from '../../domain/kernel/ids.ts';
import { PUNCH } from '../../domain/journey/tasks.ts';
import type { Point } from '../../domain/pictures/turned.ts';
import { recordAs, type RecordOf } from '../../domain/records/registry.ts';
import { isReadableIn } from '../../domain/spaces/readable.ts';
import { journeySpace, spaceKind } from '../../domain/spaces/space.ts';
import { useRecord, useRun, useStore } from '../data/hooks.ts';
import { privateOriginal } from '../media/private-original.ts';
import { useShareMedia } from '../media/use-share-media.ts';
import { AudienceBadge } from '../ui/AudienceBadge.tsx';
import { FormButtons } from '../ui/FormButtons.tsx';
import { clearThen, useFormDraft } from '../ui/use-draft.ts';
import { useAssignees } from './use-assignees.ts';

type Media = RecordOf<'photo'> | RecordOf<'document'>;

interface PinFormProps {
  readonly media: Media;
  readonly page?: number;
  /** In shares of the picture before a person turned it. */
  readonly spot: Point;
  /** The picture goes on under another key when it is shown to more people. */
  readonly onAdded: (task: RecordKey, media: RecordKey) => void;
  readonly onCancel: () => void;
}

export const PinForm = ({ media, ...rest }: PinFormProps): React.JSX.Element | null => {
  const found = useRecord(keyOf(journeySpace(media.journey), media.journey));
  const journey = recordAs('journey', found ?? undefined);
  return journey === null ? null : <Form media={media} journey={journey} {...rest} />;
};

interface Typed {
  readonly title: string;
  readonly who: string | null;
  readonly due: string | null;
  readonly isPunch: boolean;
}

const BLANK: Typed = { title: '', who: null, due: null, isPunch: true };

const Form = (props: PinFormProps & { readonly journey: RecordOf<'journey'> }): React.JSX.Element => {
  const { media, page, spot, onAdded, onCancel, journey } = props;
  const { t } = useTranslation('tasks');
  const run = useRun();
  const store = useStore();
  const shareMedia = useShareMedia();
  const people = useAssignees(journey);
  const draft = useFormDraft<Typed>(`pin:${media.key}`, BLANK);
  const { title, who, due, isPunch } = draft.value;
  const [busy, setBusy] = useState(false);
  const chosen = people.find(({ value }) => value === who);
  // Without anybody it lives beside the picture; what is the family's own stays with the family.
  const space = chosen?.space ?? media.space;
  const hides = !isReadableIn(space, media.key);

  const add = async (): Promise<void> => {
    if (title.trim() === '' || busy) return;
    setBusy(true);
    const on = hides ? await shown() : media.key;
    if (on === null) return setBusy(false);
    const parent = spaceKind(spaceOfKey(media.parent)) === 'journey' ? media.parent : '';
    const made = await run('task.add', {
      space,
      journey: journey.id,
      parent,
      title,
      assignee: chosen?.assignee ?? null,
      party: chosen?.party ?? null,
      due,
      list: isPunch ? PUNCH : null,
      pin: { on, ...(page === undefined ? {} : { page }), x: spot.x, y: spot.y },
    });
    setBusy(false);
    const [key] = made.ok ? made.value.keys : [];
    if (key === undefined) return;
    draft.clear();
    onAdded(key, on);
  };
  /** A picture that one contractor sees already is shown to another from the family's own. */
  const shown = async (): Promise<RecordKey | null> => {
    const there = await store.get(keyOf(space, media.id));
    if (there !== null && there.trashedAt === 0) return there.key;
    const original = (await store.get(privateOriginal(media.key))) ?? media;
    const record = recordAs('photo', original) ?? recordAs('document', original);
    return record === null ? null : shareMedia(record, space);
  };
  return (
    <form
      aria-label={t('pin.form')}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Stack gap="xs" mb="md">
        <Text fw={600}>{t('pin.form')}</Text>
        <TextInput
          data-autofocus
          autoFocus
          aria-label={t('title')}
          placeholder={t('pin.what')}
          maxLength={500}
          value={title}
          onChange={(event) => draft.change({ title: event.currentTarget.value })}
        />
        <Select
          aria-label={t('assignee')}
          placeholder={t('nobody')}
          clearable
          comboboxProps={{ zIndex: 500 }}
          data={people.map(({ value, label }) => ({ value, label }))}
          value={who}
          onChange={(value) => draft.change({ who: value })}
        />
        <DateInput
          aria-label={t('due')}
          placeholder={t('due')}
          clearable
          popoverProps={{ zIndex: 500 }}
          value={due}
          onChange={(day) => draft.change({ due: day })}
        />
        <Checkbox
          size="xs"
          label={t('punch')}
          checked={isPunch}
          onChange={(event) => draft.change({ isPunch: event.currentTarget.checked })}
        />
        <div>
          <AudienceBadge journey={journey.id} space={space} />
        </div>
        {hides && chosen !== undefined && (
          <Text size="xs" c="dimmed">
            {t('pin.hides', { name: chosen.label })}
          </Text>
        )}
        <FormButtons
          label={t(hides ? 'pin.showAndAdd' : 'pin.add')}
          size="xs"
          side="start"
          disabled={title.trim() === ''}
          loading={busy}
          onCancel={clearThen(draft, onCancel)}
        />
      </Stack>
    </form>
  );
};
