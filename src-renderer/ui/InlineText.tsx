// Text that is edited where it stands: it looks like text until touched; Enter or leaving keeps it, Esc takes it back.
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import classes from './InlineText.module.css';

interface InlineTextProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
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
    onSave,
    size = 'text',
    placeholder,
    required = false,
    disabled = false,
    maxLength = 200,
  } = props;
  const [typed, setTyped] = useState<string | null>(null);
  // Escape blurs the field, and leaving the field saves: the ref tells the two apart.
  const dropped = useRef(false);

  const leave = (): void => {
    const next = (typed ?? value).trim();
    setTyped(null);
    if (dropped.current || next === value || (required && next === '')) {
      dropped.current = false;
      return;
    }
    onSave(next);
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
      value={typed ?? value}
      placeholder={placeholder}
      disabled={disabled}
      maxLength={maxLength}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={onKey}
    />
  );
};
