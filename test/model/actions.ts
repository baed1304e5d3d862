// What happens in a fuzz run, as data: made from a seed alone, so that a run can be repeated, shortened and kept.
import { z } from 'zod';
import { createPrng } from './prng.ts';

const device = z.int().min(0);
/** Decides whatever the action leaves open: which command, on which record, with which words. */
const roll = z.int();

export const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('edit'), device, roll }),
  /** Work that is done and proven, decided, agreed, signed or paid: what random-deed.ts has. */
  z.object({ kind: z.literal('deed'), device, roll }),
  z.object({ kind: z.literal('cut'), device }),
  z.object({ kind: z.literal('join'), device }),
  /** From now on this part of the device's requests goes wrong somehow, 0 to 1. */
  z.object({ kind: z.literal('flaky'), device, share: z.number() }),
  /** After so many good writes to the device's disk this many fail: aborted as by a kill, or for want of room. */
  z.object({
    kind: z.literal('badDisk'),
    device,
    left: z.int().min(0),
    times: z.int().min(1),
    how: z.enum(['aborts', 'isFull']),
  }),
  /** After so many good reads of the device's disk this many fail. */
  z.object({ kind: z.literal('badReads'), device, left: z.int().min(0), times: z.int().min(1) }),
  /** The same of the server's store; of a write see failing-store.ts. */
  z.object({
    kind: z.literal('badStore'),
    left: z.int().min(0),
    times: z.int().min(1),
    how: z.enum(['refuses', 'saysNothing', 'doesHalf', 'tears', 'cannotRead']),
  }),
  z.object({ kind: z.literal('skew'), device, ms: z.int() }),
  /** The page is loaded anew over the same disk. */
  z.object({ kind: z.literal('reload'), device }),
  z.object({ kind: z.literal('restartServer') }),
  /** The server is gone from one moment to the next; another goes on with what was on the disk. */
  z.object({ kind: z.literal('crashServer') }),
  /** The device's whole disk is copied to another computer, and both go on. Once a run: the copy is the last device. */
  z.object({ kind: z.literal('clone'), device }),
  /** A newer build writes here: a field, a version or a type that the others do not know. */
  z.object({ kind: z.literal('newer'), device, roll }),
  z.object({ kind: z.literal('revoke'), device }),
  z.object({ kind: z.literal('grant'), device }),
  /** Someone talks to the server with a device's session and no client around it. */
  z.object({ kind: z.literal('forge'), device, roll }),
  z.object({ kind: z.literal('pause'), ms: z.int().min(0) }),
  /** Until all is quiet and right, or for so long that it never will be: in kept runs, where pauses would be a guess. */
  z.object({ kind: z.literal('rest') }),
]);
export type Action = z.infer<typeof action>;

/** Woven into the rest by a chance of their own: what a seed meant before there were such is what it means still. */
type Woven = 'badReads' | 'badStore' | 'deed';

/** How often what happens, in thousandths; the rest are edits, as with people. */
const WEIGHTS: readonly (readonly [Exclude<Action['kind'], 'edit' | 'rest' | Woven>, number])[] = [
  ['cut', 50],
  ['join', 75],
  ['flaky', 30],
  ['badDisk', 15],
  ['skew', 8],
  ['reload', 12],
  ['restartServer', 6],
  ['crashServer', 6],
  ['clone', 3],
  ['newer', 15],
  ['revoke', 15],
  ['grant', 35],
  ['forge', 25],
  ['pause', 110],
];
const HOUR_MS = 3_600_000;
/** After what part of the actions the server's store or a device's disk begins to fail. */
const WOVEN = 0.035;
/** After what part of the actions somebody does one of the deeds. */
const DEEDS = 0.5;
/** Any other numbers: no two chances must be the same one. */
const [WOVEN_SEED, DEEDS_SEED] = [0x5eed, 0xdeed];

/** As many steps, and what is woven in between. Device 0 is the owner's and is never let out. */
export const actionsOf = ({
  seed,
  steps,
  devices,
}: {
  readonly seed: number;
  readonly steps: number;
  readonly devices: number;
}): readonly Action[] => {
  const prng = createPrng(seed);
  const dice = (): number => prng.below(2 ** 31);
  // One more than there are: the copy of a disk, once there is one.
  const any = (): number => prng.below(devices + 1);
  const guest = (): number => 1 + prng.below(Math.max(1, devices - 1));
  const one = (): Action => {
    let at = prng.below(1_000);
    const kind = WEIGHTS.find(([, weight]) => (at -= weight) < 0)?.[0] ?? 'edit';
    switch (kind) {
      case 'edit':
      case 'newer':
      case 'forge':
        return { kind, device: any(), roll: dice() };
      case 'cut':
      case 'join':
      case 'reload':
        return { kind, device: any() };
      case 'flaky':
        return { kind, device: any(), share: prng.pick([0, 0.1, 0.3, 0.6]) };
      case 'badDisk':
        return {
          kind,
          device: any(),
          left: prng.below(8),
          times: prng.pick([1, 1, 1, 4]),
          how: prng.pick(['aborts', 'isFull'] as const),
        };
      case 'skew':
        return { kind, device: any(), ms: prng.pick([-5, -1, 0, 1, 5, 30]) * HOUR_MS };
      case 'restartServer':
      case 'crashServer':
        return { kind };
      case 'clone':
        return { kind, device: prng.below(devices) };
      case 'revoke':
      case 'grant':
        return { kind, device: guest() };
      case 'pause':
      default:
        return { kind, ms: prng.below(60) };
    }
  };
  const weaver = createPrng(seed ^ WOVEN_SEED);
  const woven = (): Action => {
    const times = weaver.pick([1, 1, 1, 4]);
    return weaver.chance(0.5)
      ? { kind: 'badReads', device: weaver.below(devices + 1), left: weaver.below(60), times }
      : {
          kind: 'badStore',
          left: weaver.below(20),
          times,
          how: weaver.pick(['refuses', 'saysNothing', 'doesHalf', 'tears', 'cannotRead', 'cannotRead'] as const),
        };
  };
  const doer = createPrng(seed ^ DEEDS_SEED);
  const deed = (): Action => ({ kind: 'deed', device: doer.below(devices + 1), roll: doer.below(2 ** 31) });
  return Array.from({ length: steps }, one).flatMap((each) =>
    [each, weaver.chance(WOVEN) ? woven() : null, doer.chance(DEEDS) ? deed() : null].filter((some) => some !== null),
  );
};
