// What a person says in the chat of a window, and what they do with the answer: the vocabulary of the tests that talk.
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';

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
  const say = async (text: string): Promise<void> => {
    await field.fill(text);
    await field.press('Enter');
    await vi.waitFor(async () => expect(await field.inputValue()).toBe(''));
  };
  return {
    field,
    log,
    proposal: proposals.last(),
    say,
    have: async (text) => {
      await say(text);
      const open = proposals.last();
      await open.getByRole('button', { name: 'Do it' }).click();
      await open.getByText(/^Done ·/).waitFor();
      return open.innerText();
    },
    learn: async (text, told) => {
      await say(text);
      await vi.waitFor(async () => {
        const words = await log.innerText();
        expect(words.slice(words.lastIndexOf(text) + text.length)).toContain(told);
      }, 5_000);
    },
  };
};
