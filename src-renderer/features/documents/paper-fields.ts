// The values of a paper by the name of their field in the window, and how what is typed becomes a value again.
import type { PaperProblem } from '../../../domain/documents/arithmetic.ts';
import type { Paper } from '../../../domain/documents/paper.ts';
import { exhaustive } from '../../../domain/kernel/exhaustive.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { parseAmount } from '../../../domain/money/amount.ts';
import type { PaperField, PaperKind, PaperLine, Place } from '../../../domain/records/paper.ts';
import { amountText } from '../../ui/money.ts';

/** `vendor`, or `l3.amount` for a value of a line. */
export type FieldName = string;

export const LINE_PARTS = ['description', 'quantity', 'unit', 'unitPrice', 'amount'] as const;
export type LinePart = (typeof LINE_PARTS)[number];
export const lineField = (line: string, part: LinePart): FieldName => `${line}.${part}`;

export interface Mark {
  readonly field: FieldName;
  readonly place: Place;
}

/** Every value of the paper that has a place on its pages. */
export const marksOf = ({ values, places }: Paper): readonly Mark[] => [
  ...Object.entries(places).map(([field, place]) => ({ field, place })),
  ...values.lines.flatMap(({ id, places: own = {} }) =>
    Object.entries(own).map(([part, place]) => ({ field: `${id}.${part}`, place })),
  ),
];

const TEXTS = ['vendor', 'title', 'number', 'terms'] as const;
const DATES = ['date', 'validUntil', 'dueDate', 'warrantyEnd'] as const;
const SUMS = ['subtotal', 'discount', 'tax', 'total'] as const;
export type TextField = (typeof TEXTS)[number];
export type DateField = (typeof DATES)[number];
export type SumField = (typeof SUMS)[number];

/** What is asked of a paper of this kind, in the order of Tab. */
export const fieldsOf = (kind: PaperKind): readonly PaperField[] => {
  switch (kind) {
    case 'quote':
      return [
        'vendor',
        'title',
        'number',
        'date',
        'validUntil',
        'lines',
        'subtotal',
        'discount',
        'tax',
        'total',
        'terms',
      ];
    case 'invoice':
      return ['vendor', 'title', 'number', 'date', 'dueDate', 'lines', 'subtotal', 'discount', 'tax', 'total', 'terms'];
    case 'receipt':
      return ['vendor', 'date', 'tax', 'total'];
    case 'warranty':
      return ['vendor', 'title', 'date', 'warrantyEnd'];
    case 'contract':
    case 'permit':
    case 'manual':
    case 'plan':
    case 'other':
      return ['vendor', 'title', 'number', 'date'];
    default:
      return exhaustive(kind);
  }
};

/** A warning names what can be seen: a receipt, of which few values are asked, then shows its lines and what they are held against. */
export const fieldsWith = (kind: PaperKind, problems: readonly PaperProblem[]): readonly PaperField[] => {
  const fields = fieldsOf(kind);
  if (kind !== 'receipt' || problems.length === 0) return fields;
  const named = new Set(problems.flatMap((one) => NAMED_BY_PROBLEM[one.kind]));
  return fieldsOf('invoice').filter((field) => fields.includes(field) || named.has(field));
};
const NAMED_BY_PROBLEM: Readonly<Record<PaperProblem['kind'], readonly PaperField[]>> = {
  line: ['lines'],
  lines: ['lines', 'subtotal', 'discount'],
  total: ['subtotal', 'discount'],
};

export const isText = (field: PaperField): field is TextField => TEXTS.some((name) => name === field);
export const isDate = (field: PaperField): field is DateField => DATES.some((name) => name === field);
export const isSum = (field: PaperField): field is SumField => SUMS.some((name) => name === field);

export const moneyText = (money: Money | null): string => (money === null ? '' : amountText(money));

/** "2.5", at most three decimals. */
export const quantityText = (thousandths: number | null): string =>
  thousandths === null ? '' : String(thousandths / 1_000);

/** Undefined for what is no amount; null when the field was emptied. */
export const moneyTyped = (text: string, currency: string): Money | null | undefined =>
  text.trim() === '' ? null : (parseAmount(text, currency) ?? undefined);

const QUANTITY = /^\s*(-?\d{1,9})(?:[.,](\d{1,3}))?\s*$/;

/** Thousandths. Undefined for what is no quantity; null when the field was emptied. */
export const quantityTyped = (text: string): number | null | undefined => {
  if (text.trim() === '') return null;
  const [, whole, decimals = ''] = QUANTITY.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const size = Number(whole.replace('-', '') + decimals.padEnd(3, '0'));
  return whole.startsWith('-') ? -size : size;
};

/** The line with one of its values typed anew; null when what was typed is none. */
export const lineTyped = (
  line: PaperLine,
  { part, text, currency }: { readonly part: LinePart; readonly text: string; readonly currency: string },
): PaperLine | null => {
  switch (part) {
    case 'description':
      return { ...line, description: text.trim().slice(0, 1_000) };
    case 'unit':
      return { ...line, unit: text.trim().slice(0, 40) };
    case 'quantity': {
      const quantity = quantityTyped(text);
      return quantity === undefined ? null : { ...line, quantity };
    }
    case 'unitPrice':
    case 'amount': {
      const money = moneyTyped(text, currency);
      return money === undefined ? null : { ...line, [part]: money };
    }
    default:
      return exhaustive(part);
  }
};

/** Puts the cursor into the field of that name, where there is one. */
export const focusField = (field: FieldName): void => {
  const element = [...document.querySelectorAll<HTMLElement>('[data-field]')].find(
    (one) => one.dataset['field'] === field,
  );
  const input =
    element?.matches('input,textarea') === true ? element : element?.querySelector<HTMLElement>('input,textarea');
  input?.focus();
};
