// The id of the field that a mark's words are written in: who has just drawn one writes there next.

export const markFieldId = (id: string): string => `field-${id}`;
