// What the page may ask of the media worker, which decodes pictures away from the window's own thread.
import type { Result } from '../../domain/kernel/result.ts';
import type { FoundObject } from '../../domain/pictures/objects.ts';
import type { PhotoTraits } from '../../domain/pictures/photo-kind.ts';
import type { PhotoSeen, PictureLook, Turn } from '../../domain/records/media.ts';
import type { Alignment } from '../../domain/records/pair.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { PagePart } from '../../protocol/ipc/ocr-page.ts';

export interface PictureFacts {
  /** Size in px as shown, EXIF orientation applied. */
  readonly width: number;
  readonly height: number;
  /** JPEG, longest side 1280 px, at most 300 KB. */
  readonly preview: Blob;
  /** ThumbHash in base64. */
  readonly thumb: string;
  readonly look: PictureLook;
  /** Local wall time, null when the picture does not say. */
  readonly takenAt: string | null;
}

/** What tells photos apart, as far as pixels and EXIF say it. */
export interface PhotoMeasures {
  readonly look: PictureLook;
  /** `#rrggbb`, the largest first. */
  readonly colours: readonly string[];
  /** Null where they could not be looked for: the photo is looked at again another time. */
  readonly objects: readonly FoundObject[] | null;
  readonly traits: Omit<PhotoTraits, 'name'>;
  /** Absent when it was not asked for. */
  readonly place?: PhotoSeen['place'];
}

/** A grey picture for OCR, and the size in px of the picture as shown, to which boxes are scaled back. */
export interface PictureToRead {
  readonly image: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  /** Degrees by which it was turned back to be straight and upright: it is larger by its corners than what was seen. */
  readonly turned: number;
  /** Size in px of the copy that is read, before it was turned. */
  readonly seen: { readonly width: number; readonly height: number };
  /** The same once it was turned; what is read may be larger, and broader too. */
  readonly straight: { readonly width: number; readonly height: number };
  /** Whether lines of text stand out on it: a page, and no room. */
  readonly lined: boolean;
  /** What it is read in, one after the other; none when it is read in one go. */
  readonly parts: readonly PagePart[];
}

/** A picture, or one page of a scan, from 1. */
export interface PageOfFile {
  readonly file: Blob;
  readonly page?: number;
}

/** A preview, and how a person turned it. */
export interface TurnedPicture {
  readonly picture: Blob;
  readonly turn: Turn;
}

export type MediaCalls = {
  /** How the later picture is laid over the earlier one. */
  readonly align: {
    readonly args: { readonly before: TurnedPicture; readonly after: TurnedPicture };
    readonly reply: Alignment;
  };
  /** The picture without the place it was taken at; null when it names none. */
  readonly withoutPlace: { readonly args: { readonly file: Blob }; readonly reply: Result<Blob | null, Failure> };
  /** How many pages a scan has; 1 for every other picture. */
  readonly pageCount: { readonly args: { readonly file: Blob }; readonly reply: Result<number, Failure> };
  /** A JPEG of the picture in its full size, for kinds that no <img> shows. */
  readonly rendered: { readonly args: PageOfFile; readonly reply: Result<Blob, Failure> };
  readonly inspect: { readonly args: PageOfFile; readonly reply: Result<PictureFacts, Failure> };
  readonly measure: {
    /** `turn` is how a person turned it. */
    readonly args: { readonly file: Blob; readonly turn: Turn; readonly withPlace: boolean };
    readonly reply: Result<PhotoMeasures, Failure>;
  };
  readonly forReading: { readonly args: PageOfFile; readonly reply: Result<PictureToRead, Failure> };
};
