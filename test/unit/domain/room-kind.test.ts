// The kind of room told from the things in it, and how what a person says stands over what was seen.
import { describe, expect, test } from 'vitest';
import { OBJECTS } from '../../../domain/pictures/objects.ts';
import { roomKindOf } from '../../../domain/pictures/room-kind.ts';
import { seenStanding } from '../../../domain/pictures/seen.ts';

const found = (things: Readonly<Record<string, number>>) => Object.entries(things).map(([is, sure]) => ({ is, sure }));

describe('the kind of a room', () => {
  test.for([
    ['kitchen', { oven: 61, sink: 44 }],
    ['kitchen', { fridge: 91 }],
    ['kitchen', { microwave: 52 }],
    // Where people eat in the kitchen.
    ['kitchen', { table: 96, chair: 93, oven: 61 }],
    ['bathroom', { toilet: 89, sink: 83 }],
    ['bedroom', { bed: 98, chair: 52 }],
    ['living', { sofa: 89, television: 74 }],
    ['dining', { table: 96, chair: 93 }],
  ] as const)('%s', ([room, things]) => {
    expect(roomKindOf(found(things))).toBe(room);
  });

  test.for([
    ['with nothing in it', {}],
    ['with a sink, which kitchens and bathrooms have', { sink: 97 }],
    ['with only chairs', { chair: 95 }],
    ['with a bed and a sofa, seen as surely', { bed: 70, sofa: 88 }],
    ['with things that stand anywhere', { person: 99, plant: 90, clock: 80, vase: 70 }],
    ['where all is seen with half an eye', { oven: 42 }],
    ['with what only a newer build knows', { bathtub: 99 }],
  ] as const)('is not told %s', ([, things]) => {
    expect(roomKindOf(found(things))).toBeNull();
  });
});

describe('what stands beside a photo', () => {
  const seen = {
    v: 2,
    kind: 'room' as const,
    colours: [],
    objects: found({ oven: 83, fridge: 46, person: 60, bathtub: 99 }),
  };
  const names = (body: Parameters<typeof seenStanding>[0]): readonly string[] =>
    seenStanding(body)?.objects.map(({ is }) => is) ?? [];

  test('is what was seen for sure, the surest first, and the room that it speaks for', () => {
    expect(seenStanding({ seen })).toMatchObject({
      objects: [
        { is: 'oven', sure: 83, isSaid: false },
        { is: 'person', sure: 60, isSaid: false },
      ],
      roomKind: 'kitchen',
      roomKindIsSure: false,
    });
  });

  test('follows what a person says of each thing, and the room follows the things', () => {
    const objectFixes = { oven: false, bed: true, fridge: false };
    expect(names({ seen, objectFixes })).toEqual(['bed', 'person']);
    expect(seenStanding({ seen, objectFixes })?.roomKind).toBe('bedroom');
    // Seen again, and surer: what they said stands.
    const again = { ...seen, v: 3, objects: found({ oven: 99, bed: 40 }) };
    expect(names({ seen: again, objectFixes })).toEqual(['bed']);
    expect(names({ seen: again, objectFixes: { ...objectFixes, oven: null } })).toEqual(['bed', 'oven']);
  });

  test('is the room that a person says, whatever stands in it', () => {
    const seenFixes = { roomKind: 'dining' as const };
    expect(seenStanding({ seen, seenFixes })).toMatchObject({ roomKind: 'dining', roomKindIsSure: true });
  });

  test('on a photo of something else only what a person says is told', () => {
    const receipt = { ...seen, kind: 'receipt' as const };
    expect(seenStanding({ seen: receipt })).toMatchObject({ objects: [], roomKind: null });
    expect(names({ seen: receipt, objectFixes: { table: true } })).toEqual(['table']);
    // Said to be of a room after all, it needs no second look.
    expect(names({ seen: receipt, seenFixes: { kind: 'room' } })).toEqual(['oven', 'person']);
  });

  test('names every thing once', () => {
    expect(new Set(OBJECTS).size).toBe(OBJECTS.length);
  });
});
