// Of a photo that is here twice one is kept: it takes over all that people made of the other, which can be restored.
import { describe, expect, it } from 'vitest';
import { readingKey } from '../../../domain/commands/reading.ts';
import { idOfKey } from '../../../domain/kernel/ids.ts';
import { lostInMerges } from '../../../domain/pictures/lost-in-merges.ts';
import { stepsOfPhoto } from '../../../domain/pictures/steps-of-photo.ts';
import type { Mark } from '../../../domain/records/mark.ts';
import { privateSpace } from '../../../domain/spaces/space.ts';
import { aJourney, addPhoto, addStep, costInput } from '../../support/a-journey.ts';
import { JOURNEY } from '../../support/records.ts';

const PRIVATE = privateSpace(JOURNEY);
const mark = (text: string): Mark => ({ kind: 'text', from: [0.1, 0.1], to: [0.1, 0.1], text });
const word: [string, number, number, number, number, number] = ['Wall', 10, 10, 60, 30, 90];
const place = (parent: string) => ({ space: PRIVATE, journey: JOURNEY, parent });

/** Two copies, each of which a person has done something with. */
const twoCopies = () => {
  const world = aJourney();
  const [tiles, paint] = [addStep(world, 'Tiles'), addStep(world, 'Paint')];
  const keep = addPhoto(world, { parent: tiles, caption: 'The wall' });
  const other = addPhoto(world, { parent: paint, caption: 'From the door', takenAt: '2026-03-02T10:00:00' });
  return { world, tiles, paint, keep, other };
};

describe('photo.merge', () => {
  it('takes over steps, words, date, room and marks', () => {
    const { world, tiles, paint, keep, other } = twoCopies();
    world.done('photo.mark', { key: keep, id: 'mark_a', mark: mark('mine') });
    world.done('photo.mark', { key: other, id: 'mark_a', mark: mark('theirs') });
    world.done('photo.mark', { key: other, id: 'mark_b', mark: mark('more') });
    world.done('photo.edit', { key: other, set: { room: 'Kitchen', isFine: true, takenFix: '2026-02-01T08:00:00' } });
    world.done('photo.merge', { keep, other });
    const kept = world.one('photo', keep);
    expect(stepsOfPhoto(kept)).toEqual([tiles, paint]);
    expect(kept.body).toMatchObject({
      caption: 'The wall\nFrom the door',
      takenAt: '2026-03-02T10:00:00',
      takenFix: '2026-02-01T08:00:00',
      room: 'Kitchen',
      isFine: true,
      marks: { mark_a: mark('mine'), mark_b: mark('more') },
      sha: 'a'.repeat(64),
    });
    expect(world.one('photo', other)).toMatchObject({ parent: paint, body: { caption: 'From the door' } });
    expect(world.one('photo', other).trashedAt).toBeGreaterThan(0);
  });

  it('takes over comments, tasks, and costs whose receipt it is; what was booked is not offered again', () => {
    const { world, keep, other } = twoCopies();
    const [comment = ''] = world.done('comment.add', { ...place(other), text: 'Look here' }).keys;
    const [task = ''] = world.done('task.add', { ...place(other), title: 'Ask Miller' }).keys;
    const read = { sha: 'a'.repeat(64), language: 'eng', pages: [], guess: null };
    world.done('reading.save', { of: keep, ...read });
    world.done('reading.save', { of: other, ...read });
    const { space: _space, receipt: _receipt, ...cost } = costInput();
    world.done('reading.accept', { key: readingKey(other), cost });
    const [booked] = world.all('cost');
    expect(booked?.body.receipt).toBe(other);
    world.done('photo.merge', { keep, other });
    expect(world.one('comment', comment).parent).toBe(keep);
    expect(world.one('task', task).parent).toBe(keep);
    expect(world.one('cost', booked?.key).body.receipt).toBe(keep);
    expect(world.one('reading', readingKey(keep)).body).toMatchObject({ offer: 'taken', made: booked?.key });
  });

  it('takes its place where it shows work that is to be paid, and in an alternative of a decision', () => {
    const { world, keep, other } = twoCopies();
    const [payment = ''] = world.done('payment.add', {
      journey: JOURNEY,
      space: PRIVATE,
      title: 'Tiles laid',
      amount: { minor: 50_000, currency: 'EUR' },
      against: null,
      dueBy: null,
      step: null,
      needsPhotos: true,
    }).keys;
    world.done('payment.show', { key: payment, photos: [other, keep] });
    const asked = { journey: JOURNEY, question: 'Which wall?', alternatives: ['North', 'South'], step: null };
    const [decision = ''] = world.done('decision.add', asked).keys;
    world.done('decision.offer', { key: decision, place: 'a1', set: { photos: [other] } });
    world.done('photo.merge', { keep, other });
    expect(world.one('payment', payment).body.photos).toEqual([keep]);
    expect(world.all('alternative').map(({ body }) => body.photos)).toEqual([[keep]]);
  });

  it('takes over the words of one that was not read itself, their places only where the bytes are the same', () => {
    const read = {
      language: 'eng',
      guess: null,
      pages: [{ width: 400, height: 300, source: 'ocr' as const, text: 'Wall', words: [word], turned: 2 }],
    };
    for (const sha of ['a'.repeat(64), 'b'.repeat(64)]) {
      const { world, keep } = twoCopies();
      const third = addPhoto(world, { sha, width: 400, height: 300 });
      world.done('reading.save', { of: third, sha, ...read });
      world.done('photo.merge', { keep, other: third });
      const isSame = sha === world.one('photo', keep).body.sha;
      // Another `sha` than its own says that it is still to be read.
      expect(world.one('reading', readingKey(keep)).body).toMatchObject({
        sha,
        pages: isSame ? read.pages : [{ width: 4_000, height: 3_000, text: 'Wall', words: [] }],
      });
    }
  });

  it('takes over what was put right of what it shows, and a place that was taken off is off', () => {
    const { world, keep, other } = twoCopies();
    const seen = { v: 1, kind: 'other' as const, place: { lat: 52.5, lon: 13.4 } };
    for (const photo of [keep, other]) {
      world.done('reading.save', { of: photo, sha: 'a'.repeat(64), language: 'eng', pages: [], guess: null });
      world.done('reading.see', { key: readingKey(photo), seen: { ...seen, colours: [] } });
    }
    world.done('reading.correct', { key: readingKey(keep), set: { kind: 'room' } });
    world.done('reading.correct', { key: readingKey(other), set: { kind: 'plan', noPlace: true } });
    world.done('reading.correct', { key: readingKey(keep), objects: { oven: true } });
    world.done('reading.correct', { key: readingKey(other), objects: { oven: false, sink: true } });
    world.done('photo.merge', { keep, other });
    expect(world.one('reading', readingKey(keep)).body).toMatchObject({
      seenFixes: { kind: 'room', noPlace: true },
      objectFixes: { oven: true, sink: true },
      seen: { place: null },
    });
  });

  it('makes the other’s pairs its own, and none with itself', () => {
    const { world, keep, other } = twoCopies();
    const [before, third] = [addPhoto(world), addPhoto(world)];
    world.done('pair.say', { before, after: other, isPair: true });
    world.done('pair.say', { before: third, after: keep, isPair: false });
    world.done('pair.say', { before: third, after: other, isPair: true });
    world.done('pair.say', { before: keep, after: other, isTwice: false });
    world.done('photo.merge', { keep, other });
    const said = world
      .all('pair')
      .filter(({ body }) => [body.before, body.after].includes(keep) && ![body.before, body.after].includes(other))
      .map(({ body }) => [idOfKey(body.before), body.isPair]);
    expect(said).toEqual(
      expect.arrayContaining([
        [idOfKey(before), true],
        // What a person said of the kept one itself stands.
        [idOfKey(third), false],
      ]),
    );
    expect(said).toHaveLength(2);
  });

  it('is one deed: undone, both are as they were', () => {
    const { world, keep, other } = twoCopies();
    const before = addPhoto(world);
    const [comment = ''] = world.done('comment.add', { ...place(other), text: 'Look here' }).keys;
    world.done('pair.say', { before, after: other, isPair: true });
    const was = [keep, other, comment].map((key) => {
      const { body, parent, trashedAt } = world.records.get(key) ?? {};
      return { body, parent, trashedAt };
    });
    const { events, keys } = world.done('photo.merge', { keep, other });
    world.done('deed.undo', { events: [...events], records: [...keys] });
    const is = [keep, other, comment].map((key) => world.records.get(key));
    expect(is).toMatchObject(was.map(({ parent, trashedAt }) => ({ parent, trashedAt })));
    expect(world.one('photo', keep).body).toMatchObject({ caption: 'The wall', takenAt: null });
    expect(stepsOfPhoto(world.one('photo', keep))).toHaveLength(1);
    expect(world.all('pair').filter(({ trashedAt }) => trashedAt === 0)).toHaveLength(1);
  });

  it('never of photos that different people see, nor with itself or the trash', () => {
    const { world, keep, other } = twoCopies();
    const shared = addPhoto(world, { space: JOURNEY });
    const refused = { error: { type: 'NotAllowed', fields: ['other'] } };
    expect(world.run('photo.merge', { keep: shared, other: keep })).toMatchObject(refused);
    expect(world.run('photo.merge', { keep, other: shared })).toMatchObject(refused);
    expect(world.run('photo.merge', { keep, other: keep })).toMatchObject(refused);
    world.done('record.trash', { key: other });
    expect(world.run('photo.merge', { keep, other })).toMatchObject({ error: { type: 'RecordTrashed' } });
  });
});

