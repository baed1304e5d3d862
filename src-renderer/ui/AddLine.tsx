// The line under a list: type, press Enter, go on typing. What is typed survives a closed window.
import { IconPlus } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import classes from './AddLine.module.css';
import { useDraft } from './use-draft.ts';

interface AddLineProps {
  readonly label: string;
  /** Where it says more than the label. */
  readonly placeholder?: string | undefined;
  /** The name under which what is typed is kept. */
  readonly draft: string;
  readonly maxLength: number;
  /** Answers false where it could not be added: the text comes back. */
  readonly onAdd: (text: string) => Promise<boolean>;
  readonly id?: string;
  /** Escape takes back what is typed. */
  readonly isDropped?: boolean;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export const AddLine = (props: AddLineProps): ReactElement => {
  const { id, label, placeholder = label, maxLength, onAdd, isDropped = false, className = '', children } = props;
  const draft = useDraft(props.draft, '');
  const add = async (): Promise<void> => {
    const text = draft.value.trim();
    if (text === '') return;
    draft.clear();
    if (await onAdd(text)) return;
    // Before what was typed meanwhile.
    draft.change([text, draft.latest() ?? ''].join(' ').trim());
  };
  return (
    <div className={`${classes['add']} ${className}`}>
      <IconPlus size={16} stroke={1.75} aria-hidden />
      <input
        id={id}
        className={classes['field']}
        aria-label={label}
        placeholder={placeholder}
        maxLength={maxLength}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') void add();
          if (key === 'Escape' && isDropped) draft.clear();
        }}
      />
      {children}
    </div>
  );
};
