// The built-in templates, in the order they are offered.
import { bathroomTemplate } from './bathroom.ts';
import { kitchenTemplate } from './kitchen.ts';
import { repaintTemplate } from './repaint.ts';
import type { JourneyTemplate } from './template.ts';

export const templates: readonly JourneyTemplate[] = [kitchenTemplate, bathroomTemplate, repaintTemplate];

export const templateById = (id: string): JourneyTemplate | null =>
  templates.find((template) => template.id === id) ?? null;
