import { type Logger as PinoLogger, pino } from 'pino'
import { loadEnvPart } from './env.ts'
import { currentRequestId } from './request-id.ts'

export type Logger = PinoLogger

/**
 * A logger that writes one JSON object a line, with the app's name and, inside a request, its id.
 * `npm start` and `npm run dev` turn these lines into readable ones. The first argument of a log call holds the data, the second the words.
 */
export const createLogger = (app: string): Logger =>
  pino({
    level: loadEnvPart(['logLevel']).logLevel,
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => {
      const requestId = currentRequestId()
      return requestId === undefined ? {} : { requestId }
    },
    redact: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token', '*.authorization', '*.cookie'],
  })
