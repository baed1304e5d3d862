// Tells whoever shows search results that the index holds something else now.

const news = new EventTarget();

export const tellIndexed = (): void => void news.dispatchEvent(new Event('indexed'));

export const onIndexed = (listener: () => void): (() => void) => {
  news.addEventListener('indexed', listener);
  return () => news.removeEventListener('indexed', listener);
};
