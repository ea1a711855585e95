import {
  type AuctionState,
  type Entry,
  evolve,
  GENESIS_PUBLIC_HASH,
  type HiddenEntry,
  type Owned,
  type PublicProof,
} from '@gavel/auction'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A line of the public log: `body` is the exact string that the chain is over. */
export type PublicLine = { seq: number; body: string }

/** A squad as it is shown on the results page, money in the smallest unit. */
export type ShownSquad = {
  teamId: string
  name: string
  spent: number
  squad: readonly { playerId: string; price: number }[]
}

/** What does not hold: somewhere after `after` and not after `upTo`. */
export type Broken = { after: number; upTo: number; what: string }

/** One team, made anew from the log and compared with what is shown. `what` is null where both are equal. */
export type ComparedSquad = { teamId: string; name: string; players: number; spent: number; what: string | null }

type Step = { seq: number; hash: string; state: AuctionState | null; mark: number }

/**
 * Makes the public chain and the fold anew, line by line, and stops at the first thing that is not as it was published (VERIFY-5, VERIFY-6).
 * The hash is our own code and not the browser's, which withholds it on a network without https.
 */
export function createCheck(proof: PublicProof) {
  const published = new Map([...proof.marks, proof].map(({ seq, hash }) => [seq, hash]))
  const owned: Owned = new WeakSet()
  let at: Step = { seq: 0, hash: GENESIS_PUBLIC_HASH, state: null, mark: 0 }

  function take({ seq, body }: PublicLine): Broken | null {
    const broken = (what: string): Broken => ({ after: at.seq, upTo: at.seq + 1, what })
    if (seq !== at.seq + 1) return broken(`Entry ${at.seq + 1} is missing`)
    const hash = bytesToHex(sha256(utf8ToBytes(at.hash + body)))
    let state: AuctionState
    try {
      state = evolve(at.state, { ...(JSON.parse(body) as object), seq } as Entry | HiddenEntry, owned)
    } catch {
      return broken(`Entry ${seq} does not fit the ones before it`)
    }
    const wanted = published.get(seq)
    if (wanted !== undefined && wanted !== hash)
      return { after: at.mark, upTo: seq, what: `The hash of entry ${seq} is not the published one` }
    at = { seq, hash, state, mark: wanted === undefined ? at.mark : seq }
    return null
  }

  return {
    seq: () => at.seq,
    hash: () => at.hash,
    state: () => at.state,

    /** Takes the next lines, up to the published end. @returns what does not hold, or null */
    take(lines: readonly PublicLine[]): Broken | null {
      for (const line of lines) {
        if (at.seq === proof.seq) return null
        const broken = take(line)
        if (broken) return broken
      }
      return null
    },

    /** Call it after the last line. @returns what does not hold, or null */
    end: (): Broken | null =>
      at.seq === proof.seq
        ? null
        : {
            after: at.seq,
            upTo: proof.seq,
            what: `The log ends at entry ${at.seq}, the published one at ${proof.seq}`,
          },
  }
}

/** Compares the squads of a state with those that are shown (VERIFY-5). */
export function compareSquads(state: AuctionState, shown: readonly ShownSquad[]): ComparedSquad[] {
  return shown.map(({ teamId, name, spent, squad }) => {
    const team = state.teams[teamId]
    const found = (what: string | null): ComparedSquad => ({
      teamId,
      name,
      players: team?.squad.length ?? 0,
      spent: team?.spent ?? 0,
      what,
    })
    if (!team) return found('The log knows no such team')
    const paid = new Map(team.squad.map((id) => [id, paidFor(state, id)]))
    if (paid.size !== squad.length) return found(`The log has ${paid.size} players, the results ${squad.length}`)
    const other = squad.find(({ playerId, price }) => paid.get(playerId) !== price)
    if (other) return found('A player or a price differs')
    if (team.spent !== spent) return found('The money spent differs')
    return found(null)
  })
}

function paidFor(state: AuctionState, player: string): number | null {
  const status = state.players[player]?.status
  return status?.is === 'sold' || status?.is === 'retained' ? status.amount : null
}
