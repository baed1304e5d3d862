// Text that is edited where it stands: it looks like text until touched; Enter or leaving keeps it, Esc takes it back.
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import classes from './InlineText.module.css';
import { NOTHING_TO_SAVE, useInPlace } from './use-in-place.ts';

interface InlineTextProps {
  readonly label: string;
  readonly value: string;
  /** What is typed is kept under this name until it is saved, also when the window is closed or killed meanwhile. */
  readonly draft: string;
  readonly onSave: (value: string) => Promise<{ readonly ok: boolean }>;
  readonly size?: 'title' | 'heading' | 'text';
  readonly placeholder?: string;
  /** An empty text is taken back instead of saved. */
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly maxLength?: number;
}

export const InlineText = (props: InlineTextProps): ReactElement => {
  const {
    label,
    value,
    draft,
    onSave,
    size = 'text',
    placeholder,
    required = false,
    disabled = false,
    maxLength = 200,
  } = props;
  const save = (typed: string): Promise<{ readonly ok: boolean }> => {
    const next = typed.trim();
    return next === value || (required && next === '') ? NOTHING_TO_SAVE : onSave(next);
  };
  const field = useInPlace(draft, { saved: value, save });
  // Escape blurs the field, and leaving the field saves: the ref tells the two apart.
  const dropped = useRef(false);

  const leave = (): void => {
    if (dropped.current) field.drop();
    else void field.leave();
    dropped.current = false;
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    dropped.current = true;
    event.currentTarget.blur();
  };

  return (
    <input
      className={classes['field']}
      data-size={size}
      aria-label={label}
      value={field.value}
      placeholder={placeholder}
      disabled={disabled}
      maxLength={maxLength}
      {...field.sign}
      onChange={(event) => field.change(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={onKey}
    />
  );
};
