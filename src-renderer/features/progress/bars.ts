// Measures of the charts that have one bar a step.

/** px of one step's bar, and of what stands around the bars. */
const ROW_PX = 28;
const FRAME_PX = 72;

export const barsHeight = (rows: number): number => rows * ROW_PX + FRAME_PX;

export const tenths = (days: number): number => Math.round(days * 10) / 10;
