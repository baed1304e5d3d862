// Of a web address what people know it by.

const HOST = /^https?:\/\/([^\s/?#:@]+)/i;

/** `www.` left out; '' for what is no web address. */
export const siteOf = (url: string): string => (HOST.exec(url)?.[1] ?? '').toLowerCase().replace(/^www\./, '');
