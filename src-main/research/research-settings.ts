// Whom this device asks, kept in research.json, sealed with a key from the vault: the provider's key is here and nowhere else.
import { z } from 'zod';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { PROVIDER_ADDRESSES, providerName, type Provider } from '../../domain/research/providers.ts';
import type { Failure } from '../../protocol/failures.ts';
import { researchWay, type ResearchChoice, type ResearchStatus } from '../../protocol/ipc/research.ts';
import type { SearchReply } from '../../protocol/research/search.ts';
import { createSealedFile } from '../files/sealed-file.ts';
import { serverAddress } from '../session/server-address.ts';
import type { Fetch } from '../session/server-session.ts';
import { askProvider } from './ask-provider.ts';

const kept = z.object({ way: researchWay, provider: providerName, address: z.string(), key: z.string() });
type Kept = Readonly<z.infer<typeof kept>>;

/** Until a person says otherwise nobody is asked anything. */
const NOTHING: Kept = { way: 'off', provider: 'searxng', address: '', key: '' };

export interface ResearchSettings {
  readonly status: () => Promise<Result<ResearchStatus, Failure>>;
  /** What does not fit is refused and nothing is changed. */
  readonly choose: (choice: ResearchChoice) => Promise<Result<ResearchStatus, Failure>>;
  readonly search: (text: string) => Promise<Result<SearchReply, Failure>>;
}

export interface ResearchParts {
  readonly file: string;
  readonly key: () => Result<Buffer | null, Failure>;
  readonly fetch: Fetch;
  readonly allowHttp: boolean;
}

export const createResearchSettings = ({ file, key, fetch, allowHttp }: ResearchParts): ResearchSettings => {
  const { read, write } = createSealedFile({ file, key, shape: kept, nothing: NOTHING });

  return {
    status: async () => {
      const now = await read();
      return now.ok ? ok(statusOf(now.value)) : now;
    },
    choose: async ({ way, provider, address, key: typed }) => {
      const before = await read();
      if (!before.ok) return before;
      // A key is for whom it was given, and is not shown to another.
      const same = before.value.provider === provider && before.value.address === address.trim();
      const next: Kept = {
        way,
        provider,
        address: address.trim(),
        key: typed?.trim() ?? (same ? before.value.key : ''),
      };
      const checked = way === 'direct' ? providerOf(next, allowHttp) : ok(null);
      if (!checked.ok) return checked;
      const written = await write(next);
      return written.ok ? ok(statusOf(written.value)) : written;
    },
    search: async (text) => {
      const now = await read();
      if (!now.ok) return now;
      if (now.value.way !== 'direct') return err({ type: 'ResearchOff' });
      const provider = providerOf(now.value, allowHttp);
      if (!provider.ok) return provider;
      const results = await askProvider(text, { fetch, provider: provider.value });
      return results.ok ? ok({ provider: provider.value.name, results: [...results.value] }) : results;
    },
  };
};

const statusOf = ({ way, provider, address, key }: Kept): ResearchStatus => ({
  way,
  provider,
  address,
  hasKey: key !== '',
});

/** Where a key goes, and what a person asks, goes by https, or stays near. */
const providerOf = ({ provider: name, address: typed, key }: Kept, allowHttp: boolean): Result<Provider, Failure> => {
  const address = serverAddress(typed === '' ? (PROVIDER_ADDRESSES[name] ?? '') : typed, allowHttp);
  if (!address.ok) return err({ type: 'InputInvalid', fields: ['address'] });
  if (key === '' && name !== 'searxng') return err({ type: 'InputInvalid', fields: ['key'] });
  return ok({ name, address: address.value, key });
};
