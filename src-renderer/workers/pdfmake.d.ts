// The parts of pdfmake's browser build that the report worker uses, and tests that make papers.
declare module 'pdfmake/build/pdfmake.js' {
  interface PdfMake {
    readonly addVirtualFileSystem: (files: Readonly<Record<string, string>>) => void;
    readonly setUrlAccessPolicy: (mayRead: (url: string) => boolean) => void;
    readonly setTableLayouts: (layouts: Readonly<Record<string, unknown>>) => void;
    readonly createPdf: (definition: Readonly<Record<string, unknown>>) => {
      readonly getBuffer: () => Promise<Uint8Array<ArrayBuffer>>;
    };
  }
  const pdfmake: PdfMake;
  export default pdfmake;
}

declare module 'pdfmake/build/vfs_fonts.js' {
  const files: Readonly<Record<string, string>>;
  export default files;
}
