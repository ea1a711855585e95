/** Entries kept behind the state: for the log on the screen, and to compare links with a repeated entry. */
const KEPT_ENTRIES = 500

/** What is held of one log: the fold so far, the link of its last entry, and the last entries that arrived here, oldest first. */
export type Held<State, Entry> = { readonly state: State; readonly link: string; readonly recent: readonly Entry[] }

/** `gap`: ask again from where we stand. `fork`: forget everything and ask for a snapshot. */
export type Folded<State, Entry> =
  | { is: 'folded'; held: Held<State, Entry> }
  | { is: 'gap'; from: number }
  | { is: 'fork' }

type Linked = { readonly seq: number; readonly link: string }

/**
 * What is held after a batch of entries. An entry that is already held is compared by its link, never dropped unseen: another link at
 * the same seq means that the log was forked (RESUME-3).
 *
 * @param evolve the state after one more entry; throws where the entry does not fit
 */
export function foldEntries<State extends { seq: number }, Entry extends Linked>(
  held: Held<State, Entry>,
  entries: readonly Entry[],
  evolve: (state: State, entry: Entry) => State,
): Folded<State, Entry> {
  let { state, link } = held
  const fresh: Entry[] = []
  for (const entry of entries) {
    if (entry.seq <= state.seq) {
      const known = entry.seq === state.seq ? link : linkOf(held.recent, fresh, entry.seq)
      if (known !== undefined && known !== entry.link) return { is: 'fork' }
      continue
    }
    if (entry.seq > state.seq + 1) return { is: 'gap', from: state.seq }
    try {
      state = evolve(state, entry)
    } catch {
      return { is: 'fork' }
    }
    link = entry.link
    fresh.push(entry)
  }
  if (fresh.length === 0) return { is: 'folded', held }
  return { is: 'folded', held: { state, link, recent: [...held.recent, ...fresh].slice(-KEPT_ENTRIES) } }
}

function linkOf(recent: readonly Linked[], fresh: readonly Linked[], seq: number): string | undefined {
  return (fresh.find((entry) => entry.seq === seq) ?? recent.find((entry) => entry.seq === seq))?.link
}
