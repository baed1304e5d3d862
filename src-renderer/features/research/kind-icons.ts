// The picture of each kind of thing that is looked for.
import { IconBulb, IconHammer, IconPackage, type Icon } from '@tabler/icons-react';
import type { ResearchKind } from '../../../domain/records/research.ts';

export const iconByKind: Readonly<Record<ResearchKind, Icon>> = {
  product: IconPackage,
  contractor: IconHammer,
  inspiration: IconBulb,
};
