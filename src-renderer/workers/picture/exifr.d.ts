// exifr's ES build by its own name: the one that "exifr" means in Node can't be loaded twice. Only what is used.
declare module 'exifr/dist/full.esm.mjs' {
  const exifr: { readonly parse: (bytes: Uint8Array, options: { readonly pick: readonly string[]; readonly reviveValues: boolean }) => Promise<unknown> };
  export default exifr;
}
