// A body that fits the schema of any record type, made from the schema itself: a new type is walked by tests that nobody has to tell.
import { z } from 'zod';
import { definitionByType, type RecordType } from '../../domain/records/registry.ts';

interface Json {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly allOf?: readonly Json[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly items?: Json;
  readonly prefixItems?: readonly Json[];
}

/** `word` stands in every text that may be any text; keys name records of `space`, persons are `person`. */
export const aBody = (
  type: RecordType,
  { word, space, person }: { readonly word: string; readonly space: string; readonly person: string },
): Readonly<Record<string, unknown>> => {
  const texts = [
    word,
    `${space}|photo_1`,
    person,
    space,
    `deed_${'a'.repeat(8)}`,
    'a'.repeat(64),
    'a'.repeat(16),
    'A'.repeat(43),
    `${'A'.repeat(85)}A`,
    `approval_${'a'.repeat(64)}`,
    '#aabbcc',
    'https://example.org/',
    'EUR',
    '1.5',
    'item_a',
    'mark_a',
    '0000000rs.0000.aaaaaaaa',
  ];
  const text = ({ pattern, format, maxLength = Infinity }: Json): string => {
    if (format === 'date') return '2026-06-02';
    if (format === 'uri') return 'https://example.org/';
    const fits = (each: string): boolean =>
      each.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(each));
    const found = texts.find(fits);
    if (found === undefined) throw new Error(`${type}: no text for ${pattern ?? format ?? maxLength}`);
    return found;
  };
  const value = (json: Json): unknown => {
    if (json.const !== undefined) return json.const;
    const [first] = json.enum ?? [];
    if (first !== undefined) return first;
    const [either] = [...(json.anyOf ?? []), ...(json.oneOf ?? []), ...(json.allOf ?? [])];
    if (either !== undefined) return value(either);
    switch (json.type ?? 'any') {
      case 'string':
        return text(json);
      case 'integer':
      case 'number':
        return json.minimum ?? (json.exclusiveMinimum === undefined ? 1 : json.exclusiveMinimum + 1);
      case 'boolean':
        return true;
      case 'array':
        return json.prefixItems === undefined
          ? Array.from({ length: json.minItems ?? 0 }, () => value(json.items ?? {}))
          : json.prefixItems.map(value);
      case 'object':
        return object(json);
      default:
        return null;
    }
  };
  const object = ({ properties = {}, required = [] }: Json): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      required.flatMap((name) => (properties[name] === undefined ? [] : [[name, value(properties[name])]])),
    );
  const schema = z.toJSONSchema(definitionByType[type].body, { unrepresentable: 'any', io: 'input' });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what this reads of a JSON schema
  const body = object(schema as Json);
  return z.record(z.string(), z.unknown()).parse(definitionByType[type].body.parse(body));
};
