// The language model that the person chose: kept sealed, asked one answer a job, stopped when told to.
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { ModelAnswer, ModelRequest, ModelSettings } from '../../protocol/ipc/model.ts';
import { serverAddress } from '../session/server-address.ts';
import type { Fetch } from '../session/server-session.ts';
import type { Patience } from './ask-model.ts';
import { createModelFile, type KeptModel } from './model-file.ts';

export interface ChosenModel {
  readonly settings: () => Promise<Result<ModelSettings, Failure>>;
  readonly choose: (
    choice: Omit<ModelSettings, 'hasKey'> & { readonly key: string | null },
  ) => Promise<Result<ModelSettings, Failure>>;
  readonly ask: (request: ModelRequest) => Promise<Result<ModelAnswer, Failure>>;
  readonly stop: (job: string) => void;
}

const PATIENCE: Patience = { firstWordMs: 120_000, nextWordMs: 30_000, wholeMs: 600_000, retries: 2 };

export const createChosenModel = ({
  file,
  key,
  fetch,
  allowHttp,
  tell,
  patience = PATIENCE,
}: {
  readonly file: string;
  /** Null when the person chose no encryption. */
  readonly key: () => Result<Buffer | null, Failure>;
  readonly fetch: Fetch;
  readonly allowHttp: boolean;
  readonly tell: (part: { readonly job: string; readonly text: string }) => void;
  readonly patience?: Patience;
}): ChosenModel => {
  const running = new Map<string, AbortController>();
  const { read, write } = createModelFile({ file, key });

  return {
    settings: async () => {
      const kept = await read();
      return kept.ok ? ok(toSettings(kept.value)) : kept;
    },
    choose: async ({ key: typed, ...choice }) => {
      const kept = await read();
      if (!kept.ok) return kept;
      const address = choice.endpoint.trim() === '' ? ok('') : serverAddress(choice.endpoint, allowHttp);
      if (!address.ok) return err({ type: 'InputInvalid', fields: ['endpoint'] });
      if (choice.on && (address.value === '' || choice.model.trim() === ''))
        return err({ type: 'InputInvalid', fields: [address.value === '' ? 'endpoint' : 'model'] });
      // A key is for the address it was entered with: elsewhere it is not sent by mistake.
      const same = address.value === kept.value.endpoint;
      const written = await write({
        ...choice,
        endpoint: address.value,
        model: choice.model.trim(),
        key: typed === null ? (same ? kept.value.key : '') : typed.trim(),
      });
      return written.ok ? ok(toSettings(written.value)) : written;
    },
    ask: async (request) => {
      const kept = await read();
      if (!kept.ok) return kept;
      if (!kept.value.on) return err({ type: 'ModelOff' });
      const ending = new AbortController();
      running.get(request.job)?.abort();
      running.set(request.job, ending);
      try {
        // Loaded when it is first wanted: most people never ask a model.
        const { askModel } = await import('./ask-model.ts');
        return await askModel(kept.value, request, {
          fetch,
          patience,
          signal: ending.signal,
          text: (text) => tell({ job: request.job, text }),
        });
      } finally {
        if (running.get(request.job) === ending) running.delete(request.job);
      }
    },
    stop: (job) => running.get(job)?.abort(),
  };
};

const toSettings = ({ key, ...rest }: KeptModel): ModelSettings => ({ ...rest, hasKey: key !== '' });
