// Turns a piece of HTML into a PNG with the system's Chromium: how papers and receipts of the sample are drawn.
import { chromium } from 'playwright-core';

/** Opens a headless Chromium (`CHROMIUM` names another one); returns `draw(html, width, height)` -> PNG bytes, and `close`. */
export const openPaper = async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });
  const draw = async (html, width, height) => {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box;margin:0}</style>${html}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await page.close();
    return png;
  };
  return { draw, close: () => browser.close() };
};
