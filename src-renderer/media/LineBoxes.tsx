// The places of the lines that were read, as boxes over the picture; the one that is pointed at stands out.
import type { TextLine } from './text-lines.ts';

interface LineBoxesProps {
  readonly lines: readonly TextLine[];
  readonly chosen: number | null;
  readonly onChoose: (line: number | null) => void;
}

export const LineBoxes = ({ lines, chosen, onChoose }: LineBoxesProps): React.JSX.Element => (
  <>
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
  </>
);
