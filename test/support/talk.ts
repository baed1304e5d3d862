// What a person says in the chat of a window, and what they do with the answer: the vocabulary of the tests that talk.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Talk {
  readonly field: Locator;
  readonly log: Locator;
  /** The last card that proposes something. */
  readonly proposal: Locator;
  /** Says it, and waits until it is kept: the line is empty again. */
  readonly say: (text: string) => Promise<void>;
  /** Says it and takes what is proposed; answers what the proposal says afterwards. */
  readonly have: (text: string) => Promise<string>;
  /** Asks what was not asked before in these words, and waits until it is told so. */
  readonly learn: (text: string, told: string) => Promise<void>;
}

/** On a page whose chat is open. */
export const talkIn = (page: Page): Talk => {
  const field = page.getByRole('textbox', { name: 'Message' });
  const log = page.getByRole('log', { name: 'Messages' });
  const proposals = page.getByRole('region', { name: 'Proposal' });
  const rows = log.locator('[data-index]');
  /** Of the last message that is drawn; -1 where there is none. */
  const lastRow = async (): Promise<number> => {
    await field.waitFor();
    if ((await log.count()) === 0) return -1;
    await rows.last().waitFor();
    return Number(await rows.last().getAttribute('data-index'));
  };
  /** Answers the last message that stood before it. */
  const send = async (text: string): Promise<number> => {
    const before = await lastRow();
    await field.fill(text);
    await field.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('');
    await expect.poll(lastRow).toBeGreaterThan(before);
    return before;
  };
  const say = async (text: string): Promise<void> => void (await send(text));
  return {
    field,
    log,
    proposal: proposals.last(),
    say,
    have: async (text) => {
      const before = await send(text);
      // One before it may be open, too.
      const open = log.locator(`xpath=.//*[@data-index > ${before}]`).getByRole('region', { name: 'Proposal' }).last();
      await open.getByRole('button', { name: 'Do it' }).click();
      await open.getByText(/^Done ·/).waitFor();
      return open.innerText();
    },
    learn: async (text, told) => {
      await say(text);
      const since = async (): Promise<string> => {
        const words = await log.innerText();
        const at = words.lastIndexOf(text);
        return at < 0 ? '' : words.slice(at + text.length);
      };
      await expect.poll(since).toContain(told);
    },
  };
};
