import type { Page } from '@playwright/test'

/** A letter as a keyboard sends it, or Enter. */
const stroke = (key: string) =>
  key === 'Enter'
    ? { key, code: key, text: '\r', windowsVirtualKeyCode: 13 }
    : {
        key,
        code: `Key${key.toUpperCase()}`,
        text: key,
        windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0),
      }

/**
 * Presses a key twice with nothing in between, for what cannot be taken back: the second press counts for a few seconds only, and how long a
 * story needs to send it must not hang on how busy its machine is.
 */
export async function keyTwice(page: Page, key: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { text, ...rest } = stroke(key)
  const down = { type: 'keyDown' as const, text, ...rest }
  const up = { type: 'keyUp' as const, ...rest }
  await Promise.all([down, up, down, up].map((event) => session.send('Input.dispatchKeyEvent', event)))
  await session.detach()
}
