// Every command by name. The window, the assistant and tests run these and nothing else.
import type { z } from 'zod';
import type { CommandDefinition } from './command.ts';

// The domain's owner fills this map; the types below stay as they are.
export const commands = {} as const satisfies Readonly<Record<string, CommandDefinition<string, z.ZodType>>>;

export type CommandName = keyof typeof commands;
export type CommandInput<C extends CommandName> = z.input<(typeof commands)[C]['input']>;
