// What is on each device and what the server hands its person, with what they may read by the conductor's own account of it.
import { journeyOfSpace, journeySpace, partySpace, privateSpace, spaceKind } from '../../domain/spaces/space.ts';
import type { DeviceAtRest } from './oracle.ts';
import type { Person, Stage } from './stage.ts';

export const atRest = (stage: Stage): Promise<readonly DeviceAtRest[]> =>
  Promise.all(
    stage.members.map(async ({ name, thread, person }): Promise<DeviceAtRest> => {
      const [snapshot, pulled, hello] = [
        await thread.call('snapshot', {}),
        await person.caller.pullAll({}, 1_000),
        await person.caller.hello(),
      ];
      const spaces = hello.spaces.map(({ space }) => space);
      const latest = new Map(pulled.records.map((record) => [record.key, record]));
      const server = new Map(
        [...latest].filter(([, { _deleted }]) => !_deleted).map(([key, { _deleted, ...record }]) => [key, record]),
      );
      return {
        name,
        snapshot,
        mayRead: new Set(spaces.filter((space) => spaceKind(space) !== null && !isForbidden(space, person, stage))),
        server,
        people: [person.session.person],
      };
    }),
  );

/** Spaces that are another's to give and were not given, or were taken back, whatever the server lists. */
const isForbidden = (
  space: string,
  { part, session, party, isIn }: Person,
  { home, journey }: Pick<Stage, 'home' | 'journey'>,
): boolean => {
  if (space === session.home) return false;
  const ofJourney = journeyOfSpace(space) === journey;
  switch (part) {
    case 'contractor':
      if (ofJourney) return !isIn || ![journeySpace(journey), partySpace(journey, party)].includes(space);
      return space === home;
    case 'family':
      return !isIn && (space === home || space === privateSpace(journey) || ofJourney);
    case 'owner':
    default:
      return false;
  }
};
