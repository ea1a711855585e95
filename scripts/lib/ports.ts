import { createServer } from 'node:net'
import { Problem } from './problem.ts'

const canListen = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    // A machine without IPv6 refuses the address, not the port.
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(!['EADDRINUSE', 'EACCES'].includes(error.code ?? '')),
    )
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })

/** True when nothing listens on this port, on any address of this machine. */
export const isPortFree = async (port: number): Promise<boolean> => {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) if (!(await canListen(port, host))) return false
  return true
}

/** Below the range from which systems take ports for outgoing connections, so that a restart finds its port still free. */
const PRIVATE_FIRST = 20_000
const PRIVATE_LAST = 31_999
const given = new Set<number>()

/** A free port for a private service, never the same one twice from one process. */
export const privatePort = async (): Promise<number> => {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = PRIVATE_FIRST + Math.floor(Math.random() * (PRIVATE_LAST - PRIVATE_FIRST))
    if (given.has(port) || !(await canListen(port, '127.0.0.1'))) continue
    given.add(port)
    return port
  }
  throw new Problem(
    `No free port was found between ${PRIVATE_FIRST} and ${PRIVATE_LAST}: close programs that listen there.`,
  )
}

/**
 * The port for an app: the one its variable fixes, else the first free one from `first` on.
 * @throws Problem when the fixed port is taken or is no port.
 */
export const appPort = async (variable: string, first: number): Promise<number> => {
  const fixed = process.env[variable]
  if (fixed) {
    const port = Number(fixed)
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Problem(
        `${variable} is "${fixed}", which is no port: set it to a number from 1 to 65535, or leave it out.`,
      )
    if (given.has(port) || !(await isPortFree(port)))
      throw new Problem(
        `Port ${port} is taken by another program: stop that program, or choose another port with ${variable}.`,
      )
    given.add(port)
    return port
  }
  for (let port = first; port < first + 200; port++) {
    if (given.has(port) || !(await isPortFree(port))) continue
    given.add(port)
    return port
  }
  throw new Problem(`No free port was found from ${first} on: fix one with ${variable}.`)
}
