// Seals and opens what the page keeps on disk: AES-256-GCM by WebCrypto, a fresh IV each time, bound to the place it is kept at.

/** 96 bits, the length AES-GCM is specified for (NIST SP 800-38D). */
const IV_BYTES = 12;
/** Marks the format, so that another one can be told apart later. */
const MARK = 's1.';
/** `String.fromCharCode` takes its bytes as arguments, and a stack holds only so many. */
const CHUNK = 0x2000;

export interface Cipher {
  /** `place` (a primary key) is authenticated: a sealed value moved to another place does not open. */
  readonly sealBytes: (plain: Uint8Array<ArrayBuffer>, place: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Null when it was sealed with another key, for another place, or is damaged. */
  readonly openBytes: (sealed: Uint8Array<ArrayBuffer>, place: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Any JSON value as one string of text: RxDB's Dexie storage turns byte arrays into objects. */
  readonly seal: (value: unknown, place: string) => Promise<string>;
  /** `null` when it does not open. */
  readonly open: (sealed: unknown, place: string) => Promise<{ readonly value: unknown } | null>;
}

export const createCipher = (key: CryptoKey): Cipher => {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const algorithm = (iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(place),
  });

  const sealBytes: Cipher['sealBytes'] = async (plain, place) => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, place), key, plain));
    const both = new Uint8Array(IV_BYTES + sealed.length);
    both.set(iv);
    both.set(sealed, IV_BYTES);
    return both;
  };

  const openBytes: Cipher['openBytes'] = async (sealed, place) => {
    try {
      const iv = sealed.slice(0, IV_BYTES);
      return new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, place), key, sealed.subarray(IV_BYTES)));
    } catch {
      // WebCrypto says no more than "OperationError", whatever was wrong.
      return null;
    }
  };

  return {
    sealBytes,
    openBytes,
    seal: async (value, place) => MARK + bytesToBase64(await sealBytes(encoder.encode(JSON.stringify(value)), place)),
    open: async (sealed, place) => {
      const bytes =
        typeof sealed === 'string' && sealed.startsWith(MARK) ? base64ToBytes(sealed.slice(MARK.length)) : null;
      const plain = bytes === null ? null : await openBytes(bytes, place);
      return plain === null ? null : { value: JSON.parse(decoder.decode(plain)) as unknown };
    },
  };
};

const bytesToBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
};

/** Null when the text is no base64. */
const base64ToBytes = (base64: string): Uint8Array<ArrayBuffer> | null => {
  try {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
};
