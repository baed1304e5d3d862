// What a worker hands over with its answer instead of copying it: a drawn page, the pixels of one that is to be read.

export const handedOver = (reply: unknown): Transferable[] => {
  const value = typeof reply === 'object' && reply !== null && 'value' in reply ? reply.value : null;
  if (typeof value !== 'object' || value === null) return [];
  if ('bitmap' in value && value.bitmap instanceof ImageBitmap) return [value.bitmap];
  return 'image' in value && value.image instanceof Uint8Array && value.image.buffer instanceof ArrayBuffer
    ? [value.image.buffer]
    : [];
};
