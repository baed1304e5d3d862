// Takes the files out of what was dropped or pasted, and knows the shortcut that asks for more.

/** Files of a drop or the clipboard; a pasted picture has no name of its own and gets `pastedName`. */
export const filesOf = (data: DataTransfer | null, pastedName: string): readonly File[] =>
  [...(data?.files ?? [])].map((file) => {
    // Chromium calls every bitmap of the clipboard image.png.
    if (file.name !== 'image.png') return file;
    return new File([file], `${pastedName}.png`, { type: file.type, lastModified: file.lastModified });
  });

/** Ctrl+Shift+A, or Command on a Mac. */
export const isAddShortcut = (event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'key'>): boolean =>
  (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'a';
