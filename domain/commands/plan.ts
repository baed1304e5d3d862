// The pure runner: checks what was handed in, asks the command for its plan, and checks every body before anyone writes it.
import type { z } from 'zod';
import type { SpaceId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { namesPrototype } from '../kernel/members.ts';
import { sameValue } from '../kernel/same-value.ts';
import { definitionByType, parseBody } from '../records/registry.ts';
import { isFamilyOnly, isHiddenIn } from '../spaces/readable.ts';
import { journeyOfSpace, spaceKind, type SpaceKind } from '../spaces/space.ts';
import type { AnyCommand, Change, CommandContext, CommandFailure, Need, Reads } from './command.ts';
import { checkLimits } from './limits.ts';
import { commands, type CommandInput, type CommandName } from './registry.ts';

/** What must be read before the command can be planned; `InputInvalid` with field names when the input does not fit. */
export const needsOf = <C extends CommandName>(
  name: C,
  input: CommandInput<C>,
): Result<readonly Need[], CommandFailure> => {
  const command: AnyCommand = commands[name];
  const parsed = parseInput(command, input);
  return parsed.ok ? ok(command.needs(parsed.value)) : parsed;
};

/** The changes the command makes, in order; an empty list when it changes nothing. Every body in it fits its type's schema. */
export const planCommand = <C extends CommandName>(
  name: C,
  input: CommandInput<C>,
  { reads, context }: { readonly reads: Reads; readonly context: CommandContext },
): Result<readonly Change[], CommandFailure> => {
  const command: AnyCommand = commands[name];
  const parsed = parseInput(command, input);
  if (!parsed.ok) return parsed;
  const planned = command.plan(reads, parsed.value, context);
  if (!planned.ok) return planned;
  const checked: Change[] = [];
  for (const change of planned.value) {
    const home = checkSpace(change);
    if (!home.ok) return home;
    const named = checkNames(change);
    if (!named.ok) return named;
    const fit = checkBody(change);
    if (!fit.ok) return fit;
    checked.push(fit.value);
  }
  const limits = checkLimits(checked);
  return limits.ok ? ok(checked) : limits;
};

const parseInput = (command: AnyCommand, input: unknown): Result<never, CommandFailure> => {
  if (namesPrototype(input)) return err({ type: 'InputInvalid', fields: ['__proto__'] });
  const parsed = command.input.safeParse(input);
  // The command's own schema has just said that this is its input; only the type of the map has lost which one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  if (parsed.success) return ok(parsed.data as never);
  return err({ type: 'InputInvalid', fields: [...new Set(parsed.error.issues.flatMap(fieldsOf))] });
};

// `set` and `cost` only group fields; the form that shows the failure knows the fields by their own names.
const fieldsOf = (issue: z.core.$ZodIssue): readonly string[] => {
  if (issue.code === 'unrecognized_keys') return issue.keys;
  const path = issue.path.map(String);
  const [first, second] = path;
  return [(first === 'set' || first === 'cost') && second !== undefined ? second : (first ?? '')];
};

// A new record starts only in a kind of space its type may live in: a cost put where a whole journey reads would be told to
// everyone, whatever the window meant. And the space must be of the journey it says it belongs to.
const checkSpace = (change: Change): Result<null, CommandFailure> => {
  if (change.kind === 'remove' || change.before !== null) return ok(null);
  const { type, space, journey } = change.draft;
  const kind = spaceKind(space);
  const homes: readonly SpaceKind[] = definitionByType[type].spaces;
  const fits = kind !== null && homes.includes(kind) && journey === (journeyOfSpace(space) ?? '');
  return fits ? ok(null) : err({ type: 'NotAllowed', fields: ['space'], detail: `${type} of ${journey} in ${space}` });
};

// What more people read names nothing that only fewer read: not its parent, nor a key in its body. A name that was there before
// and that this command does not touch is not its business. Sharing takes such names out by itself before it comes here.
const checkNames = (change: Change): Result<null, CommandFailure> => {
  if (change.kind === 'remove') return ok(null);
  const { before, draft } = change;
  // `movedTo` stands on an original and names its wider copy: never more than the original's readers may read.
  const { movedTo: _movedTo, ...body } = draft.body;
  const names: readonly (readonly [string, unknown, unknown])[] = [
    ['parent', draft.parent, before?.parent],
    ...Object.entries(body).map(([field, value]) => [field, value, before?.body[field]] as const),
  ];
  const fields = names
    .filter(([, value, was]) => !sameValue(value, was) && namesHidden(draft.space, value))
    .map(([field]) => field);
  return fields.length === 0
    ? ok(null)
    : err({ type: 'NotAllowed', fields, detail: `${draft.type} in ${draft.space} names what its readers can't read` });
};

const namesHidden = (space: SpaceId, value: unknown): boolean =>
  typeof value === 'object' && value !== null && !isFamilyOnly(space)
    ? Object.entries(value).some(([name, item]) => isHiddenIn(space, name) || namesHidden(space, item))
    : isHiddenIn(space, value);

// Unknown fields stay (the schemas are loose). A field that was already odd and that this command does not touch is not its
// business: refusing it would lock a record that a newer build wrote.
const checkBody = (change: Change): Result<Change, CommandFailure> => {
  if (change.kind === 'remove') return ok(change);
  const { before, draft } = change;
  const parsed = parseBody(draft.type, draft.body, definitionByType[draft.type].version);
  if (parsed.ok) return ok({ ...change, draft: { ...draft, body: parsed.value } });
  const touched = parsed.error.fields.filter(
    (name) => before === null || !sameValue(before.body[name], draft.body[name]),
  );
  return touched.length === 0 ? ok(change) : err({ type: 'InputInvalid', fields: touched });
};
