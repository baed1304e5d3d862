// The tray's decisions: what a piece of work is called, what of it is told, and how it is done again.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { definitionByType } from '../../../domain/records/registry.ts';
import { restOf } from '../../../src-renderer/features/sync/tray-rest.ts';
import { retryOf } from '../../../src-renderer/features/sync/tray-retry.ts';
import { kindOf, toldFields, workOf, type TrayWork } from '../../../src-renderer/features/sync/tray-work.ts';
import { recordName } from '../../../src-renderer/ui/record-name.ts';
import { ANNA, aRecord, JOURNEY, PRIVATE } from '../../support/records.ts';

const job = (row: unknown, reason = 'NotAllowed', fields: readonly string[] = []) => ({
  id: 'tray:1',
  kind: 'tray',
  state: 'kept',
  at: 1,
  body: { row, reason, fields },
});
const work = (record: AnyRecord, reason?: string, fields?: readonly string[]): TrayWork => {
  const read = workOf(job({ ...record, _deleted: false }, reason, fields));
  if (read === null) throw new Error('not read');
  return read;
};

const amount = { minor: 5_000, currency: 'EUR' };
const costBody = {
  description: 'Tiles',
  amount,
  category: 'tiling',
  vendor: '',
  step: null,
  state: 'due',
  date: null,
  receipt: null,
};
const cost = aRecord({ id: 'cost_1', type: 'cost', space: PRIVATE, body: costBody });
const comment = aRecord({ id: 'comment_1', type: 'comment', parent: `${JOURNEY}|step_1`, body: { text: 'On Monday' } });
const photo = aRecord({ id: 'photo_1', type: 'photo', body: { sha: 'a', name: 'IMG_1.jpg', caption: '' } });

describe('what it was', () => {
  it('is named by what a person wrote, and told without hashes and blanks', () => {
    expect([cost, comment, photo].map((record) => [kindOf(record), recordName(record)])).toEqual([
      ['cost', 'Tiles'],
      ['comment', 'On Monday'],
      ['photo', 'IMG_1.jpg'],
    ]);
    expect(recordName({ body: { ...photo.body, caption: 'The old sink' } })).toBe('The old sink');
    expect(recordName(null)).toBe('');
    expect(toldFields(work(cost))).toEqual(['amount', 'category', 'state']);
    expect(toldFields(work(photo))).toEqual([]);
  });

  it('tells only what was refused where only that was', () => {
    expect(toldFields(work(cost, 'FieldsRefused', ['amount', 'past']))).toEqual(['amount']);
  });

  it('is something else where a newer version made it, and nothing where the row is no record', () => {
    expect(kindOf({ ...cost, type: 'blueprint' })).toBe('other');
    expect(workOf(job({ nonsense: true }))).toBeNull();
    expect(workOf(job(undefined))).toBeNull();
  });

  it('has a name in words, whatever its type', () => {
    const file = new URL('../../../src-renderer/i18n/en/sync.json', import.meta.url);
    const { tray } = z
      .object({ tray: z.object({ kinds: z.record(z.string(), z.string()) }) })
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(Object.keys(definitionByType).filter((type) => tray.kinds[type] === undefined)).toEqual([]);
  });
});

const here = (standing: AnyRecord | null) => ({ standing, mayWrite: true });

const photoBody = {
  sha: 'a'.repeat(64),
  bytes: 9,
  mime: 'image/jpeg',
  name: 'IMG_1.jpg',
  preview: { sha: 'b'.repeat(64), bytes: 3 },
  width: 40,
  height: 30,
  takenAt: null,
  thumb: '',
  caption: 'The leak',
  room: 'Cellar',
  turn: 90,
  steps: [`${JOURNEY}|step_1`],
  takenFix: '2026-05-04T12:00:00',
  marks: { mark_a: { kind: 'text', from: [0, 0], to: [0, 0], text: 'Here' } },
};

