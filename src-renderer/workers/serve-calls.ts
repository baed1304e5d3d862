// The worker's end: answers each question with the handler of its name; a bug travels back as a rejection.
import type { Answer, Calls, Question } from './worker-client.ts';

export type Handlers<C extends Calls> = { readonly [N in keyof C]: (args: C[N]['args']) => Promise<C[N]['reply']> };

/** What a dedicated worker's global has of use here; the page's types do not know it. */
interface WorkerGlobal {
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent<Question>) => void) => void;
  readonly postMessage: (answer: Answer, transfer: Transferable[]) => void;
}

/** `transfer` names what a reply may hand over instead of copying it. */
export const serveCalls = <C extends Calls>(
  handlers: Handlers<C>,
  transfer: (reply: unknown) => Transferable[] = () => [],
): void => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this runs in a worker, and the page's types call its global a window
  const scope = globalThis as unknown as WorkerGlobal;
  const answer = async ({ id, name, args }: Question): Promise<void> => {
    try {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`no call named ${name}`);
      const reply = await handler(args);
      scope.postMessage({ id, ok: true, reply }, transfer(reply));
    } catch (thrown) {
      scope.postMessage(
        { id, ok: false, reason: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) },
        [],
      );
    }
  };
  scope.addEventListener('message', ({ data }) => void answer(data));
};
