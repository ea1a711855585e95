import type { Audience } from '@gavel/auction'
import type { JoinMessage, You } from '@gavel/protocol'
import type { Client } from '../sockets/client.ts'
import type { Reader } from './fan-out.ts'
import type { Frame } from './frame.ts'

/** What a person may in a room, as looked up when they came. */
export type Admission = {
  /** Whether the person may conduct this auction. */
  readonly mayConduct: boolean
  /** The event keeps its players from this person until the auction has started (SIGHT-5). */
  readonly outsider: boolean
  /** Whether the person sees the present where the public sees it late; whoever holds a paddle does in any case (LATE-1). */
  readonly seesPresent: boolean
  /** The page is for strangers, whoever has opened it: it asked for what the public is shown. */
  readonly late: boolean
}

/** One client in one room. */
export class Member implements Reader {
  readonly client: Client
  /** What the page is for; the person may be less. */
  readonly as: JoinMessage['as']
  /** As last looked up. */
  admission: Admission
  you: You
  audience: Audience
  seq: number

  constructor(client: Client, as: JoinMessage['as'], admission: Admission, you: You, seq: number) {
    this.client = client
    this.as = as
    this.admission = admission
    this.you = you
    this.audience = you.audience
    this.seq = seq
  }

  send(frame: Frame): void {
    this.client.send(frame)
  }
}
