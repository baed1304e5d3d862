// Photos that are one paper: which those are on every device, in which order, and that nothing is lost when they are taken apart.
import { describe, expect, it } from 'vitest';
import { readingKey } from '../../../domain/commands/reading.ts';
import {
  inOrderTaken,
  likelyPapers,
  namingPhotos,
  onPages,
  pageNumberOf,
  photoPapers,
} from '../../../domain/documents/photo-pages.ts';
import { readPaper } from '../../../domain/documents/paper.ts';
import { idOfKey, spaceOfKey } from '../../../domain/kernel/ids.ts';
import type { ReceiptGuess } from '../../../domain/records/media.ts';
import { journeySpace } from '../../../domain/spaces/space.ts';
import { aJourney, addPhoto } from '../../support/a-journey.ts';
import { JOURNEY } from '../../support/records.ts';

const GUESS: ReceiptGuess = {
  kind: 'quote',
  total: { minor: 120_000, currency: 'EUR' },
  date: null,
  vendor: 'Lindner',
};
const SLIP: ReceiptGuess = { kind: 'receipt', total: { minor: 990, currency: 'EUR' }, date: null, vendor: null };

const threePhotos = () => {
  const world = aJourney();
  const keys = [addPhoto(world), addPhoto(world), addPhoto(world)] as const;
  const ids = keys.map(idOfKey);
  const read = (of: string, guess: ReceiptGuess | null) =>
    world.done('reading.save', { of, sha: 'a'.repeat(64), language: 'eng', pages: [], guess });
  const join = (order: readonly number[], guesses: Readonly<Record<string, ReceiptGuess | null>> = {}) =>
    world.done('photo.pages', { key: keys[0], pages: order.map((at) => ids[at] ?? ''), guesses });
  const pages = () => photoPapers(world.all('photo')).map((paper) => paper.pages.map(({ id }) => ids.indexOf(id)));
  return { world, keys, ids, read, join, pages };
};

describe('photo.pages', () => {
  it('makes photos one paper in an order that can be changed, and takes it apart again with the photos as they were', () => {
    const { world, keys, join, pages } = threePhotos();
    const before = keys.map((key) => world.one('photo', key).body);
    join([0, 1, 2]);
    expect(pages()).toEqual([[0, 1, 2]]);
    join([2, 0, 1]);
    expect(pages()).toEqual([[2, 0, 1]]);
    join([0, 1]);
    expect(pages()).toEqual([[0, 1]]);
    join([]);
    expect(pages()).toEqual([]);
    for (const [at, key] of keys.entries()) {
      const { pages: _pages, ...body } = world.one('photo', key).body;
      expect(body).toEqual(before[at]);
    }
  });

  it('offers the paper as a whole, no page by itself, and each by itself again when it is taken apart', () => {
    const { world, keys, ids, read, join } = threePhotos();
    const offers = () => keys.map((key) => world.one('reading', readingKey(key)).body.offer);
    read(keys[0], null);
    read(keys[1], SLIP);
    read(keys[2], null);
    expect(offers()).toEqual(['none', 'open', 'none']);
    join([0, 1], { [ids[0] ?? '']: GUESS });
    expect(offers()).toEqual(['open', 'none', 'none']);
    expect(world.one('reading', readingKey(keys[1])).body.guess).toBeNull();
    world.done('reading.dismiss', { key: readingKey(keys[0]) });
    // With another page it is another paper: it is asked once more. Read once more as it is, it is not.
    join([0, 1], { [ids[0] ?? '']: GUESS });
    expect(offers()).toEqual(['dismissed', 'none', 'none']);
    join([0, 1, 2], { [ids[0] ?? '']: GUESS });
    expect(offers()).toEqual(['open', 'none', 'none']);
    join([], { [ids[0] ?? '']: null, [ids[1] ?? '']: SLIP, [ids[2] ?? '']: null });
    expect(offers()).toEqual(['none', 'open', 'none']);
  });

  it('is one deed that can be undone', () => {
    const { world, keys, ids, read, join, pages } = threePhotos();
    for (const key of keys) read(key, key === keys[1] ? SLIP : null);
    const { events, keys: records } = join([0, 1], { [ids[0] ?? '']: GUESS });
    world.done('deed.undo', { events: [...events], records: [...records] });
    expect(pages()).toEqual([]);
    expect(world.one('reading', readingKey(keys[1])).body).toMatchObject({ offer: 'open', guess: SLIP });
  });

  it('takes no photo that other people see, none that is not here, and never two papers for one page', () => {
    const { world, keys, ids, join, pages } = threePhotos();
    const shared = addPhoto(world, { space: journeySpace(JOURNEY) });
    const answer = world.run('photo.pages', { key: keys[0], pages: [ids[0] ?? '', idOfKey(shared)], guesses: {} });
    expect(answer).toMatchObject({ error: { type: 'RecordNotFound' } });
    world.done('record.trash', { key: keys[2] });
    expect(world.run('photo.pages', { key: keys[0], pages: [ids[0] ?? '', ids[2] ?? ''], guesses: {} })).toMatchObject({
      error: { type: 'RecordTrashed' },
    });
    // Two devices said different things of one page: each shows the same one paper, and every photo is in one place.
    join([0, 1]);
    const [first, second] = [world.one('photo', keys[0]), world.one('photo', keys[1])];
    world.records.set(second.key, { ...second, body: { ...second.body, pages: [second.id, first.id] } });
    expect(pages()).toEqual([[0, 1]]);
  });

  it('what stands alone by a person’s word is not offered again', () => {
    const { world, keys } = threePhotos();
    world.done('photo.apart', { keys: [keys[0], keys[1]] });
    expect(world.all('photo').map(({ body }) => body.pages)).toEqual([[], [], undefined]);
  });

  it('a page in the trash is passed over until it comes back; the whole paper goes and comes in one deed', () => {
    const { world, keys, join, pages } = threePhotos();
    join([0, 1, 2]);
    world.done('record.trash', { key: keys[1] });
    expect(pages()).toEqual([[0, 2]]);
    world.done('record.restore', { key: keys[1] });
    const { events, keys: records } = world.done('record.trash', { key: keys[0], also: [keys[1], keys[2]] });
    expect(world.all('photo').filter(({ trashedAt }) => trashedAt === 0)).toEqual([]);
    world.done('deed.undo', { events: [...events], records: [...records] });
    expect(pages()).toEqual([[0, 1, 2]]);
  });

  it('merging a page with its copy keeps the page', () => {
    const { world, keys, join, pages } = threePhotos();
    join([0, 1]);
    world.done('photo.merge', { keep: keys[2], other: keys[1] });
    expect(pages()).toEqual([[0, 2]]);
  });
});

