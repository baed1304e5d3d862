// The protocol's version: bumped when a message changes so that an older peer can't read it; a test hashes the schemas and names this file.
export const PROTOCOL_VERSION = 1;
/** The oldest client a server still serves. Older ones are told to update and go on working offline. */
export const OLDEST_CLIENT = 1;
