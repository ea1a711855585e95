import {
  actMessage,
  BOT_MESSAGES_PER_SECOND,
  bidMessage,
  commandMessage,
  guessMessage,
  joinMessage,
  leaveMessage,
  matchCommandMessage,
  matchJoinMessage,
  matchLeaveMessage,
  PROTOCOL_VERSION,
  reactMessage,
  scorerCommand,
} from '@gavel/protocol'
import { type ScoredSport, SPORTS } from '@gavel/scoring'
import {
  deepJson,
  type Gavel,
  isPolluted,
  MatchWire,
  OPERATORS,
  objectsIn,
  type Person,
  type Place,
  placesIn,
  pollutedAt,
  samplesOf,
  seedMatch,
  startGavel,
  TEXTS,
  textsIn,
  until,
  Wire,
  WRONG,
  withAt,
} from '@gavel/testkit'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { givenServer } from './given-servers.ts'
import { matchDoor } from './matches/match-door.ts'
import { auctionDoor } from './sockets/door.ts'

let gavel: Gavel
/** In this process: what harms its prototypes is seen here. */
let server: Awaited<ReturnType<typeof givenServer>>
/** May conduct and score everything, and may send much. */
let operator: Person
beforeAll(async () => {
  gavel = await startGavel({ realtimes: 0 })
  server = await givenServer(gavel)
  const actor = { userId: 'operator', admin: false, operator: true, bot: false, creator: false }
  operator = { userId: 'operator', token: (await gavel.tokens.sign(actor)).token }
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await gavel?.[Symbol.asyncDispose]()
})

type Reply = { ok?: boolean; code?: string; words?: string; nowMs?: number } | null
type Message = { name: string; message: unknown }
type Send = (message: Message) => Promise<Reply>

const samples = (schema: z.ZodType, known: object): unknown[] =>
  samplesOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), known as Record<string, unknown>)

const messagesOf = (schemas: Readonly<Record<string, z.ZodType>>, known: object): Message[] =>
  Object.entries(schemas).flatMap(([name, schema]) => samples(schema, known).map((message) => ({ name, message })))

const DOOR = { join: joinMessage, react: reactMessage, guess: guessMessage, command: commandMessage }
const PADDLE = { bid: bidMessage, act: actMessage }
/** What ends everything comes last. */
const endsLast = (one: Message): number => (/EndAuction|"End"|leave/.test(JSON.stringify(one)) ? 1 : 0)
const inTurn = (messages: readonly Message[]): Message[] => messages.toSorted((a, b) => endsLast(a) - endsLast(b))

/** Every message to an auction, by whoever is heard with it. */
const toAuction = (auctionId: string): { byOperator: Message[]; byPaddle: Message[] } => {
  const known = { auctionId, epoch: 1, lot: 1, player: 'p1', set: 'all', floorTeam: null, since: null, link: null }
  return {
    byOperator: inTurn(messagesOf({ ...DOOR, leave: leaveMessage }, known)),
    byPaddle: inTurn(messagesOf(PADDLE, known)),
  }
}

/** Every message to a match of this sport; each play once, and each other command once. */
const toMatch = (matchId: string, sport: ScoredSport): Message[] => {
  const known = { matchId, epoch: 1, device: 'phone', since: null, link: null, before: 1, after: null }
  const seen = new Set<string>()
  const commands = samples(scorerCommand(sport), known).filter((command) => {
    const { type } = command as { type: string }
    return type === 'Play' || (!seen.has(type) && seen.add(type))
  })
  const [frame] = samples(matchCommandMessage, known)
  return inTurn([
    ...messagesOf({ join: matchJoinMessage, leave: matchLeaveMessage }, known),
    ...commands.map((command) => ({ name: 'command', message: { ...(frame as object), command } })),
  ])
}

const told = (reply: Reply): boolean =>
  typeof reply?.code === 'string' && typeof reply.words === 'string' && reply.words !== ''

/** Null where an answer is one: a yes, or a no with a code and words that is no sign of a fault of ours. */
const faultOf = (reply: Reply): unknown =>
  reply?.ok === true || (told(reply) && reply?.code !== 'UNAVAILABLE') ? null : JSON.stringify(reply)
const misread = (reply: Reply): unknown => (reply?.code === 'BAD_MESSAGE' && told(reply) ? null : JSON.stringify(reply))