describe('two people who merged apart', () => {
  /** What both devices hold once they have met: whoever trashed a photo has trashed it for both. */
  const met = () => {
    const { world, keep, other } = twoCopies();
    const before = new Map(world.records);
    world.done('photo.merge', { keep, other });
    const mine = new Map(world.records);
    world.records.clear();
    for (const [key, record] of before) world.records.set(key, record);
    world.wait(60_000);
    world.done('photo.merge', { keep: other, other: keep });
    const trashed = mine.get(other);
    if (trashed === undefined) throw new Error('no photo');
    const kept = world.one('photo', other);
    world.records.set(other, { ...kept, trashedAt: trashed.trashedAt, body: { ...kept.body, mergedInto: keep } });
    return { world, keep, other };
  };

  it('leave one copy to see, the one that the later of them kept; thrown away since, it stays thrown away', () => {
    const { world, keep, other } = met();
    expect([keep, other].every((key) => world.one('photo', key).trashedAt > 0)).toBe(true);
    expect(lostInMerges(world.all('photo'))).toEqual([other]);
    world.done('record.restore', { key: other });
    expect(lostInMerges(world.all('photo'))).toEqual([]);
    expect(world.one('photo', other).body.mergedInto).toBeNull();
    world.wait(60_000);
    world.done('record.trash', { key: other });
    expect(lostInMerges(world.all('photo'))).toEqual([]);
  });

  it('a copy in the trash that nobody took over is left there', () => {
    const { world, keep, other } = twoCopies();
    world.done('record.trash', { key: other });
    world.done('record.trash', { key: keep });
    expect(lostInMerges(world.all('photo'))).toEqual([]);
  });
});
