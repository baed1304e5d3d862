// Says to whoever listens that the person asked for the search field; the screen may be open already.

const asked = new EventTarget();

export const askForSearch = (): void => void asked.dispatchEvent(new Event('asked'));

export const onSearchAsked = (listener: () => void): (() => void) => {
  asked.addEventListener('asked', listener);
  return () => asked.removeEventListener('asked', listener);
};

/** Ctrl+F (Command on a Mac) from anywhere, "/" where nothing is being typed. */
export const isSearchShortcut = (
  event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'key'>,
  typing: boolean,
): boolean => {
  if (event.key === '/' && !typing) return !event.ctrlKey && !event.metaKey && !event.altKey;
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'f';
};
