// What the page may ask of the report worker: one PDF from one description.
import type { Crop } from '../../domain/pictures/common-view.ts';
import type { Mark } from '../../domain/records/mark.ts';
import type { Turn } from '../../domain/records/media.ts';

/** A preview, and what of it is printed: turned first, then cropped, or drawn over. */
export interface PrintedPicture {
  readonly picture: Blob;
  readonly turn: Turn;
  readonly crop: Crop;
  /** Drawn over the whole picture. */
  readonly marks: readonly Mark[];
}

export type ReportCalls = {
  readonly make: {
    readonly args: {
      /** pdfmake's document definition, plain data; pictures are named in it. */
      readonly definition: Readonly<Record<string, unknown>>;
      readonly pictures: Readonly<Record<string, PrintedPicture>>;
      /** At the foot of each page; `page` has the blanks `{page}` and `{pages}`. */
      readonly footer: { readonly title: string; readonly page: string };
    };
    readonly reply: Uint8Array<ArrayBuffer>;
  };
};
