// One question to an OpenAI-compatible endpoint, its words as they come, and what it asks for. Nothing that it asks for is run here.
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, jsonSchema, RetryError, streamText, tool, type JSONSchema7, type ToolSet } from 'ai';

import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { ModelAnswer, ModelRequest } from '../../protocol/ipc/model.ts';
import type { Fetch } from '../session/server-session.ts';
import type { KeptModel } from './model-file.ts';

/** How long to wait, ms: a model on a small machine may think for a minute before its first word. */
export interface Patience {
  readonly firstWordMs: number;
  readonly nextWordMs: number;
  readonly wholeMs: number;
  /** How often it is asked again when it is busy or gone. */
  readonly retries: number;
}

/** An answer longer than this is cut off: no proposal needs it, and memory is not the endpoint's to fill. */
const LONGEST = 60_000;

export const askModel = async (
  model: KeptModel,
  request: ModelRequest,
  {
    fetch,
    patience,
    signal,
    text: say,
  }: {
    readonly fetch: Fetch;
    readonly patience: Patience;
    readonly signal: AbortSignal;
    readonly text: (words: string) => void;
  },
): Promise<Result<ModelAnswer, Failure>> => {
  const provider = createOpenAICompatible({
    name: 'chosen',
    baseURL: model.endpoint,
    ...(model.key === '' ? {} : { apiKey: model.key }),
    includeUsage: true,
    // The key goes to the address that was entered and to no other.
    fetch: async (url, init) =>
      fetch(url instanceof Request ? url.url : url.toString(), { ...init, redirect: 'manual', credentials: 'omit' }),
  });
  const silence = silenceOf(patience);
  const ended = AbortSignal.any([signal, silence.signal]);
  const broken = (problem: unknown): Result<ModelAnswer, Failure> =>
    err(
      signal.aborted ? { type: 'ModelStopped' } : silence.signal.aborted ? { type: 'ModelSilent' } : failureOf(problem),
    );
  const answer = { text: '', calls: [] as ModelAnswer['calls'], unknown: [] as string[] };
  const stream = streamText({
    model: provider(model.model),
    instructions: request.instructions,
    messages: request.messages.map(({ role, text }) => ({ role, content: text })),
    tools: toToolSet(request),
    abortSignal: ended,
    maxRetries: patience.retries,
    // What goes wrong comes as a part of the stream; by default it would go to the console as well.
    onError: () => {},
  }).stream;
  try {
    for await (const part of stream) {
      if (part.type === 'text-delta' || part.type === 'tool-input-delta') silence.heard();
      if (part.type === 'text-delta') {
        answer.text += part.text;
        if (answer.text.length > LONGEST) return err({ type: 'ModelBroken', detail: 'longer than any answer' });
        say(part.text);
      } else if (part.type === 'tool-call') {
        if (request.tools.some(({ name }) => name === part.toolName))
          answer.calls.push({ tool: part.toolName, input: part.input });
        else answer.unknown.push(part.toolName.slice(0, 200));
      } else if (part.type === 'abort') return broken(part.reason);
      else if (part.type === 'error') return broken(part.error);
      else if (part.type === 'finish')
        return part.finishReason === 'stop' || part.finishReason === 'tool-calls' || part.finishReason === 'length'
          ? ok({ ...answer, tokens: tokensOf(part.totalUsage) })
          : err({ type: 'ModelBroken', detail: part.rawFinishReason ?? part.finishReason });
    }
    return err({ type: 'ModelBroken', detail: 'no end' });
  } catch (problem) {
    return broken(problem);
  } finally {
    silence.over();
  }
};

/** Ends what it guards when nothing is heard for too long, from the question on. */
const silenceOf = ({
  firstWordMs,
  nextWordMs,
  wholeMs,
}: Patience): { readonly signal: AbortSignal; readonly heard: () => void; readonly over: () => void } => {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  const whole = setTimeout(end, wholeMs);
  let next = setTimeout(end, firstWordMs);
  return {
    signal: ending.signal,
    heard: () => {
      clearTimeout(next);
      next = setTimeout(end, nextWordMs);
    },
    over: () => {
      clearTimeout(whole);
      clearTimeout(next);
      // Whatever is still open is let go.
      end();
    },
  };
};

/** Without `execute`: a call ends the answer and is handed to the page. */
const toToolSet = ({ tools }: ModelRequest): ToolSet =>
  Object.fromEntries(
    tools.map(({ name, description, input }) => [
      name,
      tool({ description, inputSchema: jsonSchema(input as JSONSchema7) }),
    ]),
  );

const tokensOf = ({
  inputTokens,
  outputTokens,
}: {
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}): ModelAnswer['tokens'] =>
  inputTokens === undefined || outputTokens === undefined ? null : { input: inputTokens, output: outputTokens };

const failureOf = (problem: unknown): Failure => {
  const cause = RetryError.isInstance(problem) ? problem.lastError : problem;
  if (!APICallError.isInstance(cause)) return { type: 'ModelBroken' };
  const { statusCode } = cause;
  if (statusCode === undefined) return { type: 'ModelUnreachable' };
  if (statusCode === 429 || statusCode === 503) return { type: 'ModelBusy' };
  if (statusCode >= 500) return { type: 'ModelUnreachable', detail: String(statusCode) };
  // It answered well and what it answered can't be read.
  return statusCode < 300 ? { type: 'ModelBroken' } : { type: 'ModelRefused', detail: String(statusCode) };
};
