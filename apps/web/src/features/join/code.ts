/** How many letters and digits a fan's code has, and an invitation. */
const LENGTHS: readonly number[] = [6, 8]

/** No 0 O 1 I L U: nobody mistakes one of these for another, on a screen across a hall or read aloud. */
const FOREIGN = /[^2-9A-HJKMNP-TV-Z]/

/** What somebody typed or pasted as a code: capitals without spaces and hyphens; of a whole link, its code alone. */
export function foldTyped(typed: string): string {
  const [, linked] = /\/join\/([^/?#\s]+)/i.exec(typed) ?? []
  return (linked ?? typed).toUpperCase().replace(/[\s\p{Pd}._]+/gu, '')
}

/** What is wrong with a folded code, in a sentence for a person; null where it may be one. */
export function problemWith(code: string): string | null {
  if (code === '') return 'Type the code.'
  if (FOREIGN.test(code)) return 'Codes have no 0, O, 1, I, L or U in them, and no signs. Look at it once more.'
  if (!LENGTHS.includes(code.length)) return `A code has 6 or 8 letters and digits, and this has ${code.length}.`
  return null
}

/** A code in two halves, as people read it out: `K7M 2PQ`. */
export function inHalves(code: string): string {
  const middle = Math.ceil(code.length / 2)
  return `${code.slice(0, middle)} ${code.slice(middle)}`
}

/** True for an address that means the very machine it is opened on, so that no phone can use it. */
export function isOnlyHere(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)
}
