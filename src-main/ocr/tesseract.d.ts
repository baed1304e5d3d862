// The parts of tesseract.js that its worker is made of, which have no types of their own. Only what is used.
interface TesseractApi {
  /** -1 when the data can't be used; mode 1 is LSTM only. */
  readonly Init: (folder: null, language: string, mode: number) => number;
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

type StartTesseract = (
  options: Readonly<Record<'TesseractProgress' | 'print' | 'printErr', () => void>>,
) => Promise<TesseractCore>;

declare module 'tesseract.js/src/worker-script/node/getCore.js' {
  /** The core without tesseract's old engine where the mode is LSTM only, by what this processor can do. */
  const getCore: (mode: number, path: null, answer: { readonly progress: () => void }) => Promise<StartTesseract>;
  export default getCore;
}

declare module 'tesseract.js/src/worker-script/utils/setImage.js' {
  /** Upright as the picture's EXIF says, and turned by the radians. Throws where it is no picture. */
  const setImage: (
    ...args: readonly [core: TesseractCore, api: TesseractApi, picture: Uint8Array, radians: number]
  ) => void;
  export default setImage;
}
