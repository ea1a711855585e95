import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DueCommand } from '@gavel/auction'
import { type AccessTokens, can, GUEST, type IdentityNews } from '@gavel/auth'
import { healthHandler, isOwnHost, type Logger, metrics, type ReadinessChecks, webOrigins } from '@gavel/config'
import type { Archive } from '@gavel/db'
import { AUCTIONS, type LiveLog, MATCHES } from '@gavel/livelog'
import { AUCTION_NAMESPACE, MATCH_NAMESPACE, MAX_MESSAGE_BYTES } from '@gavel/protocol'
import { type Namespace, Server } from 'socket.io'
import type { GuessStore } from './fans/guesses.ts'
import type { NoteDenial } from './identity/denials.ts'
import { CHECK_EVERY_MS, SessionWatch } from './identity/session-watch.ts'
import { matchDoor } from './matches/match-door.ts'
import { MatchHall } from './matches/match-hall.ts'
import type { MatchRoles, Roles } from './roles.ts'
import { Hall } from './rooms/hall.ts'
import { Rooms, SWEEP_EVERY_MS } from './rooms/rooms.ts'
import { openLate } from './rooms/source.ts'
import { Client } from './sockets/client.ts'
import { identify } from './sockets/connect.ts'
import { auctionDoor } from './sockets/door.ts'
import { type Door, listen } from './sockets/listen.ts'
import { sayTooBig } from './sockets/too-big.ts'

type Deps = {
  /** 0 takes any free port. */
  port: number
  /** The address to listen on. */
  host: string
  webUrl: string
  /** Addresses that requests without an origin may name as their host: programs of ours come by them. */
  ownUrls: readonly string[]
  tokens: AccessTokens
  /** What became of sessions, and the actor that an account is. */
  sessions: Pick<ConstructorParameters<typeof SessionWatch>[0], 'standings' | 'actorOf'>
  /** Hears of sessions that ended and rights that changed; `missed` where words of it may have been lost. */
  hearIdentity: (heard: (word: IdentityNews) => void, missed: () => void) => { close: () => void }
  denied: NoteDenial
  log: LiveLog
  archive: Archive
  matchArchive: Archive
  roles: Roles
  matchRoles: MatchRoles
  /** Has a match that goes on after its end followed again. */
  followMatch: (matchId: string) => Promise<void>
  guesses: GuessStore
  /** Ids of running auctions in which a clock may run. */
  clocked: () => Promise<readonly string[]>
  logger: Logger
  checks: ReadinessChecks
  /** How often what no word was heard of is looked for, in milliseconds: sessions that ended, and what is true around rooms. */
  looks?: { sessions: number; rooms: number }
}

export type RealtimeServer = { port: number; close(): Promise<void> }

/** The same for every instance, so that only one of those that ask at once is heard. */
const dueId = (atMs: number, command: DueCommand['command']): string =>
  command.type === 'CloseLot' ? `time-up-${command.lot}-${atMs}` : `turn-up-${command.turn}-${atMs}`

/** How long closing waits for answers under way. */
const DRAIN_MS = 3_000

