const coloured = process.stdout.isTTY === true && !process.env.NO_COLOR

const paint = (code: number, text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text)
export const bold = (text: string): string => paint(1, text)
export const dim = (text: string): string => paint(2, text)
export const red = (text: string): string => paint(31, text)
export const green = (text: string): string => paint(32, text)
export const yellow = (text: string): string => paint(33, text)
/** White on black, whatever colours the terminal has: for what a camera reads. */
export const onPaper = (text: string): string => (coloured ? `\u001b[97;40m${text}\u001b[0m` : text)

// The terminal may be closed while the programs still run: they go on, and what they say is lost.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

export const say = (text = ''): void => void process.stdout.write(`${text}\n`)

const PREFIX_WIDTH = 9
const prefixColours = [36, 35, 34, 33, 32, 96, 95, 94]
const seen: string[] = []

/** One line of a program's log, behind the program's name. */
export const sayFrom = (name: string, text: string): void => {
  if (!seen.includes(name)) seen.push(name)
  const colour = prefixColours[seen.indexOf(name) % prefixColours.length] ?? 36
  say(`${paint(colour, name.padEnd(PREFIX_WIDTH))} ${dim('|')} ${text}`)
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Says that something long begins and, when it ends, how long it took. */
export const step = async <Result>(title: string, work: () => Promise<Result>): Promise<Result> => {
  const startedMs = Date.now()
  say(`${dim('...')} ${title}`)
  try {
    const result = await work()
    say(`${green(' ok')} ${title} ${dim(`(${seconds(Date.now() - startedMs)})`)}`)
    return result
  } catch (error) {
    say(`${red(' no')} ${title} ${dim(`(${seconds(Date.now() - startedMs)})`)}`)
    throw error
  }
}
