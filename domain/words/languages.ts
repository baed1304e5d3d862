// The languages whose words are read, wherever people wrote them.

export const LANGS = ['en', 'de', 'es'] as const;
export type Lang = (typeof LANGS)[number];
