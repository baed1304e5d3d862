// Work that someone hands over in a file: packed and read whole or not at all, offered by what stands here, taken in as one's own.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import type { Store } from '../../../src-renderer/data/store.ts';
import { inTheNameOf, offerOf, originalOf, type Question } from '../../../src-renderer/features/sync/take-in.ts';
import { takeIn } from '../../../src-renderer/features/sync/take-in-run.ts';
import { packWork, unpackWork, type WorkHead } from '../../../src-renderer/features/sync/work-file.ts';
import { aRecord, JOURNEY, MILLER, PRIVATE, stampAt } from '../../support/records.ts';

const bytesOf = (text: string): Blob => new Blob([text]);
const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const photoBody = (sha: string) => ({
  sha,
  bytes: 9,
  mime: 'image/jpeg',
  name: 'IMG_1.jpg',
  width: 4,
  height: 3,
  takenAt: null,
  thumb: 'aaaa',
  caption: 'Behind the wall',
});
const photo = aRecord({ id: 'photo_1', type: 'photo', by: MILLER, body: photoBody(shaOf('the photo')) });
const comment = aRecord({
  id: 'comment_1',
  type: 'comment',
  by: MILLER,
  parent: `${JOURNEY}|step_1`,
  body: { text: 'I come on Monday' },
});
const step = aRecord({
  id: 'step_1',
  type: 'step',
  by: MILLER,
  body: { name: 'Tiles', notes: '', state: 'doing', blockedReason: '' },
});

const headOf = (records: readonly AnyRecord[]): Pick<WorkHead, 'from' | 'madeAt' | 'work'> => ({
  from: { person: MILLER, name: 'Miller' },
  madeAt: 1_790_000_000_000,
  work: records.map((record) => ({
    record: { ...record, body: { ...record.body }, _deleted: false },
    reason: 'NotYours',
    fields: [],
  })),
});

describe('the file', () => {
  it('comes back as it was packed, originals included', async () => {
    const packed = packWork(headOf([comment, photo]), [
      { sha: shaOf('the photo'), name: 'IMG_1.jpg', file: bytesOf('the photo') },
      { sha: shaOf('another\nwith lines'), name: 'b.jpg', file: bytesOf('another\nwith lines') },
    ]);
    const read = await unpackWork(packed);
    if (!read.ok) throw new Error(read.error.type);
    expect(read.value).toMatchObject(headOf([comment, photo]));
    const texts = await Promise.all([...read.value.fileBySha].map(async ([sha, file]) => [sha, await file.text()]));
    expect(texts).toEqual([
      [shaOf('the photo'), 'the photo'],
      [shaOf('another\nwith lines'), 'another\nwith lines'],
    ]);
  });

  it('is refused when it was cut, is something else, or names another place than its record', async () => {
    const whole = packWork(headOf([photo]), [{ sha: shaOf('x'), name: 'x', file: bytesOf('x'.repeat(100)) }]);
    const forged = packWork(headOf([{ ...comment, key: `${PRIVATE}|comment_1` }]), []);
    for (const file of [whole.slice(0, whole.size - 1), whole.slice(0, 40), bytesOf(''), bytesOf('{}\n'), forged])
      expect(await unpackWork(file)).toEqual({ ok: false, error: { type: 'FileDamaged' } });
  });
});

const question = (changes: Partial<Question> = {}): Question => ({
  standing: null,
  mayWrite: true,
  hasOriginal: true,
  takenBefore: false,
  ...changes,
});
const offer = (record: AnyRecord, changes?: Partial<Question>) => offerOf({ record, fields: [] }, question(changes));

describe('what is offered', () => {
  it('makes anew what is not here, a photo only with its file', () => {
    expect(offer(comment)).toMatchObject({ kind: 'new', retry: { command: 'comment.add' } });
    expect(offer(photo)).toMatchObject({ kind: 'new', retry: { command: 'photo.add' } });
    expect(offer(photo, { hasOriginal: false })).toEqual({ kind: 'noFile', retry: null });
  });

  it('changes what stands, and says when that is newer', () => {
    const older = { ...step, stamp: stampAt(1, 'aaaaaaaa'), body: { ...step.body, state: 'todo' } };
    expect(offer(step, { standing: older })).toEqual({
      kind: 'change',
      retry: { command: 'step.change', input: { key: step.key, move: 'start' } },
    });
    const newer = { ...older, stamp: stampAt(9_000_000, 'aaaaaaaa'), body: { ...step.body, name: 'Wall tiles' } };
    expect(offer(step, { standing: newer })).toMatchObject({ kind: 'later', retry: { command: 'step.edit' } });
  });

  it('offers nothing that is there, was taken in before, is not this person’s to write, or can’t be made', () => {
    expect(offer(step, { standing: step }).kind).toBe('there');
    expect(offer(comment, { takenBefore: true }).kind).toBe('there');
    expect(offer(comment, { mayWrite: false }).kind).toBe('elsewhere');
    expect(offer(aRecord({ id: 'journey_1', type: 'journey' })).kind).toBe('unable');
    expect(offer({ ...comment, body: { text: 7 } }).kind).toBe('unable');
  });

  it('names whose words a comment’s are, and takes no hash that is none', () => {
    const { retry } = offer(comment);
    if (retry === null) throw new Error('nothing offered');
    expect(inTheNameOf(retry, (text) => `Miller wrote: ${text}`)).toMatchObject({
      input: { text: 'Miller wrote: I come on Monday' },
    });
    expect(originalOf({ ...photo, body: { sha: '../../etc' } })).toBeNull();
  });
});

describe('taking in', () => {
  const desk = (sha: string) => {
    const asked: string[] = [];
    const ran: unknown[] = [];
    const ask = async (channel: string): Promise<unknown> => {
      asked.push(channel);
      if (channel === 'blob.has') return { have: [] };
      if (channel === 'blob.begin') return { ok: true, value: { id: 'one' } };
      return { ok: true, value: channel === 'blob.finish' ? { sha, bytes: 9, mime: 'image/jpeg' } : null };
    };
    const run = async (command: string, input: unknown): Promise<unknown> => {
      ran.push([command, input]);
      return { ok: true, value: null };
    };
    // oxlint-disable typescript/no-unsafe-type-assertion -- as much of the desk as taking in asks for
    const ports = {
      store: { run } as unknown as Pick<Store, 'run'>,
      ask: ask as unknown as Bridge['ask'],
      preview: async () => {},
    };
    // oxlint-enable typescript/no-unsafe-type-assertion
    return { asked, ran, ports };
  };
  const take = (ports: ReturnType<typeof desk>['ports'], text: string) => {
    const { retry } = offer(photo);
    if (retry === null) throw new Error('nothing offered');
    return takeIn(ports, { record: photo, retry, fileBySha: new Map([[shaOf('the photo'), new File([text], 'a')]]) });
  };

  it('brings the original in first, then makes the record', async () => {
    const { asked, ran, ports } = desk(shaOf('the photo'));
    expect((await take(ports, 'the photo')).ok).toBe(true);
    expect(asked).toEqual(['blob.has', 'blob.begin', 'blob.append', 'blob.finish']);
    expect(ran).toMatchObject([['photo.add', { sha: shaOf('the photo'), caption: 'Behind the wall' }]]);
  });

  it('takes no file for another: bytes with another hash are removed again and no record is made', async () => {
    const { asked, ran, ports } = desk(shaOf('something else'));
    expect(await take(ports, 'something else')).toEqual({ ok: false, error: { type: 'FileDamaged' } });
    expect(asked.at(-1)).toBe('blob.remove');
    expect(ran).toEqual([]);
  });
});