/** Half of what a server reads of such a socket in a second, wherever its seconds begin. */
const PACE = BOT_MESSAGES_PER_SECOND / 2
let made = 0
let window = { endsMs: 0, left: 0 }
/** Waits until one more message is within the pace. */
const paced = async (): Promise<void> => {
  for (;;) {
    const nowMs = performance.now()
    if (nowMs >= window.endsMs) window = { endsMs: nowMs + 1_000, left: PACE }
    if (window.left > 0) break
    await new Promise((resolve) => setTimeout(resolve, window.endsMs - nowMs))
  }
  window.left -= 1
}
/** Sends each of these in each of these places of every message, every time as another command. */
const fuzz = async (
  send: Send,
  messages: readonly Message[],
  placesOf: (message: unknown) => Place[],
  putAt: (message: unknown, place: Place) => readonly unknown[],
  isWrong: (reply: Reply) => unknown,
): Promise<string[]> => {
  const wrong: string[] = []
  for (const { name, message } of messages)
    for (const place of placesOf(message))
      await Promise.all(
        putAt(message, place).map(async (hostile) => {
          await paced()
          made += 1
          const isNew = place.length > 0 && place.at(-1) !== 'commandId' && 'commandId' in (message as object)
          const sent = isNew ? withAt(hostile, ['commandId'], `hostile-${made}`) : hostile
          const reply = await send({ name, message: sent })
          const fault = isWrong(reply)
          if (fault !== null)
            wrong.push(`${name} ${place.join('.')} ${JSON.stringify(hostile).slice(0, 200)}: ${fault}`)
        }),
      )
  return wrong
}

/** Everything that is tried, on one door. What is taken is done, so that the rest leads as deep as it can. */
const tryAll = async (
  send: Send,
  messages: readonly Message[],
  seq: () => Promise<number | undefined>,
): Promise<Record<string, string[]>> => {
  const each = (values: readonly unknown[]) => (message: unknown, place: Place) =>
    values.map((value) => withAt(message, place, value))
  const before = await seq()
  const refused = {
    operators: await fuzz(send, messages, textsIn, each(OPERATORS), misread),
    prototypes: await fuzz(send, messages, objectsIn, (message, place) => [pollutedAt(message, place)], misread),
  }
  expect(await seq()).toBe(before)
  return {
    ...refused,
    texts: await fuzz(send, messages, textsIn, each(TEXTS), faultOf),
    wrong: await fuzz(send, messages, placesIn, each(WRONG), faultOf),
    whole: await fuzz(
      send,
      messages,
      () => [[]],
      () => [...WRONG, ...TEXTS.slice(0, 5)],
      misread,
    ),
  }
}
const NOTHING = { operators: [], prototypes: [], texts: [], wrong: [], whole: [] }

