// What the page may ask of the report worker: one PDF from one description.

export type ReportCalls = {
  /** `definition` is pdfmake's document definition, plain data. */
  readonly make: { readonly args: { readonly definition: unknown }; readonly reply: Uint8Array };
};
