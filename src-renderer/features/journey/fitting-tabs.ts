// Which tabs stand in the strip and which go into "More": as many as there is room for, the chosen one always among them. Pure.

/** `widths` in px, in the order of the tabs; `more` is the width of "More", which is only there when something is in it. */
export const fittingTabs = (
  ids: readonly string[],
  {
    widths,
    room,
    more,
    chosen,
  }: {
    readonly widths: readonly number[];
    readonly room: number;
    readonly more: number;
    readonly chosen: string;
  },
): { readonly shown: readonly string[]; readonly rest: readonly string[] } => {
  const widthOf = (id: string): number => widths[ids.indexOf(id)] ?? 0;
  const sum = (some: readonly string[]): number => some.reduce((all, id) => all + widthOf(id), 0);
  if (sum(ids) <= room) return { shown: ids, rest: [] };
  const left = room - more;
  const kept = ids.includes(chosen) ? [chosen] : [];
  for (const id of ids) {
    if (kept.includes(id)) continue;
    if (sum(kept) + widthOf(id) > left) break;
    kept.push(id);
  }
  return { shown: ids.filter((id) => kept.includes(id)), rest: ids.filter((id) => !kept.includes(id)) };
};
