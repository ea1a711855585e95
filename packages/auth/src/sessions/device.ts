import Bowser from 'bowser'

const MAX_LENGTH = 120
/** More than any browser says of itself; parsing is for what is likely alone. */
const MAX_READ = 400

/** A device in words from what its requests say of it: `Firefox on Windows`, `curl`; `An unknown device` where they say nothing. */
export const deviceOf = (userAgent: string | null): string => {
  const said = (userAgent ?? '').slice(0, MAX_READ)
  if (said.trim() === '') return 'An unknown device'
  const { browser, os } = Bowser.parse(said)
  if (browser.name && os.name) return `${browser.name} on ${os.name}`.slice(0, MAX_LENGTH)
  // A program names itself first, as in `curl/8.5.0`.
  const program = /^[\w.-]{1,60}/.exec(said)?.[0]
  return program ?? 'An unknown device'
}
