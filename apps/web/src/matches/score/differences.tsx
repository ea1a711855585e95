import type { Difference, Kept } from '@gavel/room'
import type { MatchState, Names, PlayOf, ScoredSport, Written } from '@gavel/scoring'
import { momentsOf } from '../fan/moments.ts'
import { sportPage } from '../fan/sport-pages.ts'

export function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="grid max-h-64 gap-1 overflow-y-auto text-sm tabular-nums">
      {lines.map((line) => (
        <li key={line} className="border-b py-1 last:border-0">
          {line}
        </li>
      ))}
    </ul>
  )
}

type BothProps = { match: MatchState; names: Names; difference: Difference }

/** Ball by ball what either side has after the last ball that both know. */
export function BothSides({ match, names, difference }: BothProps) {
  const { mine, theirs, gone } = difference
  return (
    <div className="grid gap-3 @lg:grid-cols-2">
      {gone ? <p className="text-sm @lg:col-span-2">The last ball that both knew was taken out.</p> : null}
      <section aria-label="Yours, not sent">
        <h3 className="text-sm">Yours, not sent</h3>
        <Lines lines={keptLines(match, mine, names)} />
      </section>
      <section aria-label="Written meanwhile">
        <h3 className="text-sm">Written meanwhile</h3>
        <Lines lines={writtenLines(match, theirs, names)} />
      </section>
    </div>
  )
}

function writtenLines(match: MatchState, some: readonly Written[], names: Names): readonly string[] {
  const page = sportPage(match.sport)
  const seqs = new Set(some.map(({ seq }) => seq))
  return momentsOf(match, null)
    .all.filter(({ written }) => seqs.has(written.seq))
    .map((moment) => lineOf(page.line(moment, names)))
}

const lineOf = ({ place, words }: { place: string | null; words: string }) => (place ? `${place} ${words}` : words)

/** What each ask says. Where it would stand is not settled, so it is told from the score as it is. */
export function keptLines(match: MatchState, kept: readonly Kept[], names: Names): readonly string[] {
  return kept.map(({ ask, atMs }, n) => {
    const ordinal = `${n + 1}.`
    switch (ask.type) {
      case 'Play':
      case 'PlayBlind':
        return `${ordinal} ${playWords(match, ask.play, names, atMs)}`
      case 'Amend':
        return `${ordinal} Change: ${playWords(match, ask.play, names, atMs)}`
      case 'Insert':
        return `${ordinal} Insert: ${playWords(match, ask.play, names, atMs)}`
      case 'Remove':
      case 'RemoveBlind':
        return `${ordinal} Take an entry out`
      case 'Restore':
        return `${ordinal} Put an entry back`
      default:
        return ask satisfies never
    }
  })
}

function playWords(match: MatchState, play: PlayOf<ScoredSport>, names: Names, atMs: number): string {
  const { score } = match
  const written: Written = { seq: 0, play, by: '', device: '', atMs }
  return sportPage(match.sport).line({ written, before: score, after: score }, names).words
}
