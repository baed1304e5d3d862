// One photo that is here twice becomes one: what people made of the other goes over to the one that is kept, nothing is lost.
import { z } from 'zod';
import { idOfKey, recordKey, spaceOfKey, type RecordId, type RecordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { recordAs, type BodyOf, type RecordOf } from '../records/registry.ts';
import { journeyOfSpace } from '../spaces/space.ts';
import { edited, findLive, made, type Edit } from './changes.ts';
import { defineCommand, type Change, type Need, type Reads } from './command.ts';
import { pairId } from './pair.ts';
import { readingKey } from './reading.ts';
import { putRight } from './seen.ts';

type Photo = RecordOf<'photo'>;

/** The other goes to the trash, from where it comes back as it was. Only photos that the same people see become one. */
export const photoMerge = defineCommand({
  name: 'photo.merge',
  input: z.object({ keep: recordKey, other: recordKey }),
  needs: ({ keep, other }) => [
    { key: keep },
    { key: other },
    { key: readingKey(keep) },
    { key: readingKey(other) },
    { type: 'comment', parent: other },
    { type: 'task', parent: other },
    ...inJourney(keep),
  ],
  plan: (reads, { keep, other }, { at }) => {
    const kept = findLive(reads, 'photo', keep);
    if (!kept.ok) return kept;
    const gone = findLive(reads, 'photo', other);
    if (!gone.ok) return gone;
    if (keep === other || kept.value.space !== gone.value.space)
      return err({ type: 'NotAllowed', fields: ['other'], detail: `${keep} and ${other}` });
    return ok([
      ...edited(kept.value, takenOver(kept.value, gone.value)),
      ...asPage(reads, kept.value, gone.value),
      ...hungOn(reads, keep, other),
      ...named(reads, keep, other),
      ...readAs(reads, kept.value, gone.value),
      ...paired(reads, kept.value, gone.value),
      ...edited(gone.value, { trashedAt: at, body: { mergedInto: keep } }),
    ]);
  },
});

const inJourney = (key: RecordKey): readonly Need[] => {
  const journey = journeyOfSpace(spaceOfKey(key));
  return journey === null
    ? []
    : (['cost', 'quote', 'pair', 'photo', 'task', 'log', 'payment', 'alternative'] as const).map((type) => ({
        type,
        journey,
      }));
};

/** What stands in the kept photo stays; what only the other has is added. */
const takenOver = (
  kept: Photo,
  other: Photo,
): { readonly parent: RecordKey; readonly body: Partial<BodyOf<'photo'>> } => {
  const [mine, theirs] = [kept.body, other.body];
  const parent = kept.parent === '' ? other.parent : kept.parent;
  const steps = [...new Set([...(mine.steps ?? []), other.parent, ...(theirs.steps ?? [])])].filter(
    (key) => key !== '' && key !== parent,
  );
  const marks = { ...theirs.marks, ...mine.marks };
  const room = mine.room || theirs.room;
  const takenFix = mine.takenFix ?? theirs.takenFix ?? null;
  const pages = (mine.pages?.length ?? 0) > 0 ? mine.pages : theirs.pages;
  return {
    parent,
    body: {
      caption: bothCaptions(mine.caption, theirs.caption),
      takenAt: mine.takenAt ?? theirs.takenAt,
      ...(steps.length === 0 ? {} : { steps }),
      ...(Object.keys(marks).length === 0 ? {} : { marks }),
      ...(room ? { room } : {}),
      ...(takenFix === null ? {} : { takenFix }),
      ...(pages == null ? {} : { pages: swapped(pages, kept.id, other.id) }),
      ...(mine.isFine === true || theirs.isFine !== true ? {} : { isFine: true }),
    },
  };
};

const swapped = (pages: readonly RecordId[], keep: RecordId, other: RecordId): RecordId[] => [
  ...new Set(pages.map((id) => (id === other ? keep : id))),
];

/** Photographed papers of which it is a page. */
const asPage = (reads: Reads, kept: Photo, other: Photo): readonly Change[] =>
  reads
    .list('photo')
    .filter(
      ({ key, space, body }) =>
        key !== kept.key && key !== other.key && space === kept.space && body.pages?.includes(other.id) === true,
    )
    .flatMap((photo) => edited(photo, { body: { pages: swapped(photo.body.pages ?? [], kept.id, other.id) } }));

const MOST_CAPTION = 1_000;

const bothCaptions = (mine: string, theirs: string): string => {
  if (mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  const both = `${mine}\n${theirs}`;
  // What does not fit is still in the other, in the trash.
  return both.length > MOST_CAPTION ? mine : both;
};

const hungOn = (reads: Reads, keep: RecordKey, other: RecordKey): readonly Change[] => [
  ...reads
    .list('comment')
    .filter(({ parent }) => parent === other)
    .flatMap((record) => edited(record, { parent: keep })),
  ...reads.list('task').flatMap((task) => edited(task, pinnedAndProved(task, keep, other))),
  // A day's log, a planned payment that asks for photos, an alternative of a decision.
  ...[...reads.list('log'), ...reads.list('payment'), ...reads.list('alternative')].flatMap((record) =>
    edited(record, { body: { photos: instead(record.body.photos, keep, other) } }),
  ),
];

const instead = (keys: readonly RecordKey[], keep: RecordKey, other: RecordKey): RecordKey[] => [
  ...new Set(keys.map((key) => (key === other ? keep : key))),
];

/** A task hangs on it, is pinned to it, or is shown done by it. */
const pinnedAndProved = ({ parent, body }: RecordOf<'task'>, keep: RecordKey, other: RecordKey): Edit => {
  const { pin, proof, checked } = body;
  const ticks = Object.entries(checked ?? {});
  return {
    parent: parent === other ? keep : parent,
    body: {
      ...(pin?.on === other ? { pin: { ...pin, on: keep } } : {}),
      ...(proof?.includes(other) === true ? { proof: instead(proof, keep, other) } : {}),
      ...(ticks.some(([, tick]) => tick?.photo === other)
        ? {
            checked: Object.fromEntries(
              ticks.map(([id, tick]) => [id, tick?.photo === other ? { ...tick, photo: keep } : tick]),
            ),
          }
        : {}),
    },
  };
};

/** Costs and quotes whose proof it is. */
const named = (reads: Reads, keep: RecordKey, other: RecordKey): readonly Change[] => [
  ...reads
    .list('cost')
    .flatMap((cost) => (cost.body.receipt === other ? edited(cost, { body: { receipt: keep } }) : [])),
  ...reads
    .list('quote')
    .flatMap((quote) => (quote.body.document === other ? edited(quote, { body: { document: keep } }) : [])),
];

/** What a person did with what was read and seen: put right, booked, waved away. Nothing is offered a second time. */
const readAs = (reads: Reads, kept: Photo, other: Photo): readonly Change[] => {
  const mine = recordAs('reading', reads.get(readingKey(kept.key)));
  const theirs = recordAs('reading', reads.get(readingKey(other.key)));
  if (theirs === null) return [];
  if (mine === null) {
    const { space, journey } = theirs;
    const body = kept.body.sha === other.body.sha ? theirs.body : elsewhere(theirs.body, kept);
    return [made({ space, id: idOfKey(readingKey(kept.key)), type: 'reading', journey, parent: kept.key, body })];
  }
  const answered = theirs.body.offer === 'taken' || (theirs.body.offer === 'dismissed' && mine.body.offer !== 'taken');
  const open = mine.body.offer === 'open' || mine.body.offer === 'none';
  const fixes = { ...theirs.body.fixes, ...mine.body.fixes };
  const seenFixes = { ...theirs.body.seenFixes, ...mine.body.seenFixes };
  const objectFixes = { ...theirs.body.objectFixes, ...mine.body.objectFixes };
  return edited(mine, {
    body: {
      ...(Object.keys(fixes).length === 0 ? {} : { fixes }),
      ...(Object.keys(seenFixes).length === 0 ? {} : putRight(mine.body, seenFixes)),
      ...(Object.keys(objectFixes).length === 0 ? {} : { objectFixes }),
      ...(answered && open ? { offer: theirs.body.offer, made: theirs.body.made ?? null } : {}),
    },
  });
};

/**
 * What was read on a copy of another size, or turned: its words hold, their places do not. Its `sha` goes on naming what was read, so
 * that the kept one is read itself where its original is.
 */
const elsewhere = (body: BodyOf<'reading'>, { body: { width, height } }: Photo): BodyOf<'reading'> => ({
  ...body,
  pages: body.pages.map(({ source, text }) => ({ width, height, source, text, words: [] })),
});

/** Pairs of the other become pairs of the kept one, and what was said of both to each other is settled. */
const paired = (reads: Reads, kept: Photo, other: Photo): readonly Change[] => {
  const all = reads.list('pair');
  const swap = (key: RecordKey): RecordKey => (idOfKey(key) === other.id ? kept.key : key);
  return all
    .filter(
      ({ trashedAt, body }) => trashedAt === 0 && [body.before, body.after].some((key) => idOfKey(key) === other.id),
    )
    .flatMap((pair): readonly Change[] => {
      const { space, journey, body } = pair;
      const [before, after] = [swap(body.before), swap(body.after)];
      if (idOfKey(before) === idOfKey(after)) return [];
      const id = pairId(idOfKey(before), idOfKey(after));
      const standing = all.find((each) => each.id === id && each.space === space);
      if (standing === undefined)
        return [made({ space, id, type: 'pair', journey, parent: '', body: { ...body, before, after } })];
      if (standing.trashedAt === 0 && standing.body.isPair !== null) return [];
      return edited(standing, { body: { ...body, before, after }, trashedAt: 0 });
    });
};
