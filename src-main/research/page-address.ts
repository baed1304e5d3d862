// Which addresses a page may be fetched from, before anything is looked up.

/** What the web is served on. */
const PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443']);

/** Null for another scheme, a port that is no web server's, and an address that would sign somebody in. */
export const pageAddress = (typed: string): URL | null => {
  const url = urlOf(typed);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  if (url.username !== '' || url.password !== '' || url.hostname === '' || !PORTS.has(url.port)) return null;
  url.hash = '';
  return url;
};

/** Null for what is none. */
export const urlOf = (typed: string, from?: URL): URL | null => {
  try {
    return new URL(typed, from);
  } catch {
    return null;
  }
};

/** Without the brackets that an IPv6 address wears in a URL. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
