// A field for words in which an @ offers the names of those who can read them; who can't is named with the reason and not offered.
import { Textarea, type TextareaProps } from '@mantine/core';
import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './comments.module.css';
import { matching, mentionAt, withMention, type Named } from './mention-text.ts';
import type { Readers } from './use-readers.ts';

interface MentionFieldProps extends Omit<TextareaProps, 'value' | 'onChange' | 'onKeyDown'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly readers: Readers;
  /** In words: "Family". */
  readonly audience: string;
  /** Keys that choose no name. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** More names than these are narrowed down by typing on. */
const MOST = 6;

export const MentionField = (props: MentionFieldProps): ReactElement => {
  const { value, onChange, readers, audience, onKeyDown, ...rest } = props;
  const { t } = useTranslation('talk');
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  /** The @ whose list was waved away. */
  const [closed, setClosed] = useState<number | null>(null);
  const typed = mentionAt(value, caret);
  const isOpen = typed !== null && typed.from !== closed;
  const offered = isOpen ? matching(readers.can, typed.query).slice(0, MOST) : [];
  const refused = isOpen && typed.query.length > 0 ? matching(readers.cannot, typed.query).slice(0, MOST) : [];
  const at = Math.min(chosen, offered.length - 1);

  const take = ({ name }: Named): void => {
    if (typed === null) return;
    const next = withMention(value, typed, name);
    onChange(next.text);
    setCaret(next.caret);
    setClosed(null);
    setChosen(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const now = offered[at];
    if (now !== undefined && !event.ctrlKey && !event.metaKey) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setChosen((at + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
        return;
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        take(now);
        return;
      }
    }
    if (event.key === 'Escape' && (offered.length > 0 || refused.length > 0)) {
      event.preventDefault();
      event.stopPropagation();
      setClosed(typed?.from ?? null);
      return;
    }
    onKeyDown(event);
  };
  return (
    <div>
      <Textarea
        {...rest}
        ref={field}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
          setChosen(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKey}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? list : undefined}
        aria-activedescendant={offered.length > 0 ? `${list}-${at}` : undefined}
      />
      {(offered.length > 0 || refused.length > 0) && (
        <div className={classes['names']} id={list} role="listbox" aria-label={t('mention.list')}>
          {offered.map((person, index) => (
            <div
              key={person.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              className={classes['name']}
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
            >
              {person.name}
            </div>
          ))}
          {refused.map((person) => (
            <div key={person.id} role="option" aria-selected={false} aria-disabled className={classes['name']}>
              {t('mention.cannot', { name: person.name, audience })}
            </div>
          ))}
        </div>
      )}
    </div>
  );
};
