// A name as it stands in a list: people type "tiles" in a hurry, and read "Tiles".

export const titled = (words: string): string => {
  const [first = ''] = words;
  return first.toLocaleUpperCase() + words.slice(first.length);
};
