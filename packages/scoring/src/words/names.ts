import type { PlayerId, Side } from '../sport.ts'

/** How commentary calls teams and players: names are looked up at the last moment. A player whom the play does not name is null. */
export type Names = {
  readonly team: (side: Side) => string
  readonly player: (player: PlayerId | null) => string
}

/** `one`, `one and two`, `one, two and three`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
