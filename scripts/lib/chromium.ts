import { canInstallPackages, installPackages } from '../services/debian.ts'
import { findOnPath } from './command.ts'
import { Problem } from './problem.ts'

/** The one without windows first: it does a third less for the same pages. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export const findChromium = (): string | undefined => process.env.GAVEL_CHROMIUM || names.map(findOnPath).find(Boolean)

/** The browser for the browser tests. @throws Problem when there is none and it cannot be installed. */
export const ensureChromium = async (): Promise<string> => {
  const found = findChromium()
  if (found) return found
  if (canInstallPackages()) await installPackages(['chromium-headless-shell'])
  const installed = findChromium()
  if (installed) return installed
  throw new Problem(
    'The browser tests need Chromium: install it (Debian: `sudo apt-get install chromium-headless-shell`), or name a Chrome with GAVEL_CHROMIUM=/path/to/it.',
  )
}
