import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What every page must hold, by day and by night: axe finds nothing, and nothing is wider than the screen. */
export async function checkLooks(page: Page, what: string) {
  // What fades in has no contrast yet: it is looked at as those see it who want no motion.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect.soft(await violationsOf(axeOf(page)), `axe on ${what}`).toEqual([])
  await checkWidth(page, what)
  await inTheOtherLight(page, async (scheme) => {
    // Day and night differ in their colours alone.
    const contrast = await violationsOf(axeOf(page).withRules(['color-contrast']))
    expect.soft(contrast, `contrast of ${what}, ${scheme}`).toEqual([])
  })
  await page.emulateMedia({ reducedMotion: null })
}

/** Tells what is wrong alone. No page here has a frame of another origin, for whose sake alone the other mode opens a page of its own each time. */
const axeOf = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()

/** With the browser's text at twice its size, nothing is wider than the screen either. */
export async function checkLargeText(page: Page, what: string) {
  const setSize = (size: string) =>
    page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize
    }, size)
  await setSize('200%')
  await checkWidth(page, `${what} with large text`)
  await setSize('')
}

async function checkWidth(page: Page, what: string) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(overflow, `${what} scrolls sideways`).toBeLessThanOrEqual(0)
}

async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  )
}

async function inTheOtherLight(page: Page, look: (scheme: 'light' | 'dark') => Promise<void>) {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const [mine, other] = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const)
  for (const scheme of [other, mine]) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.evaluate(endFades)
    if (scheme === other) await look(scheme)
  }
}

/**
 * Colours fade from day to night: each is taken to its end, and so is what inherits it and begins to fade then. Waiting for them instead would
 * hang on whether a busy machine draws a page that nobody looks at.
 */
function endFades() {
  const fading = () => document.getAnimations().filter((one) => one instanceof CSSTransition)
  for (let round = 0, left = fading(); left.length > 0 && round < 20; round += 1, left = fading())
    for (const one of left) one.finish()
}
