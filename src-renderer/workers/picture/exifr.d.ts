// exifr's ES build by its own name: what "exifr" means in Node can't be loaded there. Only what is used.
declare module 'exifr/dist/full.esm.mjs' {
  export const parse: (
    bytes: Uint8Array,
    options: { readonly pick: readonly string[]; readonly reviveValues: boolean },
  ) => Promise<unknown>;
  /** Latitude and longitude, undefined when the picture names no place. */
  export const gps: (data: Uint8Array) => Promise<unknown>;
}
