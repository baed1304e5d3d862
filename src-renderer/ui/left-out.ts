// How much of a pasted text a field has no room for.

/** What a text field tells; selections and lengths in UTF-16 units, as in the HTML standard. */
export interface TextField {
  readonly value: string;
  /** -1 without a limit. */
  readonly maxLength: number;
  /** Null where a field has none, as of a number. */
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
  readonly readOnly: boolean;
}

/** Characters at the end of `text` that the browser drops when it is pasted: a field's line ends count as one character. */
export const leftOut = (field: TextField, text: string): number => {
  if (field.readOnly || field.maxLength < 0) return 0;
  const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  const room = Math.max(0, field.maxLength - (field.value.length - replaced));
  return Math.max(0, text.replaceAll('\r\n', '\n').length - room);
};
