import { type Entry, evolve } from '@gavel/auction'
import { type LogEntry, nextLink } from '@gavel/livelog'
import type { AcceptedBid } from './bidding.ts'
import type { Gavel } from './gavel.ts'

const PAGE = 1_000

/** The whole log as the store holds it. */
export async function wholeLog({ log }: Pick<Gavel, 'log'>, auctionId: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for (;;) {
    const page = await log.read(auctionId, entries.length + 1, PAGE)
    entries.push(...page)
    if (page.length < PAGE) return entries
  }
}

/** Everything that is wrong with a log, in words; nothing where it is whole: gaps, links, folding, doubled commands, lost acceptances. */
export function faultsOf(entries: readonly LogEntry[], accepted: readonly AcceptedBid[]): string[] {
  const faults: string[] = []
  let link: string | null = null
  let state: ReturnType<typeof evolve> | null = null
  const bids = new Map<number, Entry>()
  const commands = new Set<string>()
  for (const { seq, entry, link: held, body } of entries) {
    if (seq !== (state?.seq ?? 0) + 1) faults.push(`entry ${seq} after ${state?.seq ?? 0}`)
    link = link === null ? held : nextLink(link, body)
    if (link !== held) faults.push(`entry ${seq} has another link`)
    state = evolve(state, entry)
    if (entry.type !== 'BidPlaced') continue
    bids.set(seq, entry)
    if (commands.has(entry.cmd)) faults.push(`command ${entry.cmd} counted twice, again at ${seq}`)
    commands.add(entry.cmd)
  }
  for (const { seq, team } of accepted) {
    const bid = bids.get(seq)
    if (bid?.type !== 'BidPlaced' || bid.team !== team) faults.push(`acceptance ${seq} of ${team} is not in the log`)
  }
  if (new Set(accepted.map(({ seq }) => seq)).size !== accepted.length) faults.push('one entry was acknowledged twice')
  return faults
}
