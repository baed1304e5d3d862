// The language model as main asks it: over real connections, to an endpoint that behaves and to one that does not.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../domain/kernel/result.ts';
import type { ModelRequest } from '../../../protocol/ipc/model.ts';
import { createChosenModel, type ChosenModel } from '../../../src-main/model/chosen-model.ts';
import { startFakeModel, type FakeModel } from '../../support/fake-model.ts';

const question: ModelRequest = {
  job: 'one',
  instructions: 'Be brief.',
  messages: [{ role: 'user', text: 'Plumbing is done.' }],
  tools: [
    {
      name: 'step_finish',
      description: 'Finishes a step.',
      input: {
        type: 'object',
        properties: { step: { type: 'string' } },
        required: ['step'],
        additionalProperties: false,
      },
    },
  ],
};

describe('chosen model', () => {
  let folder: string;
  let fake: FakeModel;
  let words: string[];
  let model: ChosenModel;
  const key = Buffer.alloc(32, 7);

  const calm = { firstWordMs: 5_000, nextWordMs: 5_000, wholeMs: 10_000, retries: 0 };
  const open = (patience = calm): ChosenModel =>
    createChosenModel({
      file: path.join(folder, 'model.json'),
      key: () => ok(key),
      fetch: (url, init) => fetch(url, init),
      allowHttp: false,
      tell: ({ text }) => void words.push(text),
      patience,
    });
  const choose = (more: Partial<Parameters<ChosenModel['choose']>[0]> = {}): ReturnType<ChosenModel['choose']> =>
    model.choose({ on: true, endpoint: fake.endpoint, model: 'llama', price: null, key: 'sk-secret', ...more });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plumbline-model-'));
    fake = await startFakeModel();
    words = [];
    model = open();
  });
  afterEach(async () => {
    await fake.close();
    await rm(folder, { recursive: true });
  });

  it('says nothing to anybody until it is turned on', async () => {
    expect(await model.settings()).toMatchObject({ ok: true, value: { on: false, endpoint: '', hasKey: false } });
    await choose({ on: false });
    expect(await model.ask(question)).toMatchObject({ ok: false, error: { type: 'ModelOff' } });
    expect(fake.asked).toEqual([]);
  });

  it('streams its words, hands on what it asks for, and counts tokens', async () => {
    await choose();
    fake.next({
      say: ['Shall I ', 'finish it?'],
      calls: [{ name: 'step_finish', args: '{"step":"Plumbing"}' }],
      tokens: [120, 9],
    });
    expect(await model.ask(question)).toEqual({
      ok: true,
      value: {
        text: 'Shall I finish it?',
        calls: [{ tool: 'step_finish', input: { step: 'Plumbing' } }],
        unknown: [],
        tokens: { input: 120, output: 9 },
      },
    });
    expect(words).toEqual(['Shall I ', 'finish it?']);
    expect(fake.asked[0]?.authorization).toBe('Bearer sk-secret');
    expect(fake.asked[0]?.body).toMatchObject({
      model: 'llama',
      stream: true,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Plumbing is done.' },
      ],
    });
  });

  it('keeps its key sealed, shows it to nobody, and does not take it to another address', async () => {
    expect(await choose()).toMatchObject({ ok: true, value: { hasKey: true } });
    expect(JSON.stringify(await model.settings())).not.toContain('sk-secret');
    expect((await readFile(path.join(folder, 'model.json'))).includes('sk-secret')).toBe(false);
    model = open();
    await choose({ key: null });
    await model.ask(question);
    expect(fake.asked[0]?.authorization).toBe('Bearer sk-secret');
    expect(await choose({ key: null, endpoint: 'https://elsewhere.example/v1' })).toMatchObject({
      value: { hasKey: false },
    });
  });

  it.each(['http://elsewhere.example/v1', 'ftp://127.0.0.1', 'https://me:pw@host/v1', 'nonsense'])(
    'refuses %s, where words would travel in the clear or a name would ride along',
    async (endpoint) => {
      expect(await choose({ endpoint })).toEqual({ ok: false, error: { type: 'InputInvalid', fields: ['endpoint'] } });
    },
  );

  it('a redirect is not followed with the key', async () => {
    await choose();
    const other = await startFakeModel();
    fake.next({ status: 302, location: `${other.endpoint}/chat/completions` });
    expect(await model.ask(question)).toMatchObject({ ok: false, error: { type: 'ModelRefused' } });
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it('tools that there are none of, and arguments that are no JSON, are told apart from those that can be looked at', async () => {
    await choose();
    fake.next({
      say: [],
      calls: [
        { name: 'delete_everything', args: '{}' },
        { name: 'step_finish', args: '{"step":' },
      ],
    });
    expect(await model.ask(question)).toMatchObject({
      ok: true,
      value: { unknown: ['delete_everything'], calls: [{ tool: 'step_finish', input: '{"step":' }] },
    });
  });

  it.each([
    [{ status: 401 }, 'ModelRefused'],
    [{ status: 404 }, 'ModelRefused'],
    [{ cut: ['Half a'] }, 'ModelBroken'],
    [{ raw: 'data: {"choices": [{]}\n\n' }, 'ModelBroken'],
    [{ raw: '<html>Log in</html>' }, 'ModelBroken'],
    [{ raw: '' }, 'ModelBroken'],
  ] as const)('%o is %s', async (given, type) => {
    await choose();
    fake.next(given);
    expect(await model.ask(question)).toMatchObject({ ok: false, error: { type } });
  });

  it('one that is busy is asked again, and one that is gone is said to be', async () => {
    model = open({ ...calm, retries: 1 });
    await choose();
    fake.next({ status: 429 }, { say: ['Here.'] });
    expect(await model.ask(question)).toMatchObject({ ok: true, value: { text: 'Here.' } });
    await fake.close();
    model = open();
    expect(await model.ask(question)).toMatchObject({ ok: false, error: { type: 'ModelUnreachable' } });
    fake = await startFakeModel();
  });

  it('one that falls silent is given up, before its first word and after', async () => {
    await choose();
    model = open({ ...calm, firstWordMs: 150, nextWordMs: 150 });
    fake.next({ hang: [] }, { hang: ['I was', ' about to'] });
    expect(await model.ask(question)).toMatchObject({ ok: false, error: { type: 'ModelSilent' } });
    expect(await model.ask(question)).toMatchObject({ ok: false, error: { type: 'ModelSilent' } });
  });

  it('is stopped in the middle of a word', async () => {
    await choose();
    fake.next({ hang: ['On and', ' on'] });
    const answer = model.ask(question);
    while (words.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    model.stop('one');
    expect(await answer).toMatchObject({ ok: false, error: { type: 'ModelStopped' } });
  });

  it('an answer without end is cut off', async () => {
    await choose();
    fake.next({ say: Array.from({ length: 30 }, () => 'la '.repeat(1_000)) });
    expect(await model.ask(question)).toMatchObject({ ok: false, error: { type: 'ModelBroken' } });
  });
});
