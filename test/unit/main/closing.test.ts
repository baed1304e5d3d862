// A window that is closed waits for its page to write what it holds, but never for long, and not for a page that is gone.
import { expect, test, vi } from 'vitest';
import { closeWhenWritten } from '../../../src-main/window/closing.ts';

const aWindow = (ask: () => boolean) => {
  let close: (event: { readonly preventDefault: () => void }) => void = () => {};
  const destroy = vi.fn<() => void>();
  const ready = closeWhenWritten(
    { on: (_event, listener) => (close = listener), isDestroyed: () => destroy.mock.calls.length > 0, destroy },
    { ask, wait: 1_000 },
  );
  /** Whether it stays open for now. */
  const press = (): boolean => {
    let held = false;
    close({ preventDefault: () => (held = true) });
    return held;
  };
  return { destroy, ready, press };
};

test('it goes when the page has written, once', () => {
  const ask = vi.fn<() => boolean>(() => true);
  const window = aWindow(ask);
  window.ready();
  expect(window.destroy).not.toHaveBeenCalled();
  expect(window.press()).toBe(true);
  window.ready();
  window.ready();
  expect(window.destroy).toHaveBeenCalledOnce();
  expect(ask).toHaveBeenCalledOnce();
});

test('it waits for no page that says nothing, for none that is gone, and for no second wish', () => {
  vi.useFakeTimers();
  const silent = aWindow(() => true);
  expect(silent.press()).toBe(true);
  vi.advanceTimersByTime(999);
  expect(silent.destroy).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(silent.destroy).toHaveBeenCalledOnce();
  expect(aWindow(() => false).press()).toBe(false);
  const pressedTwice = aWindow(() => true);
  pressedTwice.press();
  expect(pressedTwice.press()).toBe(false);
  vi.useRealTimers();
});
