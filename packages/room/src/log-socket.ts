import type { EdgeCode } from '@gavel/protocol'
import { PROTOCOL_VERSION } from '@gavel/protocol'
import { io } from 'socket.io-client'
import type { ClockReading, createServerClock } from './server-clock.ts'

/** How long one answer is waited for before the same command is asked again. */
export const ANSWER_MS = 2_500
const CLOCK_EVERY_MS = 7_000
/** An attempt to connect that hangs, as on a network that has just gone, is given up after so long and made anew. */
const CONNECT_MS = 8_000

export type RoomStatus =
  | { is: 'connecting' }
  | { is: 'live' }
  | { is: 'reconnecting' }
  | { is: 'behind'; entries: number }
  /** The server will not let us in, or the log is not there. */
  | { is: 'refused'; code: string; words: string }

type SocketOptions = {
  realtimeUrl: string
  namespace: string
  /** A fresh access token, or null for a guest. Asked on every connect, since tokens are short-lived. */
  accessToken: () => Promise<string | null>
}

/** A connection of its own to one namespace of the rooms. */
export const openSocket = ({ realtimeUrl, namespace, accessToken }: SocketOptions) =>
  io(`${realtimeUrl}${namespace}`, {
    transports: ['websocket'],
    // Each room has a person of its own behind it, so connections are never shared.
    forceNew: true,
    auth: (give) => {
      accessToken().then(
        (token) => give({ token, protocol: PROTOCOL_VERSION }),
        () => give({ token: null, protocol: PROTOCOL_VERSION }),
      )
    },
    timeout: CONNECT_MS,
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
  })

type LogSocket = ReturnType<typeof openSocket>

type Page = {
  status: () => RoomStatus
  change: (status: RoomStatus) => void
  /** Something is on the page already. */
  drawn: () => boolean
  join: () => void
  tooBig: (code: EdgeCode, words: string) => void
}

/** After these the socket stays closed until the person acts: whoever was closed for flooding, and who is signed out (JOIN-5, REACH-1). */
const FOR_GOOD: ReadonlySet<string> = new Set<EdgeCode>(['TOO_MANY', 'SESSION_ENDED', 'BANNED'])

/** Joins on every connect, and tells the page when the line is lost and when the server will not let it back in. */
export function followLine(socket: LogSocket, { status, change, drawn, join, tooBig }: Page): void {
  socket.on('connect', join)
  socket.on('closing', ({ code, words }: { code: EdgeCode; words: string }) => {
    if (FOR_GOOD.has(code)) change({ is: 'refused', code, words })
    // Asking again would close the next connection too.
    if (code === 'TOO_BIG') tooBig(code, words)
  })
  socket.on('disconnect', (reason) => {
    const now = status()
    if (now.is === 'refused' && FOR_GOOD.has(now.code)) return
    change({ is: 'reconnecting' })
    // The server closed it on purpose (a slow reader, a restart); the client library leaves that to us.
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('connect_error', (error) => {
    const { code, words } = (error as Error & { data?: { code?: string; words?: string } }).data ?? {}
    if (code === 'OLD_CLIENT') change({ is: 'refused', code, words: words ?? error.message })
    else if (drawn()) change({ is: 'reconnecting' })
    // A refused handshake is final for the client library, yet a token may only have run out.
    if (!socket.active && code !== 'OLD_CLIENT') setTimeout(() => socket.connect(), ANSWER_MS)
  })
}

/** Reads the server's clock now and then while there is a line. @returns what stops it */
export function keepClock(
  socket: LogSocket,
  clock: ReturnType<typeof createServerClock>,
  change: (reading: ClockReading) => void,
): () => void {
  const timer = setInterval(() => {
    if (!socket.connected) return
    const sentMs = Date.now()
    socket.emit('clock', ({ nowMs }: { nowMs: number }) => change(clock.measured(sentMs, Date.now(), nowMs)))
  }, CLOCK_EVERY_MS)
  return () => clearInterval(timer)
}
