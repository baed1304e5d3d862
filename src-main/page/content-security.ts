// What the page may load and run: the strictest policy it works under, sent with every answer of the `app:` scheme.

/** @param devServer the development server's address: it needs inline scripts (React refresh) and its own websocket */
export const pagePolicy = (devServer: string | null): string => {
  const dev = devServer === null ? '' : ` 'unsafe-inline'`;
  const devSocket = devServer === null ? '' : ` ${devServer.replace(/^http/, 'ws').replace(/\/$/, '')}`;
  return [
    `default-src 'none'`,
    // WebAssembly is for pdf.js; there is no eval and no inline script.
    `script-src 'self' 'wasm-unsafe-eval'${dev}`,
    // Mantine sets styles inline.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' blob: data: plumbline-blob:`,
    `font-src 'self'`,
    `connect-src 'self' plumbline-blob:${devSocket}`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `frame-src 'none'`,
    `object-src 'none'`,
  ].join('; ');
};

/** For originals: they are shown, never run, whatever they hold. */
export const ORIGINAL_POLICY = `default-src 'none'; sandbox`;
