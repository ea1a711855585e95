import { createServer, type IncomingMessage } from 'node:http'
import { AppError, createCaller, openServices, takeNews } from '@gavel/api'
import { createLogger, loadEnv } from '@gavel/config'

/**
 * What the web app does with payments, as a program that a test may kill: procedures at `POST /call`, webhooks at `POST /webhook`, on the port that `PORT` names.
 * It has no pages, and believes whoever says who they are.
 */
const services = await openServices(loadEnv(), createLogger('web'))
const STATUS = { kept: 200, known: 200, SIGNATURE: 400, OLD: 400, SHAPE: 400 } as const

const call = async ({ userId, path, input }: { userId: string; path: string; input: unknown }): Promise<unknown> => {
  const actor = { userId, admin: false, operator: false, bot: false, creator: false }
  const api = createCaller({ services, actor, session: null, address: userId })
  const [router = '', procedure = ''] = path.split('.')
  const routers = api as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const called = routers[router]?.[procedure]
  if (!called) throw new Error(`there is no ${path}`)
  return called(input)
}

const answerTo = async (
  { url, headers }: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; said: unknown }> => {
  if (url === '/readyz') return { status: 200, said: 'ready' }
  if (url === '/webhook') {
    const { gateway } = services
    if (!gateway) return { status: 503, said: null }
    const signature = String(headers['stripe-signature'])
    return { status: STATUS[await takeNews({ ...services, gateway }, body, signature, Date.now())], said: null }
  }
  return { status: 200, said: await call(JSON.parse(body.toString('utf8'))) }
}

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    answerTo(request, Buffer.concat(chunks)).then(
      ({ status, said }) => response.writeHead(status).end(JSON.stringify(said ?? null)),
      (error: unknown) => {
        const refused = error instanceof Error && error.cause instanceof AppError
        response.writeHead(refused ? 409 : 500).end(JSON.stringify({ error: String(error) }))
      },
    )
  })
}).listen(loadEnv().webPort, '127.0.0.1')
