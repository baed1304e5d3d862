// Text made comparable: no case, no accents.

const MARKS = /\p{M}+/gu;

/** "Küche" -> "kuche", "Baño" -> "bano", "weiß" -> "weiss". */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(MARKS, '').replaceAll('ß', 'ss');
