import { AUCTION_NAMESPACE, type ServerToClient } from '@gavel/protocol'

/**
 * One Socket.IO event, encoded once for any number of readers: `packet` as Engine.IO's text payload, `bytes` as the finished WebSocket
 * frame (FIN, text, unmasked) of the same event. A snapshot does not count against a slow reader.
 */
export type Frame = { readonly packet: string; readonly bytes: Buffer; readonly snapshot: boolean }

type Message<Name extends keyof ServerToClient> = Parameters<ServerToClient[Name]>[0]

/** Encodes an event of the auction namespace. Socket.IO 4: `2` is an event; Engine.IO 4: `4` is a message. */
export function frameOf<Name extends keyof ServerToClient>(name: Name, message: Message<Name>): Frame {
  const packet = `2${AUCTION_NAMESPACE},${JSON.stringify([name, message])}`
  return { packet, bytes: textFrame(`4${packet}`), snapshot: name === 'rewind' }
}

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