describe('hostile messages', () => {
  it('GUARD-12 every message of an auction: refused with a code, or done; nobody falls', async () => {
    const auction = await gavel.seed()
    const { auctionId } = auction
    using desk = await Wire.open(server.url, auction, operator, 'auctioneer')
    using paddle = await Wire.open(server.url, auction, auction.teams[0]?.owner ?? null, 'paddle')
    const seq = async () => (await gavel.log.load(auctionId))?.state.seq
    const { byOperator, byPaddle } = toAuction(auctionId)
    expect(await tryAll(({ name, message }) => paddle.send(name, message), byPaddle, seq)).toEqual(NOTHING)
    expect(await tryAll(({ name, message }) => desk.send(name, message), byOperator, seq)).toEqual(NOTHING)
    expect([isPolluted(), desk.closings, paddle.closings]).toEqual([false, [], []])
  })

  for (const sport of Object.keys(SPORTS) as ScoredSport[])
    it(`GUARD-12 every message of a match of ${sport}: refused with a code, or done; nobody falls`, async () => {
      const match = await seedMatch(gavel, { sport })
      using wire = await MatchWire.open(server.url, match, operator, 'scorer')
      const seq = async () => (await gavel.log.matches.load(match.matchId))?.state.seq
      const messages = toMatch(match.matchId, sport)
      expect(messages.length).toBeGreaterThan(18)
      expect(await tryAll(({ name, message }) => wire.send(name, message), messages, seq)).toEqual(NOTHING)
      expect([isPolluted(), wire.closings]).toEqual([false, []])
    })

  it('GUARD-12 the samples are of every message, and none of them is misread', async () => {
    const names = (messages: readonly Message[]) =>
      [...new Set([...messages.map(({ name }) => name), 'clock'])].toSorted()
    const nothing = {} as Parameters<typeof auctionDoor>[0] & Parameters<typeof matchDoor>[0]
    const all = toAuction('a')
    expect(names([...all.byOperator, ...all.byPaddle])).toEqual([...auctionDoor(nothing).handlers.keys()].toSorted())
    expect(names(toMatch('m', 'cricket'))).toEqual([...matchDoor(nothing).handlers.keys()].toSorted())
    const auction = await gavel.seed()
    const { byOperator, byPaddle } = toAuction(auction.auctionId)
    const wrong: string[] = []
    for (const [who, messages] of [
      [operator, byOperator],
      [auction.teams[0]?.owner ?? null, byPaddle],
    ] as const) {
      using wire = await Wire.open(server.url, auction, who, 'paddle')
      for (const { name, message } of messages) {
        const { code } = (await wire.send(name, message)) as { code?: string }
        if (code === 'BAD_MESSAGE') wrong.push(`${name} ${JSON.stringify(message)}`)
      }
    }
    for (const sport of Object.keys(SPORTS) as ScoredSport[]) {
      const match = await seedMatch(gavel, { sport })
      using wire = await MatchWire.open(server.url, match, operator, 'scorer')
      for (const { name, message } of toMatch(match.matchId, sport)) {
        const { code } = (await wire.send(name, message)) as { code?: string }
        if (code === 'BAD_MESSAGE') wrong.push(`${sport} ${JSON.stringify(message)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('GUARD-12 packets that no client of ours would send, and messages that go down without an end, harm nobody', async () => {
    const auction = await gavel.seed()
    using bystander = await Wire.open(server.url, auction, null, 'public')
    const deep = deepJson(15_000)
    const packets = [
      ...['bid', 'command', 'join', 'act'].map((name) => `2/auction,["${name}",${deep}]`),
      `2/auction,["command",{"auctionId":"${auction.auctionId}","commandId":"hostile-deep","epoch":1,"command":${deep}}]`,
      '2/auction,[5]',
      '2/auction,[{}]',
      '2/auction,["__proto__",{}]',
      '2/auction,["disconnect"]',
      '2/auction,["connect_error",{}]',
      '2/auction,1',
      '2/auction,99999999999999999999["clock"]',
      '51-/auction,["bid",{"_placeholder":true,"num":0}]',
      '59999999-/auction,["bid"]',
      '2/nowhere,["bid"]',
      '9',
      '2/auction,["bid"',
      '\u0000',
    ]
    for (const packet of packets) {
      using wire = await Wire.open(server.url, auction, operator, 'public')
      // After what breaks the line the client comes back by itself.
      wire.socket.io.engine.write(packet)
      await until(`answered after ${packet.slice(0, 40)}`, async () =>
        wire.socket
          .timeout(1_000)
          .emitWithAck('clock')
          .catch(() => null),
      )
      expect(await bystander.send('clock')).toMatchObject({ nowMs: expect.any(Number) })
    }
    expect([bystander.closings, bystander.socket.connected, isPolluted()]).toEqual([[], true, false])
  })

  it('GUARD-12, WIRE-1 a handshake that is none of ours is turned away with a code', async () => {
    const protocol = PROTOCOL_VERSION
    const tokens = [...OPERATORS, ...WRONG.filter((one) => one !== null && one !== ''), ...TEXTS]
    const hostile: object[] = [
      ...tokens.map((token) => ({ protocol, token })),
      ...[...OPERATORS, ...WRONG].map((one) => ({ protocol: one, token: null })),
      JSON.parse(`{"__proto__":{"protocol":${protocol}}}`) as object,
    ]
    const wrong: string[] = []
    for (const auth of hostile) {
      const code = await new Promise<unknown>((resolve) => {
        const socket = io(`${server.url}/auction`, { transports: ['websocket'], forceNew: true, auth })
        const done = (said: unknown) => {
          socket.disconnect()
          resolve(said)
        }
        socket.once('connect', () => done('let in'))
        socket.once('connect_error', (error) => done((error as Error & { data?: { code?: string } }).data?.code))
      })
      if (code !== 'OLD_CLIENT' && code !== 'SIGN_IN') wrong.push(`${JSON.stringify(auth).slice(0, 80)}: ${code}`)
    }
    expect(wrong).toEqual([])
    expect(isPolluted()).toBe(false)
  })
})
