// Finds an invitation among the arguments the app was started with: `plumbline:join/CODE?server=https%3A%2F%2F...`.

export interface JoinLink {
  readonly code: string;
  /** The address of the server that knows the code; null in a link that names none. */
  readonly server: string | null;
}

/** The code in capitals, or null. A command line may hold anything; only what looks like an invitation is let through. */
export const joinLinkIn = (args: readonly string[]): JoinLink | null => {
  for (const arg of args) {
    const found = /^plumbline:(?:\/\/)?join\/([A-Za-z0-9]{3,10}(?:-[A-Za-z0-9]{3,10}){0,5})\/?(?:\?(.*))?$/.exec(arg);
    if (found?.[1] !== undefined) return { code: found[1].toUpperCase(), server: serverIn(found[2]) };
  }
  return null;
};

const MOST_CHARACTERS = 300;

/** Only an address of the web; the person sees it in the form before anything is sent there. */
const serverIn = (query: string | undefined): string | null => {
  const given = new URLSearchParams(query).get('server');
  const address = given === null || given.length > MOST_CHARACTERS ? null : URL.parse(given);
  return address !== null && /^https?:$/.test(address.protocol) ? address.origin : null;
};
