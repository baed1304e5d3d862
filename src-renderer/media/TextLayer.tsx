// The words of a page over its picture, unseen: so that a scan's text can be selected and copied like any other.
import type { TextLine } from './text-lines.ts';
import classes from './media.module.css';

interface TextLayerProps {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly onChoose: (line: number | null) => void;
  readonly onPress?: ((line: TextLine) => void) | undefined;
}

/** Letters stand a little lower than the top of their box and fill most of it. */
const FILLED = 0.82;

/** One element a line, its words spread over the line's width: what is selected is copied line by line. */
export const TextLayer = ({ width, height, lines, onChoose, onPress }: TextLayerProps): React.JSX.Element => (
  <div className={classes['textLayer']}>
    {lines.map(({ at, text, box }) =>
      box === null ? null : (
        <div
          key={at}
          style={{
            left: `${(box[0] / width) * 100}%`,
            top: `${(box[1] / height) * 100}%`,
            width: `${((box[2] - box[0]) / width) * 100}%`,
            height: `${((box[3] - box[1]) / height) * 100}%`,
            fontSize: `${((box[3] - box[1]) / height) * 100 * FILLED}cqh`,
          }}
          onMouseEnter={() => onChoose(at)}
          onMouseLeave={() => onChoose(null)}
          onClick={() => onPress?.({ at, text, box })}
        >
          {text}
        </div>
      ),
    )}
  </div>
);
