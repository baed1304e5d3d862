// Answers with photos: of a step, by the words about them, from before the work and after it.
import { dateOfDay, dayOfInstant } from '../../kernel/calendar.ts';
import type { RecordKey } from '../../kernel/ids.ts';
import type { CalendarDate, Instant } from '../../kernel/time.ts';
import { pairsOf, saidById } from '../../pictures/photo-pairs.ts';
import { stepsOfPhoto } from '../../pictures/steps-of-photo.ts';
import type { RecordOf } from '../../records/registry.ts';
import type { Question } from '../acts.ts';
import type { Answer } from '../reply.ts';
import { type Facts, holdsAll, MOST_LINKS, within } from './facts.ts';

const MOST_PHOTOS = 12;

export const photosOf = (
  { step, words = '', when }: Extract<Question, { readonly question: 'photos' }>,
  facts: Facts,
): Answer => {
  const all = within(facts.records.photos, facts);
  const byTime = all.toSorted((a, b) => takenAt(a).localeCompare(takenAt(b)));
  const found = byTime.filter((photo) => isOfStep(photo, step) && isPhotoOf(photo, words, facts));
  const pairs = pairsOf(saidById(within(facts.records.pairs, facts)), all).filter(
    ({ before, after }) => found.includes(before) || found.includes(after),
  );
  const sides = new Set(pairs.map((pair) => (when === 'after' ? pair.after : pair.before).key));
  // Before: of a pair its first side; without pairs what was taken before the work of its step ended.
  const shown =
    when === undefined ? found : found.filter((photo) => sides.has(photo.key) || isWhen(photo, when, facts));
  return {
    question: 'photos',
    step: step ?? null,
    words,
    photos: shown.slice(0, MOST_PHOTOS).map(({ key }) => key),
    count: shown.length,
    pairs: pairs.slice(0, MOST_LINKS).map(({ before, after }) => [before.key, after.key]),
  };
};

type Photo = RecordOf<'photo'>;

/** Local wall time of the picture, else when it came in: enough to put them in order. */
const takenAt = (photo: Photo): string => photo.body.takenAt ?? dayOf(photo.createdAt);

const dayOf = (at: Instant): CalendarDate => dateOfDay(dayOfInstant(at));

const isOfStep = (photo: Photo, step: RecordKey | undefined): boolean =>
  step === undefined || stepsOfPhoto(photo).includes(step);

const isPhotoOf = (photo: Photo, words: string, { records }: Facts): boolean => {
  const steps = records.steps.filter(({ key }) => stepsOfPhoto(photo).includes(key)).map(({ body }) => body.name);
  const journey = records.journeys.find(({ id }) => id === photo.journey)?.body;
  const { caption, room, name } = photo.body;
  return holdsAll([caption, room ?? '', name, ...steps, journey?.name ?? '', journey?.area ?? ''].join(' '), words);
};

const isWhen = (photo: Photo, when: 'before' | 'after', { records }: Facts): boolean => {
  const step = records.steps.find(({ key }) => key === photo.parent);
  if (step === undefined) return false;
  const day = takenAt(photo).slice(0, 'YYYY-MM-DD'.length);
  const { startedAt, finishedAt } = step.body;
  return when === 'before'
    ? startedAt === null || day <= dayOf(startedAt)
    : finishedAt !== null && day >= dayOf(finishedAt);
};