describe('sharing a photographed paper', () => {
  const JOURNEY_SPACE = journeySpace(JOURNEY);

  it('shows all its pages in one deed, and the copies are one paper as well', () => {
    const { world, keys, join } = threePhotos();
    join([1, 0]);
    world.done('record.share', { key: keys[0], to: JOURNEY_SPACE, pages: [{ key: keys[1] }] });
    const shared = world.all('photo').filter(({ space }) => space === JOURNEY_SPACE);
    expect(shared).toHaveLength(2);
    const [paper] = photoPapers(shared);
    expect(paper?.pages.map(({ key }) => spaceOfKey(key))).toEqual([JOURNEY_SPACE, JOURNEY_SPACE]);
    expect(paper?.pages.map(({ id }) => id)).toEqual([idOfKey(keys[1]), idOfKey(keys[0])]);
    expect(JSON.stringify(shared)).not.toContain('private_');
  });

  it('names no page that did not go along, and takes none along that is no page of it', () => {
    const { world, keys, join } = threePhotos();
    join([0, 1]);
    expect(world.run('record.share', { key: keys[0], to: JOURNEY_SPACE, pages: [{ key: keys[2] }] })).toMatchObject({
      error: { type: 'NotAllowed', fields: ['pages'] },
    });
    world.done('record.share', { key: keys[0], to: JOURNEY_SPACE });
    const shared = world.all('photo').filter(({ space }) => space === JOURNEY_SPACE);
    expect(JSON.stringify(shared)).not.toContain(idOfKey(keys[1]));
  });

  it('the family’s paper keeps a page that alone was shown to more people', () => {
    const { world, keys, join } = threePhotos();
    join([0, 1]);
    world.done('record.share', { key: keys[1], to: JOURNEY_SPACE });
    // What is shown of a shared record is its copy.
    const shown = world.all('photo').filter(({ body }) => body.movedTo == null);
    expect(photoPapers(shown).map((paper) => paper.pages.map(({ space }) => space))).toEqual([
      [spaceOfKey(keys[0]), JOURNEY_SPACE],
    ]);
  });
});

