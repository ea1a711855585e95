import { connect } from 'node:net'

/**
 * Says `hello` to a TCP server and looks at its first answer. False for a refused connection, silence or a wrong answer.
 * An empty `hello` asks only whether something accepts connections.
 */
export const answers = (
  host: string,
  port: number,
  hello: string | Buffer = '',
  isRight: (answer: Buffer) => boolean = () => true,
  timeoutMs = 2_000,
): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port })
    let answer = Buffer.alloc(0)
    const finish = (right: boolean) => {
      socket.destroy()
      resolve(right)
    }
    socket.setTimeout(timeoutMs, () => finish(false))
    socket.once('error', () => finish(false))
    socket.once('close', () => finish(false))
    socket.once('connect', () => (hello.length > 0 ? socket.write(hello) : finish(true)))
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk])
      if (isRight(answer)) finish(true)
    })
  })

/** True when a GET of this address answers with a 2xx status within the time. */
export const answersOk = async (url: string, timeoutMs = 3_000): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
