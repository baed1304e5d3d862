// Who is signed in, at which server. The token is here and nowhere else: the page asks, main adds it.
import { z } from 'zod';

import { keyProofText } from '../../domain/approvals/entry.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { accountView, sessionReply, type AccountView, type BroughtKey } from '../../protocol/account/account.ts';
import { ACCOUNT_PATHS } from '../../protocol/account/paths.ts';
import { isFailureCode, type Failure } from '../../protocol/failures.ts';
import { diskFailure } from '../files/disk-failure.ts';
import type { Log } from '../log/log.ts';
import type { DeviceKey } from '../sign/device-key.ts';
import { serverAddress } from './server-address.ts';
import { readSessionFile, writeSessionFile, type KeptSession } from './session-file.ts';

/** Milliseconds an ordinary call may take, from the first byte out to the headers in. */
export const CALL_LIMIT = 30_000;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A call with a large body either way. */
export interface LargeCall {
  readonly headers: Readonly<Record<string, string>>;
  /** What is PUT; a call without is a GET. */
  readonly parts?: readonly Uint8Array[] | undefined;
  /** Told how many bytes have left so far. */
  readonly sent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

export interface LargeAnswer {
  readonly status: number;
  readonly body: AsyncIterable<Uint8Array>;
}

/** A redirect is answered, not followed. */
export type Carry = (url: string, call: LargeCall) => Promise<LargeAnswer>;

/** As the protocol has it; the person says whose key it is that main adds. */
type EnterRequest = Readonly<Record<string, unknown>> & { readonly person: PersonId };

export interface ServerSession {
  readonly status: () => Promise<{
    server: string | null;
    suggestedServer: string | null;
    account: AccountView | null;
  }>;
  /** Signs up or in at `server` and keeps the token. `body` is the request as the protocol has it. */
  readonly enter: (
    how: 'signUp' | 'signIn',
    server: string,
    body: EnterRequest,
  ) => Promise<Result<AccountView, Failure>>;
  readonly signOut: () => Promise<Result<null, Failure>>;
  /** Where a call may go that needs no account, such as looking at an invitation. */
  readonly address: () => Promise<string | null>;
  /** Address and token for a call, null when signed out or locked. */
  readonly credentials: () => Promise<{ readonly server: string; readonly token: string } | null>;
  /** The server refused this token: it is dropped, everything else stays. A newer token is left alone. */
  readonly refused: (token: string) => Promise<void>;
  /** Asks the server who we are now: households come and go. Leaves everything as it is when it cannot be asked. */
  readonly refresh: () => Promise<void>;
}

export interface SessionParts {
  readonly file: string;
  readonly key: () => Result<Buffer | null, Failure>;
  /** Shows the server that this device holds the key it brings. */
  readonly sign: DeviceKey['sign'];
  readonly fetch: Fetch;
  readonly suggestedServer: string | null;
  readonly allowHttp: boolean;
  readonly log: Log;
}

export const createServerSession = ({
  file,
  key,
  sign,
  fetch,
  suggestedServer,
  allowHttp,
  log,
}: SessionParts): ServerSession => {
  let session: KeptSession | null | undefined;

  /** Read at the first need after the vault was opened; undefined until then. */
  const current = async (): Promise<KeptSession | null> => {
    if (session !== undefined) return session;
    const opening = key();
    if (!opening.ok) return null;
    const read = await readSessionFile(file, opening.value);
    session ??= read;
    return session;
  };

  const keep = async (next: KeptSession): Promise<Result<null, Failure>> => {
    const opening = key();
    if (!opening.ok) return opening;
    try {
      await writeSessionFile(file, next, opening.value);
    } catch (problem) {
      return err(diskFailure(problem));
    }
    session = next;
    return ok(null);
  };

  /** Without a key that can be read or written one signs in all the same: what is signed then is certified later. */
  const withKey = async (body: EnterRequest): Promise<EnterRequest & { readonly key?: BroughtKey }> => {
    const signed = await sign(keyProofText(body.person));
    if (!signed.ok) return body;
    return { ...body, key: { key: signed.value.device, proof: signed.value.signature } };
  };

  return {
    status: async () => {
      const kept = await current();
      return { server: kept?.server ?? null, suggestedServer, account: kept?.token == null ? null : kept.account };
    },
    enter: async (how, server, body) => {
      const address = serverAddress(server, allowHttp);
      if (!address.ok) return address;
      const opening = key();
      if (!opening.ok) return opening;
      const answer = await call(fetch, {
        method: 'POST',
        url: address.value + ACCOUNT_PATHS[how],
        body: await withKey(body),
      });
      if (!answer.ok) return answer;
      const reply = sessionReply.safeParse(answer.value);
      if (!reply.success) return err({ type: 'ServerNonsense' });
      const { token, account } = reply.data;
      const written = await keep({ server: address.value, token, account });
      return written.ok ? ok(account) : written;
    },
    signOut: async () => {
      const kept = await current();
      if (kept === null || kept.token === null) return ok(null);
      const out = await keep({ ...kept, token: null, account: null });
      // The server is told if it can be reached; nobody waits for that.
      void call(fetch, { method: 'POST', url: kept.server + ACCOUNT_PATHS.signOut, body: {}, token: kept.token });
      return out;
    },
    address: async () => {
      const kept = await current();
      return kept?.server ?? suggestedServer;
    },
    credentials: async () => {
      const kept = await current();
      return kept === null || kept.token === null ? null : { server: kept.server, token: kept.token };
    },
    refused: async (token) => {
      const kept = await current();
      if (kept === null || kept.token !== token) return;
      log.write({ level: 'warn', code: 'NotSignedIn' });
      await keep({ ...kept, token: null });
    },
    refresh: async () => {
      const kept = await current();
      if (kept === null || kept.token === null) return;
      const answer = await call(fetch, { method: 'GET', url: kept.server + ACCOUNT_PATHS.me, token: kept.token });
      const account = accountView.safeParse(answer.ok ? answer.value : null);
      // Meanwhile the person may have signed out, or in as another.
      if (account.success && session?.token === kept.token) await keep({ ...session, account: account.data });
    },
  };
};

const isTimeout = (problem: unknown): boolean => problem instanceof Error && problem.name === 'TimeoutError';

/** An account with some thousand people and households. Whoever sends more is no Plumbline server. */
const MOST_CHARACTERS = 1024 * 1024;

/** What is no JSON is null; what stops in the middle is slow; what does not end is nonsense, and is not held in memory. */
const readJson = async ({ body }: Response): Promise<Result<unknown, Failure>> => {
  if (body === null) return ok(null);
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > MOST_CHARACTERS) return err({ type: 'ServerNonsense' });
    }
    return ok(JSON.parse(text + decoder.decode()));
  } catch (problem) {
    return isTimeout(problem) ? err({ type: 'ServerSlow' }) : ok(null);
  }
};

const coded = z.object({
  error: z.object({ type: z.custom<Failure['type']>(isFailureCode), fields: z.array(z.string()).optional() }),
});

interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: unknown;
  readonly token?: string;
}

/** Sends and reads JSON; every way it can fail is a coded failure. */
const call = async (fetch: Fetch, { method, url, body, token }: Call): Promise<Result<unknown, Failure>> => {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method,
      redirect: 'manual',
      credentials: 'omit',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(CALL_LIMIT),
    });
  } catch (problem) {
    return err({ type: isTimeout(problem) ? 'ServerSlow' : 'ServerUnreachable' });
  }
  const read = await readJson(answer);
  if (!read.ok) return read;
  const parsed = read.value;
  if (answer.ok) return ok(parsed);
  const failure = coded.safeParse(parsed);
  return failure.success ? err(failure.data.error) : err({ type: 'ServerNonsense' });
};
