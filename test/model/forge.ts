// What someone sends who has a device's session and writes their own client: forged authors, stamps, spaces and versions.
import { randomUUID } from 'node:crypto';
import type { WireRecord } from '../../domain/records/envelope.ts';
import { privateSpace } from '../../domain/spaces/space.ts';
import type { Prng } from './prng.ts';

/** Text that no honest device ever writes: wherever it turns up among others, a forgery got through. */
export const FORGED = 'FORGED';

interface ForgeQuestion {
  readonly prng: Prng;
  readonly journey: string;
  readonly home: string;
  readonly me: string;
  readonly other: string;
  /** Party spaces of the journey that are not the sender's. */
  readonly parties: readonly string[];
  /** Some record that the session may read. */
  readonly held: WireRecord | undefined;
}

export interface ForgedRow {
  readonly row: unknown;
  /** Who may do this by right, if not with this client: on the journey's family only, or anyone on it. */
  readonly may: 'nobody' | 'family' | 'anyone';
}

export const forgedRows = ({ prng, journey, home, me, other, parties, held }: ForgeQuestion): readonly ForgedRow[] => {
  const stamp = (ms: number): string =>
    `${Math.max(0, Math.round(ms)).toString(36).padStart(9, '0')}.0000.${String(prng.below(36 ** 5))
      .padStart(8, '0')
      .slice(0, 8)}`;
  const now = Date.now();
  const comment = (space: string, by: string, at = now): WireRecord => {
    const id = `comment_${randomUUID()}`;
    return {
      key: `${space}|${id}`,
      id,
      space,
      type: 'comment',
      journey,
      parent: '',
      v: 1,
      stamp: stamp(at),
      by,
      createdAt: now,
      createdBy: by,
      trashedAt: 0,
      past: {},
      body: { text: FORGED },
      _deleted: false,
    };
  };
  const nobodys: readonly unknown[] = [
    { assumed: null, mine: comment(journey, other) },
    { assumed: null, mine: comment(journey, me, now + 10 * 3_600_000) },
    { assumed: null, mine: { ...comment(journey, me), key: `${privateSpace(journey)}|comment_${randomUUID()}` } },
    { assumed: null, mine: { ...comment(journey, me), createdBy: other } },
    { assumed: null, mine: { ...comment(journey, me), type: 'cost' } },
    { assumed: null, mine: comment(`journey_${randomUUID()}`, me) },
    { mine: FORGED },
    ...(held === undefined
      ? []
      : [
          {
            assumed: held.stamp,
            mine: { ...held, stamp: stamp(now), by: other, body: { ...held.body, name: FORGED } },
          },
          {
            assumed: held.stamp,
            mine: { ...held, stamp: stamp(now), by: me, createdBy: `person_${randomUUID()}` },
          },
          { assumed: stamp(0), mine: { ...held, stamp: stamp(now), by: me, body: {}, _deleted: true } },
        ]),
  ];
  const familys: readonly unknown[] = [
    { assumed: null, mine: comment(privateSpace(journey), me) },
    { assumed: null, mine: comment(home, me) },
    { assumed: null, mine: { ...comment(journey, me), type: 'gadget', v: 99 } },
    ...parties.map((space) => ({ assumed: null, mine: comment(space, me) })),
  ];
  // A stamp of long ago, and nothing new: nobody may be kept by it from what is written later.
  const anyones: readonly unknown[] =
    held === undefined ? [] : [{ assumed: held.stamp, mine: { ...held, stamp: stamp(now / 2), by: me } }];
  return [
    ...nobodys.map((row) => ({ row, may: 'nobody' as const })),
    ...familys.map((row) => ({ row, may: 'family' as const })),
    ...anyones.map((row) => ({ row, may: 'anyone' as const })),
  ].filter(() => prng.chance(0.5));
};