describe('pages that look like one paper', () => {
  const word = (text: string, at: number): [string, number, number, number, number, number] => [
    text,
    at * 10,
    0,
    at * 10 + 8,
    10,
    90,
  ];
  const page = (text: string, words = 40) => ({
    text,
    words: Array.from({ length: words }, (_, at) => word(`w${at}`, at)),
  });
  const candidates = (
    list: readonly {
      readonly text?: string;
      readonly words?: number;
      readonly after?: number;
      readonly guess?: ReceiptGuess | null;
    }[],
  ) => {
    const world = aJourney();
    let taken = 1_000_000;
    return list.map(({ text = '', words = 40, after = 20_000, guess = null }) => {
      taken += after;
      return { photo: world.one('photo', addPhoto(world)), taken, page: page(text, words), guess };
    });
  };
  const runs = (list: Parameters<typeof candidates>[0]) => {
    const all = candidates(list);
    return likelyPapers(all).map((run) => run.map((photo) => all.findIndex((one) => one.photo === photo)));
  };
  const quote = { ...GUESS, total: null };

  it('are taken within minutes, and end where the total stands', () => {
    expect(runs([{ guess: quote }, { guess: SLIP }])).toEqual([[0, 1]]);
    expect(runs([{ guess: quote }, { guess: null }, { guess: SLIP }, { guess: SLIP }])).toEqual([[0, 1, 2]]);
    expect(runs([{ guess: quote }, { guess: SLIP, after: 11 * 60_000 }])).toEqual([]);
    // Two slips, two quotes with their totals, a room and a quote.
    expect(runs([{ guess: SLIP }, { guess: SLIP }])).toEqual([]);
    expect(runs([{ guess: GUESS }, { guess: GUESS }])).toEqual([]);
    expect(runs([{ words: 3 }, { guess: quote }, { words: 4 }])).toEqual([]);
    // Two papers of which neither says what it is.
    expect(runs([{ guess: null }, { guess: null }])).toEqual([]);
  });

  it('come in the order they were taken, and where that is not said in the order of their names', () => {
    const world = aJourney();
    const one = (name: string, taken: number, takenAt: string | null = null) => ({
      photo: world.one('photo', addPhoto(world, { name, takenAt })),
      taken,
    });
    const names = (list: Parameters<typeof inOrderTaken>[0]) => inOrderTaken(list).map(({ photo }) => photo.body.name);
    expect(names([one('IMG 10.jpg', 5_000), one('IMG 2.jpg', 6_000), one('IMG 1.jpg', 600_000)])).toEqual([
      'IMG 2.jpg',
      'IMG 10.jpg',
      'IMG 1.jpg',
    ]);
    const at = '2026-03-02T10:00:00';
    expect(names([one('b.jpg', 5_000, at), one('a.jpg', 6_000, at)])).toEqual(['b.jpg', 'a.jpg']);
  });

  it('go by their numbers where they have some', () => {
    expect(runs([{ text: 'Seite 1 von 2' }, { text: 'Seite 2 von 2', guess: SLIP }])).toEqual([[0, 1]]);
    expect(
      runs([
        { text: 'Page 1 of 1', guess: quote },
        { text: 'Page 1 of 2', guess: quote },
      ]),
    ).toEqual([]);
    expect(
      ['Page 2 of 3', 'Seite: 2', 'Strona 2/3', 'Pág. 2', 'Blatt 2', 'homepage 2', 'no page'].map(pageNumberOf),
    ).toEqual([2, 2, 2, 2, 2, null, null]);
  });
});

it('places name their photo, so that they follow it into another order and out of the paper', () => {
  const photos = [{ id: 'photo_a' }, { id: 'photo_b' }];
  const read = readPaper(
    [
      { text: '', words: [['Quotation', 0, 0, 200, 40, 95]] },
      {
        text: '',
        words: [
          ['Total', 0, 0, 60, 20, 95],
          ['120.00', 300, 0, 380, 20, 95],
        ],
      },
    ],
    { currency: 'EUR' },
  );
  const named = namingPhotos(read, photos);
  expect(named.places.total).toMatchObject({ page: 2, photo: 'photo_b' });
  expect(onPages(named, photos.toReversed()).places.total).toMatchObject({ page: 1 });
  expect(onPages(named, [{ id: 'photo_a' }]).places.total).toBeUndefined();
  expect(onPages(named, [{ id: 'photo_a' }]).values.total).toEqual(read.values.total);
});
