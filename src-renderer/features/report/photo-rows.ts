// Places photos in rows of one height that fill the page's width, like a photo book. Pure.
import type { ReportPhoto } from '../../../domain/report/journey-report.ts';

export interface Placed {
  readonly photo: ReportPhoto;
  /** Points. */
  readonly width: number;
  readonly height: number;
}

const GAP = 10;
const TALLEST = 144;
/** A row is full when its pictures, at this height, fill the width. */
const WISHED = 140;

export const photoRows = (photos: readonly ReportPhoto[], width: number): readonly (readonly Placed[])[] => {
  const rows: ReportPhoto[][] = [];
  let row: ReportPhoto[] = [];
  for (const photo of photos) {
    row.push(photo);
    if (row.length === 3 || spread(row) * WISHED + GAP * (row.length - 1) >= width) {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return rows.map((each) => placeRow(each, width));
};

/** Width of the pictures side by side at a height of 1. */
const spread = (row: readonly ReportPhoto[]): number => row.reduce((sum, photo) => sum + ratioOf(photo), 0);

const ratioOf = ({ width, height }: ReportPhoto): number => width / height;

const placeRow = (row: readonly ReportPhoto[], width: number): readonly Placed[] => {
  const height = Math.min(TALLEST, (width - GAP * (row.length - 1)) / spread(row));
  return row.map((photo) => ({ photo, width: height * ratioOf(photo), height }));
};
