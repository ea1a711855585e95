import { type PlayerRow, whyItStays } from './player-row.ts'

/** Names said in full before the rest is counted. */
const NAMED = 8

/** Who cannot leave the pool, and why. */
export function StayingPlayers({ players }: { players: readonly PlayerRow[] }) {
  if (players.length === 0) return null
  const rest = players.length - NAMED
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-semibold">{players.length === 1 ? 'One has to stay:' : `${players.length} have to stay:`}</p>
      <ul className="grid list-disc gap-0.5 pl-5 text-muted">
        {players.slice(0, NAMED).map((player) => (
          <li key={player.playerId}>
            {player.name} {whyItStays(player)}
          </li>
        ))}
        {rest > 0 ? <li>and {rest} more</li> : null}
      </ul>
    </div>
  )
}
