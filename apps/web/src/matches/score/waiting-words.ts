import { isAside, type Kept, unsent } from '@gavel/room'

/** Plays are counted as what they are in the sport that has a word for them. */
const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  Delivery: ['ball', 'balls'],
  Rally: ['rally', 'rallies'],
  Raid: ['raid', 'raids'],
}

/** `4 balls`, `1 entry`: what these asks are, by the word for all of them. */
export function countWords(kept: readonly Kept[]): string {
  const types = new Set(kept.map(({ ask }) => ('play' in ask && ask.type !== 'Amend' ? ask.play.type : '')))
  const [one, many] = (types.size === 1 ? NOUNS[[...types][0] ?? ''] : null) ?? ['entry', 'entries']
  return `${kept.length} ${kept.length === 1 ? one : many}`
}

export const ALL_SENT = 'Everything is sent'
export const NO_NETWORK = 'No network'

/** What the strip says: where what was scored is (PAD-11). `reach`: whether the log can be reached now. */
export function savedWords(kept: readonly Kept[], reach: boolean, pageOnly: boolean): string {
  const waiting = unsent(kept)
  const place = pageOnly ? 'Only in this page, do not close it' : 'Saved on this phone'
  if (waiting.length > 0) return `${place}, ${countWords(waiting)} to send`
  if (reach) return ALL_SENT
  return `${NO_NETWORK}. ${pageOnly ? 'Keep this page open' : 'What you score is saved on this phone'}`
}

export const asideOf = (kept: readonly Kept[]): readonly Kept[] => kept.filter(isAside)
