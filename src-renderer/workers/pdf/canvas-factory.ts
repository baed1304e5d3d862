// Gives pdf.js canvases that need no document. A class, since pdf.js calls `new` on what it is given.

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

export class OffscreenCanvasFactory {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }

  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas === null) throw new Error('the canvas is gone');
    canvas.width = width;
    canvas.height = height;
  }

  destroy(held: CanvasAndContext): void {
    if (held.canvas !== null) held.canvas.width = held.canvas.height = 0;
    held.canvas = null;
    held.context = null;
  }

  getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | null {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }
}
