import type { Logger } from '@gavel/config'
import type { AuctionLog, LiveLog } from '@gavel/livelog'
import type { GuessStore } from '../fans/guesses.ts'
import type { Roles } from '../roles.ts'
import type { Hall } from '../rooms/hall.ts'
import type { Rooms } from '../rooms/rooms.ts'

/** What the handlers of messages work with. */
export type Services = {
  readonly log: LiveLog
  readonly rooms: Rooms<AuctionLog, Hall>
  readonly roles: Roles
  readonly guesses: GuessStore
  readonly logger: Logger
}
