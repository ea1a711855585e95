import type { LogTypes } from './kind.ts'
import type { ScriptReply } from './reply.ts'

/**
 * The last step of every write: is it as durable as an acknowledgement promises? On one Redis with `appendfsync always` a reply says so
 * itself. On a cluster this is where one `WAIT` per batch goes, on the connection that wrote; where it fails the answer becomes
 * `UNCERTAIN`, and the client repeats the same commandId. A `REPEATED` answer passes here too, so that its entries are waited for as well.
 */
export async function durable<K extends LogTypes>(reply: ScriptReply<K>): Promise<ScriptReply<K>> {
  return reply
}
