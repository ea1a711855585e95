import {
  actMessage,
  bidMessage,
  commandMessage,
  guessMessage,
  joinMessage,
  leaveMessage,
  reactMessage,
} from '@gavel/protocol'
import { runAct } from './act.ts'
import { refusedAtEdge, type Standing } from './answers.ts'
import { placeBid } from './bid.ts'
import type { Client } from './client.ts'
import { runCommand } from './command.ts'
import { guess, react } from './fans.ts'
import { join, leave } from './join.ts'
import { type Door, refused, shaped, textIn } from './listen.ts'
import type { Services } from './services.ts'

/** Every message that a client of an auction may send. */
export function auctionDoor(services: Services): Door<Client> {
  const refuse: Door<Client>['refuse'] = (code, message, commandId, client) => {
    const auctionId = textIn(message, 'auctionId')
    const standing = auctionId === null ? watched(client) : services.rooms.peek(auctionId)?.standing(client)
    return refusedAtEdge(code, commandId, standing)
  }
  const takes = <Message>(
    schema: Parameters<typeof shaped<Client, Message>>[0],
    handle: (client: Client, message: Message, services: Services) => Promise<unknown>,
  ) =>
    shaped(
      schema,
      (client: Client, message: Message) => handle(client, message, services),
      (client, raw) => refused({ refuse }, 'BAD_MESSAGE', raw, client),
    )
  return {
    refuse,
    logger: services.logger,
    subjectOf: (message) => `auction:${textIn(message, 'auctionId') ?? ''}`,
    handlers: new Map([
      ['bid', takes(bidMessage, placeBid)],
      ['act', takes(actMessage, runAct)],
      ['command', takes(commandMessage, runCommand)],
      ['join', takes(joinMessage, join)],
      ['leave', takes(leaveMessage, leave)],
      ['react', takes(reactMessage, react)],
      ['guess', takes(guessMessage, guess)],
      ['clock', (client: Client) => Promise.resolve({ nowMs: watched(client)?.nowMs() ?? Date.now() })],
    ]),
  }
}

/** The auction that this client watches, at the moment that it is shown: its clock is the one that the page's deadlines are of (LATE-4). */
function watched(client: Client): Standing | undefined {
  const [hall] = client.halls
  return hall?.standing(client)
}
