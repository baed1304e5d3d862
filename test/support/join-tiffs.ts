// Puts little-endian TIFFs of one page each together as the pages of one file, as a scanner does.

interface Options {
  /** The last page names the first as the next. */
  readonly loop?: boolean;
}

/** Bytes that one value of a type takes. */
const SIZE: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
const [STRIP_OFFSETS, TILE_OFFSETS] = [273, 324];

export const joinTiffs = (files: readonly Uint8Array[], { loop = false }: Options = {}): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(files.reduce((sum, { length }) => sum + length + (length & 1), 0));
  const view = new DataView(out.buffer);
  const directories: { readonly start: number; readonly end: number }[] = [];
  let base = 0;
  for (const file of files) {
    out.set(file, base);
    const start = base + view.getUint32(base + 4, true);
    const count = view.getUint16(start, true);
    for (let n = 0; n < count; n += 1) shift(view, { entry: start + 2 + n * 12, by: base });
    directories.push({ start, end: start + 2 + count * 12 });
    base += file.length + (file.length & 1);
  }
  for (const [at, { end }] of directories.entries())
    view.setUint32(end, directories[at + 1]?.start ?? (loop ? (directories[0]?.start ?? 0) : 0), true);
  return out;
};

/** What points into the file of its own points into the joined one. */
const shift = (view: DataView, { entry, by }: { readonly entry: number; readonly by: number }): void => {
  const tag = view.getUint16(entry, true);
  const [type, count] = [view.getUint16(entry + 2, true), view.getUint32(entry + 4, true)];
  const size = (SIZE[type] ?? 1) * count;
  const isOffsets = tag === STRIP_OFFSETS || tag === TILE_OFFSETS;
  const outside = size > 4;
  if (outside) view.setUint32(entry + 8, view.getUint32(entry + 8, true) + by, true);
  if (!isOffsets) return;
  const from = outside ? view.getUint32(entry + 8, true) : entry + 8;
  for (let n = 0; n < count; n += 1)
    if (type === 3) view.setUint16(from + n * 2, view.getUint16(from + n * 2, true) + by, true);
    else view.setUint32(from + n * 4, view.getUint32(from + n * 4, true) + by, true);
};
