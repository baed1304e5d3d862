// The marks over a photo; while someone draws, new ones are drawn here and chosen ones are moved.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { markShapes, markSizes, movedMark, withinPicture } from '../../../domain/pictures/mark-shapes.ts';
import { pointOf, shownSize, type Point } from '../../../domain/pictures/turned.ts';
import type { Mark } from '../../../domain/records/mark.ts';
import { DrawnMark } from '../../media/DrawnMark.tsx';
import { focusSoon } from '../../ui/focus.ts';
import { markFieldId } from './mark-field-id.ts';
import type { Photo } from './photo-groups.ts';
import type { Markup } from './use-markup.ts';
import classes from './viewer.module.css';

/** Shorter than this, as a fraction of the picture, a stroke was a slip of the hand. */
const SLIP = 0.012;

interface Hand {
  /** What is being drawn or moved, as it is now. */
  readonly mark: Mark;
  /** The mark that is moved; null for a new one. */
  readonly id: string | null;
  readonly start: Point;
  readonly was: Mark;
}

export const MarkLayer = ({ photo, markup }: { readonly photo: Photo; readonly markup: Markup }): React.JSX.Element => {
  const { t } = useTranslation('capture');
  const { marks, tool, chosen, choose, add, change } = markup;
  const turn = photo.body.turn ?? 0;
  const size = shownSize(photo.body);
  const [hand, setHand] = useState<Hand | null>(null);

  const pointAt = (event: React.PointerEvent): Point => {
    const svg = event.currentTarget.closest('svg') ?? event.currentTarget;
    const { left, top, width, height } = svg.getBoundingClientRect();
    return pointOf(
      { x: withinPicture((event.clientX - left) / width), y: withinPicture((event.clientY - top) / height) },
      turn,
    );
  };
  const begin = (event: React.PointerEvent<SVGSVGElement>): void => {
    if (tool === null || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const start = pointAt(event);
    if (tool === 'choose') {
      const id =
        event.target instanceof Element
          ? (event.target.closest('[data-mark]')?.getAttribute('data-mark') ?? null)
          : null;
      const mark = marks.find(([known]) => known === id)?.[1];
      choose(id);
      if (id !== null && mark !== undefined) setHand({ id, mark, was: mark, start });
      return;
    }
    const mark: Mark = { kind: tool, from: [start.x, start.y], to: [start.x, start.y], text: '' };
    setHand({ id: null, mark, was: mark, start });
  };
  const move = (event: React.PointerEvent<SVGSVGElement>): void => {
    if (hand === null) return;
    const { x, y } = pointAt(event);
    const mark: Mark =
      hand.id === null
        ? { ...hand.mark, to: hand.mark.kind === 'text' ? hand.mark.from : [x, y] }
        : movedMark(hand.was, { x: x - hand.start.x, y: y - hand.start.y });
    setHand({ ...hand, mark });
  };
  const end = (): void => {
    if (hand === null) return;
    setHand(null);
    const { id, mark, was } = hand;
    if (id !== null) {
      if (mark !== was) void change(id, mark);
      return;
    }
    if (mark.kind !== 'text' && Math.hypot(mark.to[0] - mark.from[0], mark.to[1] - mark.from[1]) < SLIP) return;
    const made = add(mark);
    choose(made);
    if (mark.kind === 'text' || mark.kind === 'measure') focusSoon(markFieldId(made));
  };

  return (
    <svg
      className={classes['marks']}
      viewBox={`0 0 ${size.width} ${size.height}`}
      data-tool={tool ?? undefined}
      role="img"
      aria-label={t('drawn', { count: marks.length })}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => setHand(null)}
      onMouseDown={(event) => tool !== null && event.stopPropagation()}
    >
      {marks.map(([id, mark]) => {
        const shown = toBeSeen(hand?.id === id ? hand.mark : mark);
        return (
          <g key={id} data-mark={id} data-chosen={id === chosen || undefined}>
            <Grip mark={shown} size={size} turn={turn} />
            <DrawnMark mark={shown} size={size} turn={turn} />
          </g>
        );
      })}
      {hand !== null && hand.id === null && <DrawnMark mark={hand.mark} size={size} turn={turn} />}
    </svg>
  );
};

/** A text that has no words yet. */
const toBeSeen = (mark: Mark): Mark => (mark.kind === 'text' && mark.text === '' ? { ...mark, text: '…' } : mark);

/** A wide unseen stroke, so that a thin line can be taken hold of. */
const Grip = ({ mark, size, turn }: React.ComponentProps<typeof DrawnMark>): React.JSX.Element => {
  const { line, letter } = markSizes(size);
  return (
    <g className={classes['grip']} strokeWidth={line * 7} strokeLinecap="round">
      {markShapes(mark, { size, turn }).map((shape) => {
        const at = JSON.stringify(shape);
        if (shape.shape === 'line')
          return <line key={at} x1={shape.from.x} y1={shape.from.y} x2={shape.to.x} y2={shape.to.y} />;
        if (shape.shape === 'ring')
          return (
            <ellipse key={at} cx={shape.middle.x} cy={shape.middle.y} rx={shape.across} ry={shape.down} fill="none" />
          );
        if (shape.shape !== 'words') return null;
        const width = Math.max(letter * 2, shape.text.length * letter * 0.55);
        const left = shape.at.x - (shape.anchor === 'middle' ? width / 2 : 0);
        return <rect key={at} x={left} y={shape.at.y - letter} width={width} height={letter * 1.3} data-words />;
      })}
    </g>
  );
};
