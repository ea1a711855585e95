import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AccessTokens, can } from '@gavel/auth'
import { healthHandler, type Logger, metrics, type ReadinessChecks } from '@gavel/config'
import type { Archive } from '@gavel/db'
import type { LiveLog } from '@gavel/livelog'
import { AUCTION_NAMESPACE, MAX_MESSAGE_BYTES } from '@gavel/protocol'
import { Server } from 'socket.io'
import { allowedOrigins } from './origins.ts'
import type { Roles } from './roles.ts'
import { Rooms } from './rooms/rooms.ts'
import { type AuctionNamespace, Client } from './sockets/client.ts'
import { identify } from './sockets/connect.ts'
import { listen } from './sockets/listen.ts'

type Deps = {
  /** 0 takes any free port. */
  port: number
  webUrl: string
  tokens: AccessTokens
  log: LiveLog
  archive: Archive
  roles: Roles
  /** Ids of running auctions whose lots end by a clock. */
  clocked: () => Promise<readonly string[]>
  logger: Logger
  checks: ReadinessChecks
}

export type RealtimeServer = { port: number; close(): Promise<void> }

/** How long closing waits for answers under way. */
const DRAIN_MS = 3_000

/** Serves the auction rooms, and /healthz, /readyz and /metrics, on one port. */
export async function serveRealtime({ log, roles, logger, ...deps }: Deps): Promise<RealtimeServer> {
  const health = healthHandler(deps.checks)
  const http = createServer((request, response) => {
    health(request, response).then(
      (answered) => answered || response.writeHead(404).end(),
      () => response.writeHead(500).end(),
    )
  })
  const origins = allowedOrigins(deps.webUrl)
  const io = new Server(http, {
    transports: ['websocket', 'polling'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    cors: { origin: origins },
    // Browsers do not hold WebSockets to CORS, so the origin is checked here too. Programs send none.
    allowRequest: ({ headers: { origin } }, allow) => allow(null, origin === undefined || origins.includes(origin)),
  })
  const rooms = new Rooms({
    log,
    archive: deps.archive,
    closeLot: (auctionId, lot, deadlineMs) =>
      log
        .execute(auctionId, { type: 'CloseLot', lot, by: 'system' }, { commandId: `time-up-${lot}-${deadlineMs}` })
        .catch((error: unknown) => logger.warn({ err: error, auctionId, lot }, 'A lot could not be closed yet')),
    mayConduct: async ({ actor }, auctionId) =>
      can(actor, 'auction.conduct', await roles.subject(auctionId, actor.userId)),
    clocked: deps.clocked,
  })
  const underWay = new Set<Promise<void>>()
  const track = (work: Promise<void>) => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }
  const namespace: AuctionNamespace = io.of(AUCTION_NAMESPACE)
  const clients = new Set<Client>()
  namespace.use(identify(deps.tokens))
  namespace.on('connection', (socket) => {
    const { actor } = socket.data
    if (!actor) return
    const client = new Client(socket, actor)
    clients.add(client)
    metrics.sockets.inc({ namespace: AUCTION_NAMESPACE })
    listen(client, { log, rooms, roles, logger }, track)
    socket.on('disconnect', () => {
      clients.delete(client)
      metrics.sockets.dec({ namespace: AUCTION_NAMESPACE })
      for (const room of client.rooms) room.leave(client)
    })
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(deps.port, resolve)
  })
  return {
    port: (http.address() as AddressInfo).port,
    async close() {
      // New sockets find the door closed; those that are in hear why, and get the answers that are under way (SEND-6).
      http.close()
      for (const client of clients) client.announce('SHUTTING_DOWN')
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise((resolve) => {
        timer = setTimeout(resolve, DRAIN_MS)
      })
      await Promise.race([Promise.allSettled(underWay), patience])
      clearTimeout(timer)
      for (const client of clients) client.hangUp()
      rooms.close()
      await io.close()
      http.closeAllConnections()
    },
  }
}
