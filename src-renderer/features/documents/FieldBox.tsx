// One value of a paper as a field: it shows its place on the page while it is touched, and says when it is unsure.
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldName } from './paper-fields.ts';
import { useUnsure } from './use-unsure.ts';
import classes from './paper.module.css';

export interface FieldBoxProps {
  readonly field: FieldName;
  readonly label: string;
  /** Whether the label is above the field, or only told to who can't see the column it stands in. */
  readonly bare?: boolean;
  readonly value: string;
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
  const { field, label, bare = false, value, sure, doubt = null, align = 'left', onSave, onTouch, inputMode } = props;
  const { t } = useTranslation('documents');
  const [typed, setTyped] = useState<string | null>(null);
  const [odd, setOdd] = useState(false);
  const keep = (): void => {
    if (typed === null) return;
    const fits = typed === value || onSave(typed);
    setOdd(!fits);
    if (fits) setTyped(null);
  };
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
      value={typed ?? value}
      error={odd ? t('paper.odd') : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={() => onTouch(field)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
};
