// A picture or a page as large as fits, or zoomed, turned as a person turned it, with the boxes of what was read over it.
import { useElementSize } from '@mantine/hooks';
import { shownSize } from '../../domain/pictures/turned.ts';
import type { Turn } from '../../domain/records/media.ts';
import { fitInto } from './fit-into.ts';
import { FoundBoxes, ROOM, type FoundBox } from './FoundBoxes.tsx';
import { LineBoxes } from './LineBoxes.tsx';
import { TextLayer } from './TextLayer.tsx';
import type { TextLine } from './text-lines.ts';
import classes from './media.module.css';

export interface SheetProps {
  /** Size in px of the picture before it is turned; boxes are in the same px, and turn with it. */
  readonly width: number;
  readonly height: number;
  /** 1 fits the stage. */
  readonly zoom: number;
  readonly lines: readonly TextLine[];
  readonly chosen: number | null;
  readonly onChoose: (line: number | null) => void;
  /** Places of values on the page, by the name of the value; the one that is touched stands out. */
  readonly marks?: readonly SheetMark[];
  readonly marked?: string | null;
  readonly onMark?: (name: string) => void;
  /** Words that were looked for, and which of them is shown now. */
  readonly found?: readonly FoundBox[];
  readonly foundAt?: number;
  /** Its text, to be selected over the picture. */
  readonly text?: readonly TextLine[];
  /** A line of it was pressed. */
  readonly onPress?: (line: TextLine) => void;
  /** Degrees by which it is shown turned, clockwise. */
  readonly turn?: Turn;
  /** Over all of it as it is shown. */
  readonly over?: React.ReactNode;
  readonly children: React.ReactNode;
}

export interface SheetMark {
  readonly name: string;
  readonly box: FoundBox;
}
const NO_BOXES: readonly FoundBox[] = [];

const NO_MARKS: readonly SheetMark[] = [];

export const Sheet = (props: SheetProps): React.JSX.Element => {
  const { width, height, zoom, lines, chosen, onChoose, marks = NO_MARKS, marked = null, onMark, children } = props;
  const { found = NO_BOXES, foundAt = -1, text, onPress, turn = 0, over } = props;
  const { ref, width: room, height: tall } = useElementSize();
  const shown = shownSize({ width, height, turn });
  const scale = fitInto({ width: room, height: tall }, shown) * zoom;
  return (
    <div ref={ref} className={classes['stage']}>
      <div className={classes['sheet']} style={{ width: shown.width * scale, height: shown.height * scale }}>
        <div
          className={classes['turned']}
          style={{ width: width * scale, height: height * scale, rotate: `${turn}deg` }}
        >
          {children}
          <svg className={classes['boxes']} viewBox={`0 0 ${width} ${height}`} aria-hidden>
            <LineBoxes lines={lines} chosen={chosen} onChoose={onChoose} />
            <FoundBoxes boxes={found} now={foundAt} />
            {marks.map(({ name, box }) => (
              <rect
                key={name}
                className={classes['mark']}
                x={box[0] - ROOM}
                y={box[1] - ROOM}
                width={box[2] - box[0] + 2 * ROOM}
                height={box[3] - box[1] + 2 * ROOM}
                rx={ROOM}
                data-name={name}
                data-chosen={name === marked || undefined}
                onClick={() => onMark?.(name)}
              />
            ))}
          </svg>
          {text !== undefined && (
            <TextLayer width={width} height={height} lines={text} onChoose={onChoose} onPress={onPress} />
          )}
        </div>
        {over}
      </div>
    </div>
  );
};
