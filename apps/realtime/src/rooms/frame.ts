import { AUCTION_NAMESPACE, MATCH_NAMESPACE, type MatchServerToClient, type ServerToClient } from '@gavel/protocol'

/**
 * One Socket.IO event, encoded once for any number of readers: `packet` as Engine.IO's text payload, `bytes` as the finished WebSocket
 * frame (FIN, text, unmasked) of the same event. A snapshot does not count against a slow reader.
 */
export type Frame = { readonly packet: string; readonly bytes: Buffer; readonly snapshot: boolean }

type Events = { [Name in string]: (message: never) => void }

/** Encodes events of a namespace. Socket.IO 4: `2` is an event; Engine.IO 4: `4` is a message. */
const framesOf =
  <E extends { [Name in keyof E]: Events[string] }>(namespace: string) =>
  <Name extends keyof E & string>(name: Name, message: Parameters<E[Name]>[0]): Frame => {
    const packet = `2${namespace},${JSON.stringify([name, message])}`
    return { packet, bytes: textFrame(`4${packet}`), snapshot: name === 'rewind' }
  }

/** An event of an auction room. */
export const frameOf = framesOf<ServerToClient>(AUCTION_NAMESPACE)
/** An event of a match room. */
export const matchFrameOf = framesOf<MatchServerToClient>(MATCH_NAMESPACE)

const FIN_TEXT = 0x81

/** A WebSocket text frame from the server (RFC 6455, 5.2): lengths below 126 in one byte, below 65,536 in two more, else in eight. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = FIN_TEXT
  if (header === 2) frame[1] = length
  else if (header === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, header)
  return frame
}
