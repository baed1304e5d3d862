// Sets the report of a week: what stands where on the page. Pure: the same words give the same document.
import type { WeekWords } from './use-week-words.ts';

type Node = Readonly<Record<string, unknown>>;

const INK = '#1d2127';
const DIM = '#5f6876';

export const weekDefinition = ({
  journey,
  title,
  done,
  tasks,
  late,
  next,
  deliveries,
  spent,
  due,
  wanted,
  decided,
}: WeekWords): Node => ({
  pageSize: 'A4',
  pageMargins: [48, 52, 48, 56],
  info: { title: `${journey}, ${title}`, creator: 'Plumbline' },
  defaultStyle: { font: 'Roboto', fontSize: 10, color: INK, lineHeight: 1.25 },
  content: [
    { text: journey, fontSize: 22, bold: true },
    { text: title, color: DIM, margin: [0, 2, 0, 8] },
    ...[done, late, next].flatMap((part) =>
      section(
        part.title,
        part.steps.map(({ step, text }) => ({ name: step.body.name, text })),
        part.none,
      ),
    ),
    ...[deliveries, tasks, ...(spent === null ? [] : [spent]), due, wanted, decided].flatMap((part) =>
      part.lines.length === 0
        ? []
        : section(
            part.title,
            part.lines.map((line) => ({ name: line, text: '' })),
            '',
          ),
    ),
  ],
});

const section = (
  title: string,
  rows: readonly { readonly name: string; readonly text: string }[],
  none: string,
): readonly Node[] => [
  { text: title, fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
  ...(rows.length === 0
    ? [{ text: none, color: DIM }]
    : rows.map(({ name, text }) => ({
        columns: text === '' ? [{ text: name }] : [{ text: name }, { text, color: DIM }],
        columnGap: 12,
        margin: [0, 2, 0, 2],
      }))),
];
