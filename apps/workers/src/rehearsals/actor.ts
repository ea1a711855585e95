import type { Outcome, Room, RoomSnapshot } from '@gavel/room'

/** What a bot is about to do, and how long it thinks about it, counted from the last thing that happened, by the server's clock. */
type Intention = { afterMs: number; act: () => Promise<Outcome> | null }

/** What a bot makes of the room as it stands: an intention, or null where it has nothing to do. Asked again for every change. */
export type Mind = (snapshot: RoomSnapshot) => Intention | null

/** Whether somebody may act can change without anything that the room shows: it is looked at so often. Odd, so that bots do not move in step. */
const READY_MS = 509
/** After a refusal the same room is looked at again so much later. */
const RETRY_MS = 400

/**
 * Lets one bot live in a room: it looks at every change once, thinks, and acts on the room as it is then. Its thoughts start anew with
 * every change, so it never acts on an old picture.
 * @param pace how many times quicker than people it is; 1 but in tests.
 * @param isReady whether it may act now: a visitor may have taken its place.
 * @returns a way to stop it
 */
export function liveIn(room: Room, mind: Mind, pace: number, isReady: () => boolean): () => void {
  let timer: NodeJS.Timeout | null = null
  let lookedAt = ''
  let stopped = false

  const think = (leastMs: number): void => {
    if (timer) clearTimeout(timer)
    timer = null
    if (stopped) return
    const snapshot = room.snapshot()
    const intention = snapshot.auction && isOpen(snapshot) && isReady() ? mind(snapshot) : null
    if (!intention) return
    const sinceMs = Date.now() + snapshot.offsetMs - lastMs(snapshot)
    timer = setTimeout(() => void act(intention), Math.max(leastMs, intention.afterMs / pace - sinceMs, 0))
  }

  const act = async ({ act: does }: Intention): Promise<void> => {
    timer = null
    if (!isReady()) return
    const outcome = await does()
    // An accepted act shows in the room, which is then looked at again.
    if (outcome && outcome.is !== 'accepted') think(RETRY_MS / pace)
  }

  const look = (): void => {
    const snapshot = room.snapshot()
    const seen = `${snapshot.auction?.seq}:${isOpen(snapshot)}:${isReady()}`
    if (seen === lookedAt) return
    lookedAt = seen
    think(0)
  }

  const unsubscribe = room.subscribe(look)
  const ticker = setInterval(look, READY_MS)
  look()
  return () => {
    stopped = true
    clearInterval(ticker)
    unsubscribe()
    if (timer) clearTimeout(timer)
  }
}

const isOpen = ({ status, writable }: RoomSnapshot): boolean => status.is === 'live' && writable

/** When something last happened, by the server's clock; now, where this client has seen nothing happen yet. */
const lastMs = ({ recent, offsetMs }: RoomSnapshot): number => recent.at(-1)?.atMs ?? Date.now() + offsetMs
