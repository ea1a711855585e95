import { expect, type Page } from '@playwright/test'
import { keyTwice } from './key-twice.ts'

/** What stands on the button of each key of the console. */
const FACES: Record<string, RegExp> = {
  s: /^Start the auction/,
  o: /^Open/,
  n: /^Next/,
  '1': /^Going once/,
  '2': /^Going twice/,
  h: /^Hammer/,
  u: /^Unsold/,
  z: /^Undo bid/,
  p: /^(Pause|Resume)/,
  f: /^Hand raised/,
}

/** The auctioneer's keys on a console. */
export function keysOf(desk: Page) {
  const controls = desk.getByRole('region', { name: 'Controls' })
  // A key does what its button does, so it is pressed when the button is on: an answer may come before the entry that it speaks of.
  const ready = async (key: string) => {
    const face = FACES[key]
    // Raised hands are beside the teams, not among the controls.
    const place = key === 'f' ? desk : controls
    if (face) await expect(place.getByRole('button', { name: face })).toBeEnabled()
  }
  return {
    press: async (key: string) => {
      await ready(key)
      await desk.keyboard.press(key)
    },
    /** For what cannot be taken back. */
    twice: async (key: string) => {
      await ready(key)
      await keyTwice(desk, key)
    },
    /** What the desk says of the last command. */
    said: (words: string | RegExp) => expect(controls.getByRole('status')).toContainText(words),
  }
}

export const price = (page: Page) => page.getByRole('region', { name: 'Price' })
/**
 * Waits until all these pages show who leads, at which price. The price alone may have been the next bid before, and one page may show what
 * another has yet to be told: a desk whose key speaks of a bid shows that bid first.
 */
export async function leads(pages: readonly Page[], team: string, amount: string): Promise<void> {
  for (const page of pages) await expect(price(page)).toContainText(`${team} lead${amount}`)
}

export const bidButton = (page: Page) => page.getByRole('button', { name: /^Bid/ })
