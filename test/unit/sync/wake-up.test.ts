// A computer that wakes and a network that returns make the client try at once, from the system's event to the client.
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { Bridge } from '../../../protocol/ipc/channels.ts';
import { onAwake } from '../../../src-main/desk/awake.ts';
import { wakeOn } from '../../../src-renderer/sync/wake-up.ts';

test('waking, unlocking and being online again each try once, until it is stopped', () => {
  const power = new EventEmitter();
  const channel = new EventEmitter();
  onAwake(power, () => channel.emit('app.awake', {}));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one event of the bridge, over an emitter
  const on = ((event: string, listener: () => void) => {
    channel.on(event, listener);
    return () => channel.off(event, listener);
  }) as unknown as Bridge['on'];
  const window = new EventTarget();
  let tries = 0;
  const stop = wakeOn({ window, on }, () => (tries += 1));

  power.emit('suspend');
  window.dispatchEvent(new Event('offline'));
  expect(tries).toBe(0);
  power.emit('resume');
  expect(tries).toBe(1);
  power.emit('unlock-screen');
  expect(tries).toBe(2);
  window.dispatchEvent(new Event('online'));
  expect(tries).toBe(3);

  stop();
  power.emit('resume');
  window.dispatchEvent(new Event('online'));
  expect(tries).toBe(3);
});
