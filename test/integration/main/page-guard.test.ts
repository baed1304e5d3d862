// The window's walls, in a real window: what the page cannot load, run, open, ask or see.
/* oxlint-disable typescript/no-unsafe-type-assertion -- the page gets plain values whose types only the test knows */
import { spawn } from 'node:child_process';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask } from '../../support/ask.ts';
import { makeBareApp } from '../../support/bare-app.ts';
import { electronProgram, launch, type Launched } from '../../support/launch.ts';

const bare = makeBareApp();
let device: Launched;
beforeAll(async () => {
  device = await launch({ app: bare.folder, protection: 'ask' });
});
afterAll(async () => {
  await device.close();
  await bare.remove();
});

test('the page is at its own origin, with the bridge and without Node', async () => {
  expect(new URL(device.page.url()).href.startsWith('app://plumbline/')).toBe(true);
  expect(
    await device.page.evaluate(() => ({
      bridge: Object.keys(window.plumbline).toSorted(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    })),
  ).toEqual({ bridge: ['ask', 'on'], node: [] });
});

test('the window is sandboxed, isolated, and as large as it must be', async () => {
  const found = await device.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    const contents: object = window.webContents;
    if (!('getLastWebPreferences' in contents) || typeof contents.getLastWebPreferences !== 'function')
      throw new Error('cannot look');
    const preferences: Record<string, unknown> = contents.getLastWebPreferences();
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = preferences;
    return {
      preferences: { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity },
      least: window?.getMinimumSize(),
      size: window?.getSize(),
    };
  });
  expect(found.preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(found.preferences.webviewTag ?? false).toBe(false);
  expect(found.least).toEqual([960, 640]);
});

test('every answer carries the policy', async () => {
  const headers = await device.page.evaluate(async () => Object.fromEntries((await fetch('/index.html')).headers));
  expect(headers['content-security-policy']).toContain(`default-src 'none'; script-src 'self' 'wasm-unsafe-eval';`);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('inline scripts, eval and foreign addresses are refused, and each refusal is reported by the browser', async () => {
  const refused = await device.page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => void seen.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    // In a task of its own: a test's own script may evaluate, the page's may not.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- this is what must be refused
          resolve(globalThis.eval('1 + 1'));
        } catch {
          resolve('refused');
        }
      }),
    );
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      () => 'refused',
    );
    const image = new Image();
    image.src = 'https://example.com/x.png';
    const frame = document.createElement('iframe');
    frame.src = 'app://plumbline/index.html';
    document.body.append(frame);
    for (const directive of ['img-src', 'frame-src'])
      while (!seen.includes(directive)) await new Promise((resolve) => setTimeout(resolve, 10));
    frame.remove();
    return { ran: 'ran' in window, evaluated, fetched, directives: [...new Set(seen)].toSorted() };
  });
  expect(refused).toEqual({
    ran: false,
    evaluated: 'refused',
    fetched: 'refused',
    directives: ['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem'],
  });
});

test('the page cannot go elsewhere nor open a window', async () => {
  const before = device.page.url();
  const opened = await device.page.evaluate(async () => {
    const other = window.open('https://example.com/');
    window.location.href = 'https://example.com/';
    // Time in which it would have gone there.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const link = document.createElement('a');
    link.href = 'file:///etc/passwd';
    document.body.append(link);
    link.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return other;
  });
  expect(opened).toBeNull();
  expect(device.page.url()).toBe(before);
  expect(device.app.windows()).toHaveLength(1);
});

test('no permission is granted', async () => {
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
  const states = await device.page.evaluate(
    (asked) =>
      Promise.all(
        asked.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
      ),
    names,
  );
  expect(states).toEqual(names.map(() => 'denied'));
  const refusal = await device.page.evaluate(
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          ({ code }) => resolve(code),
        ),
      ),
  );
  expect(refusal).toBe(1);
});

test('a channel that is none, and arguments that do not fit, are refused', async () => {
  const refused = await device.page.evaluate(async () => {
    const loose = window.plumbline.ask as (channel: string, args: unknown) => Promise<unknown>;
    const failing = (channel: string, args: unknown) =>
      loose(channel, args).then(
        (answer) => answer,
        (problem: Error) => `threw ${problem.message}`,
      );
    return {
      unknown: await failing('fs.readFile', { path: '/etc/passwd' }),
      proto: await failing('constructor', {}),
      badHash: await failing('blob.upload', {
        space: 'private_00000000-0000-0000-0000-000000000000',
        sha: '../../etc/passwd',
      }),
      badSave: await failing('file.save', { name: 'x', bytes: 'not bytes' }),
      nothing: await failing('vault.unlock', undefined),
    };
  });
  expect(refused).toEqual({
    unknown: 'threw no such channel',
    proto: 'threw no such channel',
    badHash: { ok: false, error: { type: 'InputInvalid', fields: ['sha'] } },
    badSave: { ok: false, error: { type: 'InputInvalid', fields: ['bytes'] } },
    nothing: { ok: false, error: { type: 'InputInvalid', fields: [''] } },
  });
});

test('files outside the page’s folder are not served', async () => {
  const statuses = await device.page.evaluate(() =>
    Promise.all(
      ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/none.js'].map(
        async (address) => (await fetch(address)).status,
      ),
    ),
  );
  expect(statuses).toEqual([404, 404, 404]);
});

test('a bug in main reaches the page as one code, with the details in the log only', async () => {
  await device.app.evaluate(({ safeStorage }) => {
    // oxlint-disable-next-line typescript/no-deprecated -- what main calls, see src-main/vault/keyring.ts
    safeStorage.isEncryptionAvailable = () => {
      throw new Error('planted');
    };
  });
  const problem = await ask(device.page, 'vault.prepare', { mode: 'keyring', passphrase: null });
  expect(problem).toMatchObject({ ok: false, error: { type: 'Unexpected' } });
  expect(JSON.stringify(problem)).not.toContain('planted');
});

test('a second start gives way to the first and hands its link over', async () => {
  await device.page.evaluate(() => {
    (window as unknown as { heard: Promise<unknown> }).heard = new Promise((resolve) =>
      window.plumbline.on('app.join', resolve),
    );
  });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(
    electronProgram(),
    [
      ...sandbox,
      `--user-data-dir=${device.userData}`,
      '.',
      'plumbline:join/abcde-fghjk?server=https%3A%2F%2Fsync.example%2Fpath',
    ],
    { cwd: bare.folder, stdio: 'ignore' },
  );
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  expect(await device.page.evaluate(() => (window as unknown as { heard: Promise<unknown> }).heard)).toEqual({
    code: 'ABCDE-FGHJK',
    server: 'https://sync.example',
  });
});
