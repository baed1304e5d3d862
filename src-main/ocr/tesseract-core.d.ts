// tesseract.js-core: tesseract itself as WebAssembly, which has no types of its own. Only what is used.
interface TesseractApi {
  /** -1 when the data can't be used; mode 1 is LSTM only. */
  readonly Init: (folder: null, language: string, mode: number) => number;
  /** Takes `/input` for its picture, turned by the radians; not 0 when it is none. 1 is upright, as EXIF counts. */
  readonly SetImageFile: (orientation: number, radians: number) => number;
  readonly Recognize: (monitor: null) => number;
  readonly GetTSVText: (page: number) => string;
  /** Forgets the picture and what was read of it. */
  readonly Clear: () => void;
}

interface TesseractCore {
  readonly FS: {
    readonly writeFile: (path: string, bytes: Uint8Array) => void;
    readonly unlink: (path: string) => void;
  };
  readonly TessBaseAPI: new () => TesseractApi;
}

declare module 'tesseract.js-core/*' {
  const start: (
    options: Readonly<Record<'TesseractProgress' | 'print' | 'printErr', () => void>>,
  ) => Promise<TesseractCore>;
  export default start;
}
