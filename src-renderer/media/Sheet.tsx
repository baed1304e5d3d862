// A picture or a page as large as fits, or zoomed, with the boxes of what was read over it.
import { useElementSize } from '@mantine/hooks';
import type { TextLine } from './text-lines.ts';
import classes from './media.module.css';

export interface SheetProps {
  /** Size in px of what is shown; boxes are in the same px. */
  readonly width: number;
  readonly height: number;
  /** 1 fits the stage. */
  readonly zoom: number;
  readonly lines: readonly TextLine[];
  readonly chosen: number | null;
  readonly onChoose: (line: number | null) => void;
  readonly children: React.ReactNode;
}

const MARGIN = 32;
/** A stamp-sized scan is not blown up to fill a screen. */
const LARGEST_FIT = 2;

export const Sheet = ({ width, height, zoom, lines, chosen, onChoose, children }: SheetProps): React.JSX.Element => {
  const { ref, width: room, height: tall } = useElementSize();
  const fit = room === 0 ? 0 : Math.min((room - MARGIN) / width, (tall - MARGIN) / height, LARGEST_FIT);
  const scale = Math.max(0, fit) * zoom;
  return (
    <div ref={ref} className={classes['stage']}>
      <div className={classes['sheet']} style={{ width: width * scale, height: height * scale }}>
        {children}
        <svg className={classes['boxes']} viewBox={`0 0 ${width} ${height}`} aria-hidden>
          {lines.map(({ at, box }) =>
            box === null ? null : (
              <rect
                key={at}
                x={box[0]}
                y={box[1]}
                width={box[2] - box[0]}
                height={box[3] - box[1]}
                data-chosen={at === chosen || undefined}
                onMouseEnter={() => onChoose(at)}
                onMouseLeave={() => onChoose(null)}
              />
            ),
          )}
        </svg>
      </div>
    </div>
  );
};
