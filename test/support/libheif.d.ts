// libheif-js as it is used: the package has no types for the file that holds everything.
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  import type { Libheif } from '../../src-renderer/workers/picture/heic-pixels.ts';

  const create: () => Libheif;
  export default create;
}