/** Serves the rooms of auctions and matches, and /healthz, /readyz and /metrics, on one port. */
export async function serveRealtime({ log, roles, guesses, logger, ...deps }: Deps): Promise<RealtimeServer> {
  const health = healthHandler(deps.checks)
  const http = createServer((request, response) => {
    health(request, response).then(
      (answered) => answered || response.writeHead(404).end(),
      () => response.writeHead(500).end(),
    )
  })
  const origins = webOrigins(deps.webUrl)
  const io = new Server(http, {
    transports: ['websocket', 'polling'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    cors: { origin: origins },
    // Browsers do not hold WebSockets to CORS, so the origin is checked here too. Programs send none, and neither does a page that made
    // its own name point at this machine: that name stands in `Host`.
    allowRequest: ({ headers: { origin, host } }, allow) =>
      allow(null, origin === undefined ? isOwnHost(host, ...deps.ownUrls) : origins.includes(origin)),
  })
  const looks = deps.looks ?? { sessions: CHECK_EVERY_MS, rooms: SWEEP_EVERY_MS }
  const auctions = { kind: AUCTIONS, log, archive: deps.archive }
  const rooms = new Rooms({
    logs: auctions,
    ping: () => log.ping(),
    hallFor: (id, opened) =>
      new Hall(id, opened, {
        askDue: (auctionId, { atMs, command }) =>
          log
            .execute(auctionId, command, { commandId: dueId(atMs, command) })
            .catch((error: unknown) =>
              logger.warn({ err: error, auctionId, command }, 'A clock could not be heeded yet'),
            ),
        guessesOf: (auctionId, lot) => guesses.of(auctionId, lot),
        openLate: (delayMs) => openLate(auctions, id, delayMs),
      }),
    refresh: async (hall) => {
      await hall.delayBy(await roles.delayMs(hall.id, GUEST)).catch(() => {})
      await hall.refresh(async ({ actor }, as) => ({
        mayConduct: as === 'auctioneer' && can(actor, 'auction.conduct', await roles.subject(hall.id, actor.userId)),
        seesPresent: (await roles.delayMs(hall.id, actor)) === 0,
      }))
    },
    mayWatch: roles.mayWatch,
    clocked: deps.clocked,
    sweepEveryMs: looks.rooms,
  })
  const matches = { kind: MATCHES, log: log.matches, archive: deps.matchArchive }
  const { matchRoles } = deps
  const matchRooms = new Rooms({
    logs: matches,
    ping: () => log.ping(),
    hallFor: (id, opened) => new MatchHall(id, opened, (delayMs) => openLate(matches, id, delayMs)),
    refresh: async (hall) => {
      await hall.delayBy(await matchRoles.delayMs(hall.id)).catch(() => {})
      await hall.refresh(({ actor }) => matchRoles.mayScore(hall.id, actor))
    },
    mayWatch: matchRoles.mayWatch,
    clocked: async () => [],
    sweepEveryMs: looks.rooms,
  })
  const underWay = new Set<Promise<void>>()
  const track = (work: Promise<void>) => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }
  const watch = new SessionWatch({
    ...deps.sessions,
    onChanged: (userIds, here) => {
      roles.forget(userIds)
      matchRoles.forget(userIds)
      if (!here) return
      void rooms.refresh(userIds)
      void matchRooms.refresh(userIds)
    },
    checkEveryMs: looks.sessions,
    logger,
  })
  const identity = deps.hearIdentity(
    (word) => watch.hear(word),
    () => void watch.check(),
  )
  const clients = new Set<Pick<Client, 'announce' | 'hangUp'>>()
  /** Opens a namespace: who connects is found out, and everything that they send is answered. */
  const serve = <H extends { leave(client: Client<H>): void }>(name: string, door: Door<Client<H>>) => {
    const namespace: Namespace = io.of(name)
    namespace.use(identify(deps.tokens, watch))
    namespace.on('connection', (socket) => {
      const { identity } = socket.data
      if (!identity) return
      const client = new Client<H>(socket, identity)
      clients.add(client)
      sayTooBig(client)
      metrics.sockets.inc({ namespace: name })
      listen(client, door, { track, denied: deps.denied })
      watch.add(client)
      socket.on('disconnect', () => {
        clients.delete(client)
        watch.remove(client)
        metrics.sockets.dec({ namespace: name })
        for (const hall of client.halls) hall.leave(client)
      })
    })
  }
  serve(AUCTION_NAMESPACE, auctionDoor({ log, rooms, roles, guesses, logger }))
  serve(
    MATCH_NAMESPACE,
    matchDoor({ log: log.matches, rooms: matchRooms, roles: matchRoles, onReopened: deps.followMatch, logger }),
  )
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(deps.port, deps.host, resolve)
  })
  return {
    port: (http.address() as AddressInfo).port,
    async close() {
      // New sockets find the door closed; those that are in hear why, and get the answers that are under way (SEND-6).
      http.close()
      watch.stop()
      identity.close()
      for (const client of clients) client.announce('SHUTTING_DOWN')
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise((resolve) => {
        timer = setTimeout(resolve, DRAIN_MS)
      })
      await Promise.race([Promise.allSettled(underWay), patience])
      clearTimeout(timer)
      for (const client of clients) client.hangUp()
      rooms.close()
      matchRooms.close()
      await io.close()
      http.closeAllConnections()
    },
  }
}
