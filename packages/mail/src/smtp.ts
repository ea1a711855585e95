import type { AddressInfo, Server } from 'node:net'
import type { Readable } from 'node:stream'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** An SMTP server of this machine alone: without passwords, and without encryption, which loopback does not need. */
export const smtpServer = (options: SMTPServerOptions): SMTPServer => {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options })
  // A client that goes away in mid-session is no concern of the server's.
  server.on('error', () => {})
  return server
}

/** What nobody but this machine can reach. */
const LOOPBACK = '127.0.0.1'

/** Listens on loopback, unless another host is given. @param port 0 takes any free one. @returns the port */
export const listen = async (server: Server, port: number, host: string = LOOPBACK): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return (server.address() as AddressInfo).port
}

/** The whole of a stream. */
export const readRest = async (stream: Readable): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
