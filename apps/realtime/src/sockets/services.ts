import type { Logger } from '@gavel/config'
import type { LiveLog } from '@gavel/livelog'
import type { Roles } from '../roles.ts'
import type { Rooms } from '../rooms/rooms.ts'

/** What the handlers of messages work with. */
export type Services = {
  readonly log: LiveLog
  readonly rooms: Rooms
  readonly roles: Roles
  readonly logger: Logger
}
