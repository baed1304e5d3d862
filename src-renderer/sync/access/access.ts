// What the server says this device may read, kept on the device so that it is known offline too.
import { z } from 'zod';
import type { RecordId, SpaceId } from '../../../domain/kernel/ids.ts';
import { isFamilyRole } from '../../../domain/spaces/roles.ts';
import { journeyOfSpace, journeySpace, spaceKind } from '../../../domain/spaces/space.ts';
import { mayBringFiles } from '../../../domain/spaces/may-bring-files.ts';
import { cursorKeyOf } from '../../../protocol/sync/cursors.ts';
import { grantedSpace, type GrantedSpace } from '../../../protocol/sync/hello.ts';
import { ACCESS, LEFT } from '../../data/roles.ts';
import type { Settings } from '../../data/store.ts';

const KEPT_HERE = 'keptHere';
/** Grants that were left, each with its space: a space may be given and taken back again while this device is away. */
const LEFT_GRANTS = 'leftGrants';
const grants = z.array(grantedSpace);
const ids = z.array(z.string());

export interface Access {
  /** Every grant ever heard and not revoked: what role one had is known even of a space that the server has no more. */
  readonly granted: () => readonly GrantedSpace[];
  /**
   * The server's whole list. A space missing from it pauses: nothing of it is sent, nothing dropped from here; only an
   * explicit revoke does that. Resolves when it is on the disk. A server put back from a backup may have forgotten spaces, and then only devices have them.
   */
  readonly take: (list: readonly GrantedSpace[]) => Promise<void>;
  /** One more grant, said by itself. */
  readonly add: (grant: GrantedSpace) => Promise<void>;
  /** The space was left, since these grants of it were taken back. */
  readonly drop: (space: SpaceId, epochs: readonly string[]) => void;
  /** Taken away by an explicit revoke, and not granted again since. */
  readonly hasLeft: (space: SpaceId) => boolean;
  /** Whether a revoke of that grant still has to be heeded: not once it was, nor when the space was granted anew since. */
  readonly mustLeave: (space: SpaceId, epoch: string) => boolean;
  /** May be read and, but for viewers, written. */
  readonly holds: (space: SpaceId) => boolean;
  readonly mayWrite: (space: SpaceId) => boolean;
  /** Photos and documents, and their previews: less than may be written, for all but the family. */
  readonly mayBringFiles: (space: SpaceId) => boolean;
  /** Journeys that stay on this device only. */
  readonly keptHere: () => readonly RecordId[];
  readonly keepHere: (journeys: readonly RecordId[]) => void;
}

export const createAccess = (settings: Settings): Access => {
  let read: unknown;
  let grantBySpace: ReadonlyMap<SpaceId, GrantedSpace> = new Map();
  /** Asked for each record that comes or goes, so read anew only when it was set anew. */
  const grantsNow = (): typeof grantBySpace => {
    const value = settings.get(ACCESS);
    if (value !== read) {
      const parsed = grants.safeParse(value);
      // The first of a space counts, as the latest is put first.
      grantBySpace = new Map((parsed.success ? parsed.data : []).toReversed().map((grant) => [grant.space, grant]));
      read = value;
    }
    return grantBySpace;
  };
  const granted = (): readonly GrantedSpace[] => [...grantsNow().values()].toReversed();
  const save = (list: readonly GrantedSpace[]): Promise<void> => settings.set(ACCESS, list);
  /** Spaces of the server's last list; null until it was heard since the start. */
  let present: ReadonlySet<SpaceId> | null = null;
  const grantOf = (space: SpaceId): GrantedSpace | undefined =>
    present === null || present.has(space) ? grantsNow().get(space) : undefined;
  const remember = async (list: readonly GrantedSpace[]): Promise<void> => {
    const fresh = new Set(list.map(({ space }) => space));
    const saved = save([...list, ...granted().filter(({ space }) => !fresh.has(space))]);
    void settings.set(
      LEFT,
      listOf(LEFT).filter((space) => !fresh.has(space)),
    );
    await saved;
  };
  /** A party space is opened by its first record: the family of a journey may write there before the server has said so. */
  const isOwnParty = (space: SpaceId): boolean => {
    const journey = spaceKind(space) === 'party' ? journeyOfSpace(space) : null;
    return journey !== null && isFamilyRole(grantOf(journeySpace(journey))?.role);
  };
  const listOf = (name: string): readonly string[] => {
    const parsed = ids.safeParse(settings.get(name));
    return parsed.success ? parsed.data : [];
  };
  const keptHere = (): readonly RecordId[] => listOf(KEPT_HERE);
  return {
    granted,
    take: (list) => {
      present = new Set(list.map(({ space }) => space));
      return remember(list);
    },
    add: (grant) => {
      present = new Set([...(present ?? []), grant.space]);
      return remember([grant]);
    },
    drop: (space, epochs) => {
      void save(granted().filter((grant) => grant.space !== space));
      void settings.set(LEFT, [...new Set([...listOf(LEFT), space])]);
      const left = epochs.map((epoch) => cursorKeyOf(space, epoch));
      void settings.set(LEFT_GRANTS, [...new Set([...listOf(LEFT_GRANTS), ...left])]);
    },
    hasLeft: (space) => listOf(LEFT).includes(space),
    mustLeave: (space, epoch) => {
      const now = grantOf(space);
      return now === undefined ? !listOf(LEFT_GRANTS).includes(cursorKeyOf(space, epoch)) : now.epoch === epoch;
    },
    holds: (space) => grantOf(space) !== undefined,
    mayWrite: (space) => grantOf(space) !== undefined || isOwnParty(space),
    mayBringFiles: (space) => {
      const role = grantOf(space)?.role;
      return role === undefined ? isOwnParty(space) : mayBringFiles(role, space);
    },
    keptHere,
    keepHere: (journeys) => void settings.set(KEPT_HERE, [...new Set([...keptHere(), ...journeys])]),
  };
};
