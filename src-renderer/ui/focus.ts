// Puts the cursor into a field that is about to appear, by its id.

/** Tries for a second: what was asked for may still be opening. */
export const focusSoon = (id: string, tries = 20): void => {
  const field = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (field !== null) field.focus();
  else if (tries > 0) setTimeout(() => focusSoon(id, tries - 1), 50);
};
