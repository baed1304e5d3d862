// Which files go where: a file of the family's goes where the family names it, and nowhere because a guest does.
import { expect, test } from 'vitest';
import { keyOf, type PersonId, type RecordKey, type SpaceId } from '../../../domain/kernel/ids.ts';
import { transfersNeeded, type NamedOriginal } from '../../../src-renderer/sync/files/transfer-plan.ts';
import { ANNA, BEN, JOURNEY, MILLER, PARTY, PRIVATE } from '../../support/records.ts';

const RIVAL_SPACE = PARTY.replace(/e1$/, 'e2');
const RIVAL = MILLER.replace(/c$/, 'd');

const named = (
  id: string,
  sha: string,
  {
    space,
    by,
    movedTo = null,
  }: { readonly space: SpaceId; readonly by: PersonId; readonly movedTo?: RecordKey | null },
): NamedOriginal => ({
  key: keyOf(space, `photo_${id}`),
  space,
  journey: JOURNEY,
  createdAt: 1,
  createdBy: by,
  movedTo,
  sha,
  bytes: 1_000,
  mime: 'image/jpeg',
  preview: { sha: `small ${sha}`, bytes: 10 },
});

test('a guest who names the hash of a private file is not brought it; what the family showed is, whoever of them', () => {
  const originals = [
    named('1', 'private', { space: PRIVATE, by: ANNA }),
    named('2', 'of a rival', { space: RIVAL_SPACE, by: RIVAL }),
    named('3', 'shown by Ben', { space: PRIVATE, by: BEN }),
    named('4', 'shown as it is', { space: PRIVATE, by: ANNA, movedTo: keyOf(PARTY, 'photo_14') }),
    named('11', 'private', { space: PARTY, by: MILLER }),
    named('12', 'of a rival', { space: PARTY, by: MILLER }),
    named('13', 'shown by Ben', { space: PARTY, by: BEN }),
    named('14', 'shown as it is', { space: PARTY, by: MILLER }),
    named('15', 'their own', { space: PARTY, by: MILLER }),
  ];
  const all = new Set(originals.map(({ sha }) => sha));
  const moved = transfersNeeded({
    originals,
    me: ANNA,
    here: all,
    previewed: all,
    freed: new Set(),
    there: new Set(),
    mayRead: () => true,
    mayWrite: () => true,
  });
  const sent = moved.filter(({ space, direction }) => space === PARTY && direction === 'up');
  for (const what of ['preview', 'original'] as const)
    expect(
      sent
        .filter((transfer) => transfer.what === what)
        .map(({ of }) => of)
        .toSorted(),
    ).toEqual(['shown as it is', 'shown by Ben', 'their own']);
});
