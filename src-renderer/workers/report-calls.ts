// What the page may ask of the report worker: one PDF from one description.

export type ReportCalls = {
  readonly make: {
    readonly args: {
      /** pdfmake's document definition, plain data; pictures are named in it. */
      readonly definition: Readonly<Record<string, unknown>>;
      readonly pictures: Readonly<Record<string, Blob>>;
      /** At the foot of each page; `page` has the blanks `{page}` and `{pages}`. */
      readonly footer: { readonly title: string; readonly page: string };
    };
    readonly reply: Uint8Array<ArrayBuffer>;
  };
};
