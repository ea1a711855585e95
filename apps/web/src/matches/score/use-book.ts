'use client'

import type { ScorerCommand } from '@gavel/protocol'
import { asCommand, type Pad, type PadSnapshot, refOf } from '@gavel/room'
import {
  decideMatch,
  type MatchRefusal,
  type MatchState,
  matchRefusalWords,
  type Names,
  type PlayOf,
  type ScoredSport,
  sportOf,
} from '@gavel/scoring'
import { useState } from 'react'
import type { Change } from './change-sheet.tsx'
import { consequenceWords } from './consequence-words.ts'
import { type Turns, useInTurn } from './use-turns.ts'

type Play = PlayOf<ScoredSport>

/** A correction whose consequences the scorer is to look at. */
export type Proposed = { readonly seq: number; readonly change: Change; readonly shows: readonly string[] }

/**
 * Writing into the book of this page: the first scorer's, or the blind one's own sheet. Everything goes through the pad, which keeps it before
 * the page shows it.
 *
 * @param match the book as the page shows it
 * @param begun how many plays stood when the blind scorer began
 * @param turns of what is pressed on the pad
 */
export function useBook(
  pad: Pad,
  snapshot: PadSnapshot,
  match: MatchState,
  names: Names,
  blind: { begun: number } | null,
  { take, hold }: Pick<Turns, 'take' | 'hold'>,
) {
  const [refused, setRefused] = useState<string | null>(null)
  const [proposed, setProposed] = useState<Proposed | null>(null)
  const { drawing, me } = snapshot

  const inWords = (refusal: MatchRefusal) => matchRefusalWords(refusal, match.sport, (id) => names.player(id))

  async function ask(what: Parameters<Pad['ask']>[0]): Promise<boolean> {
    const refusal = await hold(pad.ask(what))
    setRefused(refusal && inWords(refusal))
    return refusal === null
  }

  async function write(play: Play): Promise<boolean> {
    if (!blind) return ask({ type: 'Play', play })
    // The log takes whatever a blind scorer writes; the own book's rules are looked at here.
    const objection = sportOf(match.sport).check(match.score, play)
    if (!objection) return ask({ type: 'PlayBlind', from: match.blind?.from ?? blind.begun, play })
    setRefused(inWords(objection))
    return false
  }

  async function removeLast(): Promise<void> {
    const last = blind ? match.blind?.plays.at(-1) : match.plays.at(-1)
    if (!last || !drawing) return
    const of = refOf(drawing, last.seq)
    await ask(blind ? { type: 'RemoveBlind', of } : { type: 'Remove', of, shown: [] })
  }
  // In its turn: a ball that is still on its way to the disk is the one that is taken back.
  const undo = useInTurn<void>(take, removeLast)

  /** Changes an entry at once where nothing else changes with it; else what it brings about is shown first. */
  async function propose(seq: number, change: Change): Promise<void> {
    if (blind) return rewriteBlind(seq, change)
    const command = commandFor(seq, change, me.device)
    const decision = decideMatch(match, asCommand(command, me.user), Date.now())
    if (!('refusal' in decision)) await accept({ seq, change, shows: [] })
    else if (decision.refusal.consequences)
      setProposed({ seq, change, shows: consequenceWords(match, decision.refusal.consequences, names) })
    else setRefused(inWords(decision.refusal))
  }

  async function accept({ seq, change, shows: shown }: Proposed): Promise<void> {
    setProposed(null)
    if (!drawing) return
    const of = refOf(drawing, seq)
    if (change.type === 'Insert') await ask({ type: 'Insert', before: of, play: change.play, shown })
    else if (change.type === 'Amend') await ask({ type: 'Amend', of, play: change.play, shown })
    else await ask({ type: change.type, of, shown })
  }

  /** A sheet of one's own is only ever longer: what comes after the entry is written again behind it. */
  async function rewriteBlind(seq: number, change: Change): Promise<void> {
    const sheet = match.blind
    const index = sheet?.plays.findIndex((one) => one.seq === seq) ?? -1
    if (!sheet || index < 0 || !drawing || change.type === 'Restore') return
    const again = sheet.plays.slice(index + 1).map(({ play }) => play)
    for (const { seq: of } of sheet.plays.slice(index).toReversed())
      await ask({ type: 'RemoveBlind', of: refOf(drawing, of) })
    for (const play of 'play' in change ? [change.play, ...again] : again)
      await ask({ type: 'PlayBlind', from: sheet.from, play })
  }

  return { write, undo, propose, accept, proposed, dismiss: () => setProposed(null), refused }
}

/** The command that a change makes, with nothing accepted yet. */
function commandFor(seq: number, change: Change, device: string): ScorerCommand {
  const at = { device, accepting: null }
  switch (change.type) {
    case 'Insert':
      return { type: 'Insert', before: seq, play: change.play, ...at }
    case 'Amend':
      return { type: 'Amend', of: seq, play: change.play, ...at }
    case 'Remove':
    case 'Restore':
      return { type: change.type, of: seq, ...at }
    default:
      return change satisfies never
  }
}
