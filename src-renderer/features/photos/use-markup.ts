// Drawing on a photo for components: which tool is in hand, which mark is chosen, and taking back what was drawn, mark by mark.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { marksInOrder, movedMark } from '../../../domain/pictures/mark-shapes.ts';
import { pointOf, type Point } from '../../../domain/pictures/turned.ts';
import type { Turn } from '../../../domain/records/media.ts';
import type { Mark, MarkKind } from '../../../domain/records/mark.ts';
import { useRun } from '../../data/hooks.ts';
import { isTyping } from '../../ui/typing.ts';
import type { Photo } from './photo-groups.ts';

export type Tool = 'choose' | MarkKind;

export interface Markup {
  readonly marks: readonly (readonly [string, Mark])[];
  /** Null while nobody draws. */
  readonly tool: Tool | null;
  readonly setTool: (tool: Tool | null) => void;
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
  /** Answers the new mark's id. */
  readonly add: (mark: Mark) => string;
  readonly change: (id: string, mark: Mark | null) => Promise<{ readonly ok: boolean }>;
  readonly canUndo: boolean;
  readonly undo: () => void;
}

/** A chosen mark goes so far with an arrow key, in fractions of the picture. */
const MOVE = 0.01;
const MOVES: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -MOVE, y: 0 },
  ArrowRight: { x: MOVE, y: 0 },
  ArrowUp: { x: 0, y: -MOVE },
  ArrowDown: { x: 0, y: MOVE },
};

/** The way that on a turned picture is seen as this one. */
const asSeen = ({ x, y }: Point, turn: Turn): Point => {
  const [from, to] = [pointOf({ x: 0.5, y: 0.5 }, turn), pointOf({ x: 0.5 + x, y: 0.5 + y }, turn)];
  return { x: to.x - from.x, y: to.y - from.y };
};

interface Step {
  readonly id: string;
  readonly was: Mark | null;
}

export const useMarkup = (photo: Photo): Markup => {
  const run = useRun();
  const { key } = photo;
  const turn = photo.body.turn ?? 0;
  const [tool, setTool] = useState<Tool | null>(null);
  const [chosen, choose] = useState<string | null>(null);
  const [done, setDone] = useState<readonly Step[]>([]);
  const marks = useMemo(() => marksInOrder(photo.body.marks), [photo.body.marks]);

  const write = useCallback((id: string, mark: Mark | null) => run('photo.mark', { key, id, mark }), [run, key]);
  const change = useCallback(
    (id: string, mark: Mark | null): Promise<{ readonly ok: boolean }> => {
      setDone((steps) => [...steps, { id, was: marks.find(([known]) => known === id)?.[1] ?? null }]);
      if (mark === null) choose(null);
      return write(id, mark);
    },
    [write, marks],
  );
  const add = (mark: Mark): string => {
    const id = `mark_${uuid()}`;
    void change(id, mark);
    return id;
  };
  const undo = useCallback(() => {
    const last = done.at(-1);
    if (last === undefined) return;
    setDone(done.slice(0, -1));
    if (last.was === null) choose(null);
    void write(last.id, last.was);
  }, [done, write]);

  useEffect(() => {
    if (tool === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target)) return;
      const by = MOVES[event.key];
      const mark = marks.find(([id]) => id === chosen)?.[1];
      if (by !== undefined && chosen !== null && mark !== undefined && !event.ctrlKey && !event.altKey) {
        event.preventDefault();
        void change(chosen, movedMark(mark, asSeen(by, turn)));
        return;
      }
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z';
      const isDelete = (event.key === 'Delete' || event.key === 'Backspace') && chosen !== null;
      if (!isUndo && !isDelete) return;
      // Elsewhere Ctrl+Z takes back the last deed of any kind: here it is the last mark.
      event.preventDefault();
      event.stopPropagation();
      if (isUndo) undo();
      else if (chosen !== null) void change(chosen, null);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [tool, chosen, marks, turn, undo, change]);

  return { marks, tool, setTool, chosen, choose, add, change, canUndo: done.length > 0, undo };
};
