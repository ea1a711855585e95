import { dim, red, yellow } from './say.ts'

const own = new Set(['level', 'time', 'app', 'pid', 'hostname', 'msg', 'err'])

const fieldsOf = (entry: Record<string, unknown>): string =>
  Object.entries(entry)
    .filter(([key]) => !own.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ')

const levelMark: Record<string, (text: string) => string> = { warn: yellow, error: red, fatal: red }

/** Makes one line of an app's JSON log readable; any other line is left as it is. */
export const readableLine = (line: string): string => {
  if (!line.startsWith('{')) return line
  let entry: Record<string, unknown>
  try {
    entry = JSON.parse(line)
  } catch {
    return line
  }
  if (typeof entry.msg !== 'string') return line
  const mark = levelMark[String(entry.level)]
  const error = entry.err as { message?: string } | undefined
  const words = [mark ? mark(`${entry.level}: ${entry.msg}`) : entry.msg]
  if (error?.message) words.push(`(${error.message.trim().replace(/\s*\n\s*/g, ' ')})`)
  const fields = fieldsOf(entry)
  if (fields) words.push(dim(fields))
  return words.join(' ')
}

/** Cuts a stream of chunks into whole lines. */
export const lineSplitter = (onLine: (line: string) => void): ((chunk: string) => void) => {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim()) onLine(line.trimEnd())
  }
}
