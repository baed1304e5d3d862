// A page that was photographed a little turned, or lies on its side, or on its head: its words are laid out as on the straight page, and their places shown where they are.
import type { ReadPage } from '../records/media.ts';
import type { Place } from '../records/paper.ts';

type Turned = Pick<ReadPage, 'width' | 'height' | 'turned'>;
type Box = Place['box'];

/** Whether a page turned by so many degrees lies on its side rather than upright or on its head. */
export const isAside = (degrees: number): boolean => Math.abs(Math.round(degrees / 90)) % 2 === 1;

/** The box with its middle turned about the page's; its sides are those of the nearest quarter, which is near enough. */
const turnBox = ([x0, y0, x1, y1]: Box, { width, height }: Turned, degrees: number): Box => {
  const angle = (degrees * Math.PI) / 180;
  const [right, down] = [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2];
  const x = right * Math.cos(angle) - down * Math.sin(angle) + width / 2;
  const y = right * Math.sin(angle) + down * Math.cos(angle) + height / 2;
  const [along, across] = [(x1 - x0) / 2, (y1 - y0) / 2];
  const [half, tall] = isAside(degrees) ? [across, along] : [along, across];
  return [x - half, y - tall, x + half, y + tall];
};

type Page = Pick<ReadPage, 'text' | 'words'> & Partial<Turned>;

/** The page with its words where they would be if it had been straight. */
export const straightPage = <P extends Page>(page: P): P => {
  const { width, height, turned } = page;
  if (turned === undefined || turned === 0 || width === undefined || height === undefined) return page;
  return {
    ...page,
    words: page.words.map(([text, x0, y0, x1, y1, sure]) => [
      text,
      ...turnBox([x0, y0, x1, y1], { width, height, turned }, -turned),
      sure,
    ]),
  };
};

/** A place on the straight page as it is on the page as taken. */
export const turnedPlace = (place: Place, pages: readonly Page[]): Place => {
  const { width, height, turned } = pages[place.page - 1] ?? {};
  if (turned === undefined || turned === 0 || width === undefined || height === undefined) return place;
  const box = turnBox(place.box, { width, height, turned }, turned);
  return { ...place, box: [Math.round(box[0]), Math.round(box[1]), Math.round(box[2]), Math.round(box[3])] };
};
