// exifr's ES build by its own name, as in the page; only what tests use.
declare module 'exifr/dist/full.esm.mjs' {
  export const gps: (data: Uint8Array) => Promise<unknown>;
  export const parse: (data: Uint8Array, options?: object | boolean) => Promise<unknown>;
}
