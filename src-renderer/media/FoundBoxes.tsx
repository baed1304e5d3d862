// The places of words that were looked for, over the page or photo that holds them; the one that is shown now stands out.
import classes from './media.module.css';

export type FoundBox = readonly [number, number, number, number];

interface FoundBoxesProps {
  readonly boxes: readonly FoundBox[];
  /** Which of them is shown now; -1 for none. */
  readonly now: number;
}

/** A box is drawn a little larger than its word, px of the page. */
export const ROOM = 4;

export const FoundBoxes = ({ boxes, now }: FoundBoxesProps): React.JSX.Element => (
  <>
    {boxes.map((box, at) => (
      <rect
        key={box.join(' ')}
        className={classes['foundWord']}
        x={box[0] - ROOM}
        y={box[1] - ROOM}
        width={box[2] - box[0] + 2 * ROOM}
        height={box[3] - box[1] + 2 * ROOM}
        data-now={at === now || undefined}
      />
    ))}
  </>
);
