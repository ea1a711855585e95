import type { Audience } from '@gavel/auction'
import type { JoinMessage, You } from '@gavel/protocol'
import type { Client } from '../sockets/client.ts'
import type { Reader } from './fan-out.ts'
import type { Frame } from './frame.ts'

/** One client in one room. */
export class Member implements Reader {
  readonly client: Client
  /** What the page is for; the person may be less. */
  readonly as: JoinMessage['as']
  /** Whether the person may conduct this auction, as last looked up. */
  mayConduct: boolean
  you: You
  audience: Audience
  seq: number

  constructor(client: Client, as: JoinMessage['as'], mayConduct: boolean, you: You, seq: number) {
    this.client = client
    this.as = as
    this.mayConduct = mayConduct
    this.you = you
    this.audience = you.audience
    this.seq = seq
  }

  send(frame: Frame): void {
    this.client.send(frame)
  }
}
