// Draws what people marked on a photo into a copy of it, for paper: the original stays as it is.
import { MARK_COLOUR, MARK_HALO, markShapes, markSizes, type MarkShape } from '../../../domain/pictures/mark-shapes.ts';
import type { Mark } from '../../../domain/records/mark.ts';
import type { Turn } from '../../../domain/records/media.ts';
import { contextOf } from './copies.ts';

export const drawMarks = (canvas: OffscreenCanvas, marks: readonly Mark[], turn: Turn): void => {
  const context = contextOf(canvas);
  const { line, halo, letter, wordsHalo } = markSizes(canvas);
  context.resetTransform();
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.font = `600 ${letter}px Inter, sans-serif`;
  for (const shape of marks.flatMap((mark) => markShapes(mark, { size: canvas, turn }))) {
    const words = shape.shape === 'words';
    context.strokeStyle = MARK_HALO;
    context.lineWidth = words ? wordsHalo : halo;
    trace(context, shape);
    if (words) context.strokeText(shape.text, shape.at.x, shape.at.y);
    else context.stroke();
    context.strokeStyle = MARK_COLOUR;
    context.fillStyle = MARK_COLOUR;
    context.lineWidth = line;
    if (words) context.fillText(shape.text, shape.at.x, shape.at.y);
    else if (shape.shape === 'head') context.fill();
    else context.stroke();
  }
};

const trace = (context: OffscreenCanvasRenderingContext2D, shape: MarkShape): void => {
  context.beginPath();
  switch (shape.shape) {
    case 'line':
      context.moveTo(shape.from.x, shape.from.y);
      context.lineTo(shape.to.x, shape.to.y);
      return;
    case 'ring':
      context.ellipse(shape.middle.x, shape.middle.y, shape.across, shape.down, 0, 0, 2 * Math.PI);
      return;
    case 'head':
      for (const { x, y } of shape.points) context.lineTo(x, y);
      context.closePath();
      return;
    case 'words':
      context.textAlign = shape.anchor === 'middle' ? 'center' : 'start';
  }
};
