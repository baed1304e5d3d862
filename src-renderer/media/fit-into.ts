// How large a picture or a page is shown so that all of it is in sight.

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Around it, px. */
const MARGIN = 32;
/** A stamp-sized scan is not blown up to fill a screen. */
const LARGEST_FIT = 2;

/** Screen px for each px of what is shown; 0 until the room is known. */
export const fitInto = (room: Size, shown: Size): number =>
  room.width === 0
    ? 0
    : Math.max(0, Math.min((room.width - MARGIN) / shown.width, (room.height - MARGIN) / shown.height, LARGEST_FIT));
