// What the page and main say to each other about the language model that a person chose, if they chose one.
import { z } from 'zod';

/** What a million tokens cost, in minor units of `currency`, as the person entered it. */
export const modelPrice = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  input: z.int().min(0).max(100_000_000),
  output: z.int().min(0).max(100_000_000),
});

/** As the page sees them: the key itself never comes back. */
export const modelSettings = z.object({
  /** Off until a person turns it on; while it is off nothing is asked of the endpoint. */
  on: z.boolean(),
  /** Where an OpenAI-compatible interface answers, such as `http://localhost:11434/v1`; '' before one was entered. */
  endpoint: z.string().max(500),
  model: z.string().max(200),
  hasKey: z.boolean(),
  price: modelPrice.nullable(),
});
export type ModelSettings = z.infer<typeof modelSettings>;

export const modelChoice = modelSettings.omit({ hasKey: true }).extend({
  /** Null keeps the key that is there, '' takes it away. */
  key: z.string().max(1_000).nullable(),
});

/** Something the model may ask for; nothing of it is run by main. `input` is a JSON Schema. */
const modelTool = z.object({
  name: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  description: z.string().max(2_000),
  input: z.record(z.string(), z.unknown()),
});

export const modelRequest = z.object({
  /** Names the answer in `model.text` and for `model.stop`. */
  job: z.string().min(1).max(80),
  instructions: z.string().max(100_000),
  messages: z
    .array(z.object({ role: z.enum(['user', 'assistant']), text: z.string().max(100_000) }))
    .min(1)
    .max(200),
  tools: z.array(modelTool).max(60),
});
export type ModelRequest = z.infer<typeof modelRequest>;

export const modelAnswer = z.object({
  text: z.string(),
  /** What it asks for, unchecked but for the name and that it is JSON: the page parses each with the tool's own schema. */
  calls: z.array(z.object({ tool: z.string(), input: z.unknown() })),
  /** Names of tools that it asked for and that there are none of. */
  unknown: z.array(z.string().max(200)),
  /** As the endpoint counts them; null where it does not say. */
  tokens: z.object({ input: z.int().nonnegative(), output: z.int().nonnegative() }).nullable(),
});
export type ModelAnswer = z.infer<typeof modelAnswer>;
