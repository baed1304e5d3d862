// The sign that stands for a kind of thing wherever one is named: in search, in the chat, beside what is like it.
import {
  IconArrowsExchange,
  IconChartPie,
  IconCheckbox,
  IconCoin,
  IconColorSwatch,
  IconFileInvoice,
  IconFileText,
  IconHammer,
  IconHome2,
  IconListCheck,
  IconMessage,
  IconMessageCircle,
  IconNotebook,
  IconPhoto,
  IconScale,
  IconScan,
  IconUser,
  IconWorld,
  IconZoomQuestion,
  type Icon,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';

const iconByType: Readonly<Record<string, Icon>> = {
  journey: IconHome2,
  step: IconListCheck,
  photo: IconPhoto,
  document: IconFileText,
  reading: IconScan,
  cost: IconCoin,
  quote: IconFileInvoice,
  change: IconArrowsExchange,
  payment: IconCoin,
  finding: IconWorld,
  question: IconZoomQuestion,
  webpage: IconWorld,
  comment: IconMessage,
  message: IconMessageCircle,
  decision: IconScale,
  alternative: IconScale,
  selection: IconColorSwatch,
  task: IconCheckbox,
  log: IconNotebook,
  party: IconHammer,
  person: IconUser,
  budget: IconChartPie,
};

interface TypeIconProps {
  readonly type: string;
  readonly size: number;
}

/** A sheet of text for what has no sign of its own. */
export const TypeIcon = ({ type, size }: TypeIconProps): ReactElement => {
  const Sign = iconByType[type] ?? IconFileText;
  return <Sign size={size} stroke={1.75} aria-hidden />;
};
