// The operating system's keyring, as far as it can be trusted with a key.
import { safeStorage } from 'electron';

export interface Keyring {
  /** False without a keyring, and with Electron's plain-text stand-in for one. */
  readonly isThere: () => boolean;
  readonly encrypt: (text: string) => Buffer;
  /** Throws when the keyring does not hold the key any more. */
  readonly decrypt: (box: Buffer) => string;
}

// The calls without `Async` are deprecated in Electron 45; the stand-in, Electron 33, has no others.
/* oxlint-disable typescript/no-deprecated */

/** Only to be asked after Electron is ready. */
export const systemKeyring: Keyring = {
  isThere: () => safeStorage.isEncryptionAvailable() && !isPlainText(),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (box) => safeStorage.decryptString(box),
};

/** On Linux without a keyring Chromium "encrypts" with a password that is in its source. */
const isPlainText = (): boolean =>
  process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
