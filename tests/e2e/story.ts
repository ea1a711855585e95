import { test as base } from '@playwright/test'

export { expect } from '@playwright/test'

/** A story: what `test` is, and every browser that its people opened is closed when it is over. */
export const test = base.extend<{ closing: undefined }>({
  closing: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})