describe('trying again', () => {
  it('notes a question anew and saves a finding again with what was made of it, and does not have anybody asked by itself', () => {
    const asked = { text: 'Slate tiles', kind: 'product', step: null, state: 'open', search: 'wanted', askedBy: ANNA };
    const question = aRecord({
      id: 'question_1',
      type: 'question',
      space: PRIVATE,
      body: { ...asked, results: [], provider: '', answeredAt: null },
    });
    expect(retryOf(work(question), here(null))).toEqual({
      command: 'question.ask',
      input: { journey: JOURNEY, text: 'Slate tiles', kind: 'product', step: null, search: false },
    });
    const found = { url: 'https://shop.example/', title: 'Slate', site: 'shop.example', snippet: '', kind: 'product' };
    const finding = aRecord({
      id: 'finding_1',
      type: 'finding',
      space: PRIVATE,
      body: {
        ...found,
        question: null,
        step: null,
        state: 'chosen',
        tags: [],
        notes: 'Heavy',
        prices: {},
        page: 'none',
        askedBy: ANNA,
        checkedAt: null,
      },
    });
    expect(retryOf(work(finding), here(null))).toEqual({
      command: 'finding.save',
      input: {
        journey: JOURNEY,
        ...found,
        question: null,
        step: null,
        own: { state: 'chosen', tags: [], notes: 'Heavy', prices: {} },
      },
    });
    const standing = { ...finding, body: { ...finding.body, notes: '', state: 'idea' } };
    expect(retryOf(work(finding), here(standing))).toEqual({
      command: 'finding.edit',
      input: { key: finding.key, set: { notes: 'Heavy' } },
    });
    expect(retryOf(work(finding), here({ ...standing, body: { ...finding.body, state: 'idea' } }))).toEqual({
      command: 'finding.mark',
      input: { key: finding.key, state: 'chosen' },
    });
  });

  it('adds a refused quote again with all its figures', () => {
    const rest = {
      title: 'Bathroom',
      number: 'Q-77',
      validUntil: null,
      terms: '30 days',
      lines: [],
      subtotal: amount,
      discount: null,
      tax: null,
      document: null,
    };
    const asked = { vendor: 'Miller', total: amount, currency: 'EUR', party: null, step: null, date: '2026-03-12' };
    const body = { ...rest, ...asked, kind: 'quote', places: {} };
    const quote = aRecord({ id: 'quote_1', type: 'quote', space: PRIVATE, body });
    expect(retryOf(work(quote), here(null))).toEqual({
      command: 'quote.add',
      input: { journey: JOURNEY, space: PRIVATE, ...asked, rest },
    });
  });

  it('sends marks again beside those that stand on the photo, and what was put right of a paper', () => {
    const mark = { kind: 'text', from: [0, 0], to: [0, 0], text: 'There' };
    const standing = aRecord({ id: 'photo_1', type: 'photo', body: photoBody });
    const partial = { ...standing, body: { marks: { mark_b: mark } } };
    expect(retryOf(work(partial, 'NotYours', ['marks']), here(standing))).toEqual({
      command: 'photo.edit',
      input: { key: standing.key, set: { marks: { ...photoBody.marks, mark_b: mark } } },
    });
    const reading = aRecord({ id: 'reading_1', type: 'reading', body: { fixes: { vendor: 'Miler' } } });
    const put = { ...reading, body: { fixes: { vendor: 'Miller' }, objectFixes: { sink: true } } };
    expect(retryOf(work(put, 'NotYours', ['fixes', 'objectFixes']), here(reading))).toEqual({
      command: 'reading.correct',
      input: { key: reading.key, fixes: { vendor: 'Miller' }, objects: { sink: true } },
    });
  });

  it('sends deliveries again beside those that stand, and takes back no tick and no day that another set since', () => {
    const coming = { what: 'Tiles', promised: null, arrived: null };
    const ticked = { what: 'Tile', promised: '2026-06-10', arrived: '2026-06-09' };
    const theirs = { what: 'Sink', promised: null, arrived: null };
    const mine = { what: 'Tap', promised: '2026-06-12', arrived: null };
    const standing = aRecord({ id: 'step_1', type: 'step', body: { deliveries: { shared: ticked, theirs } } });
    const record = { ...standing, body: { deliveries: { shared: coming, mine } } };
    const retry = retryOf(work(record, 'NotYours', ['deliveries']), here(standing));
    expect(retry).toEqual({
      command: 'step.edit',
      input: { key: standing.key, set: { deliveries: { shared: { ...ticked, what: 'Tiles' }, theirs, mine } } },
    });
    expect(retry === null ? null : restOf(work(record, 'NotYours', ['deliveries']), retry, standing)).toEqual([]);
  });

  it('says again how an accepted quote counts: its rate, and its categories beside those that stand', () => {
    const award = 'a space|award_1';
    const rate = { value: '0.92', to: 'CHF', on: '2026-06-01' };
    const standing = aRecord({
      id: 'allocation_1',
      type: 'allocation',
      body: { of: award, categories: { Tiles: 'tiling' } },
    });
    const said = { ...standing, body: { of: award, categories: { Paint: 'painting' }, rate } };
    const refused = work(said, 'NotYours', ['categories', 'rate']);
    const retry = retryOf(refused, here(standing));
    expect(retry).toEqual({
      command: 'allocation.set',
      input: { of: award, categories: { Paint: 'painting' }, rate },
    });
    expect(retry === null ? null : restOf(refused, retry, standing)).toEqual([]);
    // What was agreed is nobody's to say again from here.
    const taken = aRecord({ id: 'award_1', type: 'award', body: { quote: 'q', title: 'Bathroom' } });
    expect(retryOf(work({ ...taken, body: { quote: 'q', title: 'Bath' } }), here(taken))).toBeNull();
  });

  it('brings a photo back with all that a person had made of it', () => {
    const drawn = aRecord({ id: 'photo_1', type: 'photo', body: photoBody });
    expect(retryOf(work(drawn), here(null))).toEqual({
      command: 'photo.add',
      input: { ...photoBody, space: JOURNEY, journey: JOURNEY, parent: '', formerly: 'photo_1' },
    });
    const standing = aRecord({ id: 'photo_1', type: 'photo', body: { ...photoBody, caption: 'A leak', room: null } });
    expect(retryOf(work(drawn), here(standing))).toEqual({
      command: 'photo.edit',
      input: { key: standing.key, set: { caption: 'The leak', room: 'Cellar' } },
    });
  });

  it('says a refused message again, and leaves what the assistant said to it', () => {
    const said = { who: 'person', text: 'On Monday', step: null, attachments: [], answers: null, said: null };
    const message = aRecord({ id: 'message_1', type: 'message', parent: 'c', body: { ...said, outcomes: {} } });
    expect(retryOf(work(message), here(null))).toMatchObject({
      command: 'message.send',
      input: { conversation: 'c', space: JOURNEY, text: 'On Monday', said: null },
    });
    const its = { ...message, body: { ...message.body, who: 'assistant' } };
    expect(retryOf(work(its), here(null))).toBeNull();
  });

  it('makes a refused new record anew, in the same place, by the command that mints a new id', () => {
    expect(retryOf(work(comment), here(null))).toEqual({
      command: 'comment.add',
      input: { space: JOURNEY, journey: JOURNEY, parent: `${JOURNEY}|step_1`, text: 'On Monday' },
    });
    expect(retryOf(work(cost, 'RecordNotFound'), here(null))).toEqual({
      command: 'cost.add',
      input: { journey: JOURNEY, space: PRIVATE, ...costBody },
    });
  });

  it('edits what stands: the refused fields only, or what differs', () => {
    const standing = { ...cost, body: { ...costBody, amount: { minor: 1, currency: 'EUR' }, vendor: 'Kontor' } };
    expect(retryOf(work(cost, 'FieldsRefused', ['amount']), here(standing))).toEqual({
      command: 'cost.edit',
      input: { key: cost.key, set: { amount } },
    });
    expect(retryOf(work(cost), here(standing))).toEqual({
      command: 'cost.edit',
      input: { key: cost.key, set: { amount, vendor: '' } },
    });
    expect(retryOf(work(cost), here(cost))).toBeNull();
  });

  it('is not offered where the access has ended, nor for what does not read or nobody made by hand', () => {
    const gone = work(comment, 'NotYours');
    expect(retryOf(gone, { standing: null, mayWrite: false })).toBeNull();
    expect(retryOf(gone, here(null))?.command).toBe('comment.add');
    expect(retryOf(work({ ...cost, body: { description: 'Tiles' } }), here(null))).toBeNull();
    expect(retryOf(work(aRecord({ id: 'event_1', type: 'event' })), here(null))).toBeNull();
  });
});
