// Takes the place out of a picture before it is shown to people outside the family: where a house stands is not theirs to know.
import { gps } from 'exifr/dist/full.esm.mjs';

/** XMP is text; it lies before the pixels, or in a block of its own that this finds too. */
const XMP_PLACE = 'GPSLatitude';

/** The picture drawn anew, without any of its metadata; null when it names no place and may go as it is, or can't be decoded. */
export const withoutPlace = async (file: Blob): Promise<Blob | null> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!(await namesPlace(bytes))) return null;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.drawImage(picture, 0, 0);
  picture.close();
  // A canvas writes pixels and nothing else. PNG stays PNG: a drawing would suffer as JPEG.
  return canvas.convertToBlob(
    file.type === 'image/png' ? { type: 'image/png' } : { type: 'image/jpeg', quality: 0.92 },
  );
};

/** Metadata that can't be read may name a place: then the picture is drawn anew rather than trusted. */
export const namesPlace = async (bytes: Uint8Array): Promise<boolean> => {
  const place: unknown = await gps(bytes).catch(() => 'unreadable');
  return (place !== undefined && place !== null) || new TextDecoder('latin1').decode(bytes).includes(XMP_PLACE);
};
