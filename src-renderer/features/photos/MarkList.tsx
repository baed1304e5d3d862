// The marks of a photo beside it: their words can be written and read here, and each can be taken away.
import { ActionIcon, Group, Text, TextInput, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isMarkKind } from '../../../domain/pictures/mark-shapes.ts';
import type { Mark } from '../../../domain/records/mark.ts';
import { NOTHING_TO_SAVE, useInPlace } from '../../ui/use-in-place.ts';
import { markFieldId } from './mark-field-id.ts';
import type { Markup } from './use-markup.ts';

interface MarkListProps {
  readonly markup: Markup;
  readonly mayEdit: boolean;
}

export const MarkList = ({ markup, mayEdit }: MarkListProps): React.JSX.Element | null => {
  const { t } = useTranslation('photos');
  const known = markup.marks.filter(([, { kind }]) => isMarkKind(kind));
  if (known.length === 0) return null;
  return (
    <section aria-label={t('marks.title')}>
      <Text size="sm" c="dimmed" mb={6}>
        {t('marks.title')}
      </Text>
      {known.map(([id, mark]) => (
        <MarkRow key={`${id}:${mark.text}`} id={id} mark={mark} markup={markup} mayEdit={mayEdit} />
      ))}
    </section>
  );
};

const MarkRow = ({
  id,
  mark,
  markup,
  mayEdit,
}: MarkListProps & { readonly id: string; readonly mark: Mark }): React.JSX.Element => {
  const { t } = useTranslation('photos');
  const kind = t(`marks.tool.${mark.kind}`);
  const field = useInPlace(`mark:${id}`, {
    saved: mark.text,
    save: (typed) => {
      const said = typed.trim();
      return said === mark.text ? NOTHING_TO_SAVE : markup.change(id, { ...mark, text: said });
    },
  });
  const leave = async (): Promise<void> => {
    // A text without words is nothing that could be seen or taken hold of.
    if (field.value.trim() !== '' || mark.kind !== 'text') return field.leave();
    if ((await markup.change(id, null)).ok) field.drop();
  };
  if (!mayEdit)
    return (
      <Text size="sm">
        {kind} {mark.text}
      </Text>
    );
  return (
    <Group gap={4} wrap="nowrap" mb={4}>
      <TextInput
        id={markFieldId(id)}
        size="xs"
        flex={1}
        aria-label={t('marks.words', { kind })}
        placeholder={kind}
        value={field.value}
        maxLength={500}
        onChange={(event) => field.change(event.currentTarget.value)}
        onFocus={() => markup.choose(id)}
        {...field.sign}
        onBlur={() => void leave()}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      <Tooltip label={t('marks.delete')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('marks.deleteOne', { kind, text: mark.text })}
          onClick={() => void markup.change(id, null)}
        >
          <IconTrash size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
};
