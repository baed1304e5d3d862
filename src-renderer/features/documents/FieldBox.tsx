// One value of a paper as a field: it shows its place on the page while it is touched, and says when it is unsure.
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_SUCH_VALUE, NOTHING_TO_SAVE, useInPlace, useLeftover } from '../../ui/use-in-place.ts';
import type { FieldName } from './paper-fields.ts';
import { useUnsure } from './use-unsure.ts';
import classes from './paper.module.css';

export interface FieldBoxProps {
  readonly field: FieldName;
  readonly label: string;
  /** Whether the label is above the field, or only told to who can't see the column it stands in. */
  readonly bare?: boolean;
  readonly value: string;
  /** Of the paper: what is typed is kept under it and the field's name until it fits. */
  readonly draft: string;
  /** 0 to 100; undefined when nothing was read for it. */
  readonly sure?: number | undefined;
  /** Why it is worth a look however well it was read; null for no reason. */
  readonly doubt?: string | null;
  readonly align?: 'left' | 'right';
  /** False when what was typed is no such value: then it is kept in the field, marked. */
  readonly onSave: (text: string) => boolean;
  readonly onTouch: (field: FieldName) => void;
  readonly inputMode?: TextInputProps['inputMode'];
}

export const FieldBox = (props: FieldBoxProps): React.JSX.Element => {
  const {
    field,
    label,
    bare = false,
    value,
    draft,
    sure,
    doubt = null,
    align = 'left',
    onSave,
    onTouch,
    inputMode,
  } = props;
  const { t } = useTranslation('documents');
  const [odd, setOdd] = useState(false);
  const own = useInPlace(`paper:${draft}:${field}`, {
    saved: value,
    save: (typed) => {
      const fits = onSave(typed);
      setOdd(!fits);
      return fits ? NOTHING_TO_SAVE : NO_SUCH_VALUE;
    },
  });
  // What one sees is what Enter accepts: what a closed window left typed is put there as leaving the field would have.
  useLeftover(own);
  const read = useUnsure(sure, value !== '');
  const unsure = doubt === null || value === '' ? read : { 'data-unsure': true, title: doubt };
  return (
    <TextInput
      size="xs"
      label={bare ? undefined : label}
      aria-label={bare ? label : undefined}
      data-field={field}
      classNames={{ input: classes['input'] ?? '' }}
      styles={{ input: { textAlign: align } }}
      {...unsure}
      inputMode={inputMode}
      value={own.value}
      error={odd && own.isUnsaved ? t('paper.odd') : undefined}
      onChange={(event) => own.change(event.currentTarget.value)}
      onFocus={() => onTouch(field)}
      {...own.sign}
      onBlur={() => void own.leave()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void own.leave();
      }}
    />
  );
};
