// The things in a home that can be told apart on a photo, and which of them count: those a machine is sure of, and what a person says. Pure.

/** In the order in which they are offered. What else the model knows (kites, giraffes) is not told. */
export const OBJECTS = [
  'oven',
  'fridge',
  'microwave',
  'toaster',
  'sink',
  'toilet',
  'bed',
  'sofa',
  'chair',
  'table',
  'bench',
  'television',
  'laptop',
  'clock',
  'vase',
  'plant',
  'books',
  'person',
  'cat',
  'dog',
  'bicycle',
  'car',
] as const;
export type SeenObject = (typeof OBJECTS)[number];

/** One thing, and how sure the machine is that it is there, in percent. */
export interface FoundObject {
  readonly is: string;
  readonly sure: number;
}

/** Less sure than this is not kept at all. */
export const KEPT_FROM = 40;
/** From here on it is shown and found; below, it only weighs in when the kind of room is told. */
export const SHOWN_FROM = 50;

/** What a person said of things by name: there (true) or not (false). */
export type ObjectFixes = Readonly<Record<string, boolean | null>>;

export interface StandingObject {
  readonly is: SeenObject;
  /** 100 where a person said so. */
  readonly sure: number;
  readonly isSaid: boolean;
}

export const isSeenObject = (name: string): name is SeenObject => OBJECTS.some((known) => known === name);

/** All that speaks for something being there, the surest first; what a person says stands over what was seen. */
export const objectsStanding = (found: readonly FoundObject[], fixes: ObjectFixes): readonly StandingObject[] => {
  const said = OBJECTS.filter((is) => fixes[is] === true).map((is) => ({ is, sure: 100, isSaid: true }));
  const seen = found.flatMap(({ is, sure }): readonly StandingObject[] =>
    isSeenObject(is) && (fixes[is] ?? null) === null ? [{ is, sure, isSaid: false }] : [],
  );
  return [...said, ...seen].toSorted((a, b) => b.sure - a.sure);
};
