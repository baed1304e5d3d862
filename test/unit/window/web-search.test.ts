// The way a question takes: nowhere while it is off, by the server, or straight through main; and what the window says of it.
import { describe, expect, test } from 'vitest';
import { ok } from '../../../domain/kernel/result.ts';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import type { ResearchStatus } from '../../../protocol/ipc/research.ts';
import { createServerPort } from '../../../src-renderer/ports/server.ts';
import { createWebSearch } from '../../../src-renderer/research/web-search.ts';

const RESULTS = [{ url: 'https://shop.example/', title: 'Slate', snippet: '' }];

/** A device that was told so, at a server that answers so; what was sent is in `sent`. */
const device = (status: Partial<ResearchStatus>, answer: (path: string) => Response = () => Response.error()) => {
  const sent: string[] = [];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these two channels are all it asks
  const ask = (async (channel: string, args: { readonly text?: string }) => {
    if (channel === 'research.status')
      return ok({ way: 'off', provider: 'searxng', address: '', hasKey: false, ...status });
    sent.push(`main ${args.text ?? ''}`);
    return ok({ provider: 'searxng', results: RESULTS });
  }) as unknown as Bridge['ask'];
  const server = createServerPort(async (path, { body }) => {
    if (typeof body === 'string') sent.push(`server ${body}`);
    return answer(path);
  });
  return { web: createWebSearch({ ask, server }), sent };
};

describe('a question', () => {
  test('goes nowhere while nobody is chosen', async () => {
    const { web, sent } = device({ way: 'off' });
    expect(await web.search('tiles')).toEqual({ ok: false, error: { type: 'ResearchOff' } });
    expect(await web.destination()).toEqual({ way: 'off' });
    expect(sent).toEqual([]);
  });

  test('goes by the server, and its answer is checked', async () => {
    const well = device({ way: 'server' }, () => Response.json({ provider: 'brave', results: RESULTS }));
    expect(await well.web.search('tiles')).toEqual({ ok: true, value: { provider: 'brave', results: RESULTS } });
    expect(well.sent).toEqual(['server {"text":"tiles"}']);
    expect(await well.web.destination()).toEqual({ way: 'server', provider: 'Brave Search' });
    const odd = device({ way: 'server' }, () =>
      Response.json({ provider: 'brave', results: [{ url: 'javascript:alert(1)', title: 'x', snippet: '' }] }),
    );
    expect(await odd.web.search('tiles')).toEqual({ ok: false, error: { type: 'ServerNonsense' } });
  });

  test('goes straight to the provider, and then not by the server', async () => {
    const { web, sent } = device({ way: 'direct', address: 'https://search.example.org/x' });
    expect((await web.search('tiles')).ok).toBe(true);
    expect(sent).toEqual(['main tiles']);
    expect(await web.destination()).toEqual({ way: 'direct', provider: 'SearXNG', site: 'search.example.org' });
  });

  test.each([
    ['has no provider', () => Response.json({ provider: null })],
    ['does not know one', () => Response.json({ error: { type: 'NotSignedIn' } }, { status: 401 })],
    ['answers nonsense', () => new Response('<html>')],
  ])('whose server %s is still said to go there', async (_name, answer) => {
    expect(await device({ way: 'server' }, answer).web.destination()).toEqual({ way: 'server', provider: '' });
  });
});
