// What the page may ask about reading pictures.
import { ok } from '../../domain/kernel/result.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { OcrReader } from './ocr-reader.ts';

export const ocrChannels = (reader: OcrReader): Pick<Handlers, 'ocr.read' | 'ocr.cancel'> => ({
  'ocr.read': ({ job, image, language, lined = false, parts = [] }) =>
    reader.read(job, { image, language, lined, parts }),
  'ocr.cancel': ({ job }) => {
    reader.cancel(job);
    return ok(null);
  },
});
