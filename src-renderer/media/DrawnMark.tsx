// One mark over a photo: a light edge below, so that it is seen on any picture, and its colour above.
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { MARK_COLOUR, MARK_HALO, markShapes, markSizes, type MarkShape } from '../../domain/pictures/mark-shapes.ts';
import type { PictureSize } from '../../domain/pictures/common-view.ts';
import type { Mark } from '../../domain/records/mark.ts';
import type { Turn } from '../../domain/records/media.ts';

interface DrawnMarkProps {
  readonly mark: Mark;
  /** Of the picture as shown, px. */
  readonly size: PictureSize;
  readonly turn: Turn;
}

export const DrawnMark = ({ mark, size, turn }: DrawnMarkProps): React.JSX.Element => {
  const shapes = markShapes(mark, { size, turn });
  const { line, letter, halo, wordsHalo } = markSizes(size);
  return (
    <>
      <g stroke={MARK_HALO} strokeWidth={halo} fill="none" strokeLinecap="round" strokeLinejoin="round">
        {shapes.map((shape) => (
          <Shape key={JSON.stringify(shape)} shape={shape} />
        ))}
      </g>
      <g stroke={MARK_COLOUR} strokeWidth={line} fill="none" strokeLinecap="round" strokeLinejoin="round">
        {shapes.map((shape) => (
          <Shape key={JSON.stringify(shape)} shape={shape} letters={{ letter, wordsHalo }} fill={MARK_COLOUR} />
        ))}
      </g>
    </>
  );
};

interface ShapeProps {
  readonly shape: MarkShape;
  /** Absent for the edge below: words bring their own. */
  readonly letters?: { readonly letter: number; readonly wordsHalo: number };
  readonly fill?: string;
}

const Shape = ({ shape, letters, fill = 'none' }: ShapeProps): React.JSX.Element | null => {
  switch (shape.shape) {
    case 'line':
      return <line x1={shape.from.x} y1={shape.from.y} x2={shape.to.x} y2={shape.to.y} />;
    case 'ring':
      return <ellipse cx={shape.middle.x} cy={shape.middle.y} rx={shape.across} ry={shape.down} />;
    case 'head':
      return <polygon points={shape.points.map(({ x, y }) => `${x},${y}`).join(' ')} fill={fill} />;
    case 'words':
      return letters === undefined ? null : (
        <text
          x={shape.at.x}
          y={shape.at.y}
          textAnchor={shape.anchor}
          fontSize={letters.letter}
          fontWeight={600}
          fill={fill}
          stroke={MARK_HALO}
          strokeWidth={letters.wordsHalo}
          paintOrder="stroke"
        >
          {shape.text}
        </text>
      );
    default:
      return exhaustive(shape);
  }
};
