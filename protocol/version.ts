// The protocol's version: bumped when a message changes so that an older peer can't read it; a test hashes the schemas and names this file.
export const PROTOCOL_VERSION = 1;
/** The oldest client a server still serves. Older ones are told to update and go on working offline. */
export const OLDEST_CLIENT = 1;
/** The oldest server a client still talks to. With an older one it goes on working offline, and says why. */
export const OLDEST_SERVER = 1;

/** What one end speaks: its own version, and the oldest one of the other end that it still gets on with. */
export interface Spoken {
  readonly version: number;
  readonly oldest: number;
}
