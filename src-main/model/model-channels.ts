// What the page may ask about the language model.
import { ok } from '../../domain/kernel/result.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { ChosenModel } from './chosen-model.ts';

export const modelChannels = (
  model: ChosenModel,
): Pick<Handlers, 'model.settings' | 'model.choose' | 'model.ask' | 'model.stop'> => ({
  'model.settings': () => model.settings(),
  'model.choose': (choice) => model.choose(choice),
  'model.ask': (request) => model.ask(request),
  'model.stop': ({ job }) => {
    model.stop(job);
    return ok(null);
  },
});
