// Colours, sizes and lines of the printed report. Points throughout: 72 to the inch.

export const ACCENT = '#3159c4';
export const INK = '#1d2127';
export const DIM = '#5f6876';
export const DONE = '#17784c';
export const WARN = '#a34a06';
export const OVER = '#bb2d25';

export const colourByState = { todo: '#9aa2af', doing: ACCENT, blocked: WARN, done: DONE, skipped: '#c6ccd5' } as const;

/** A4, and the width between its margins. */
export const PAGE = { size: 'A4', margins: [48, 52, 48, 56], width: 595.28 - 96 } as const;

/** Between the columns of a table, on either side of a cell but at the table's own edges. */
export const CELL_PADDING = 6;

export const STYLES = {
  title: { fontSize: 26, bold: true, color: INK, lineHeight: 1.1 },
  eyebrow: { fontSize: 9, bold: true, color: ACCENT, characterSpacing: 0.8 },
  heading: { fontSize: 14, bold: true, color: INK, margin: [0, 26, 0, 8] },
  group: { fontSize: 10.5, bold: true, color: INK, margin: [0, 10, 0, 6] },
  label: { fontSize: 8.5, color: DIM },
  figure: { fontSize: 15, bold: true, color: INK },
  dim: { color: DIM },
  th: { fontSize: 8.5, bold: true, color: DIM },
  small: { fontSize: 8.5, color: DIM },
} as const;
