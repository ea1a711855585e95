import { type FileRefusal, isOtherTable, type MatchImport, readMatch } from '@gavel/match-files'
import type { Command } from 'commander'
import { sentenceOf } from '../failure.ts'
import { printJson, say } from '../print.ts'
import { elementOf } from '../score/element.ts'
import { type Found, findMatches, readFiles } from '../score/find.ts'
import { scorecardOf } from '../score/scorecard.ts'
import { callerPath } from '../stack.ts'

/** `score`: what recorded matches come to, by our own rules. Offline: it looks at nothing but the files. */
export function addScore(program: Command): void {
  program
    .command('score')
    .description(
      'Score recorded matches, ball by ball and point by point: cricket (Cricsheet), football (openfootball), badminton (ShuttleSet), volleyball (DataVolley) and kabaddi. Files are known by their content.',
    )
    .argument('<file or folder...>', 'matches, or folders of them')
    .option('--json', 'print an array with one element for each match and nothing else')
    .action(score)
}

/** One match, or why it is none. Null: a table of something else that lay in the folder. */
type Scored = { readonly match: MatchImport } | { readonly refusal: FileRefusal } | null

function score(named: readonly string[], { json }: { json?: boolean }): void {
  const elements: object[] = []
  for (const found of findMatches(named)) {
    const scored = 'refusal' in found ? { refusal: found.refusal } : scoredOrNot(found)
    if (!scored) process.stderr.write(`${found.name} holds no match and is left aside.\n`)
    else if ('refusal' in scored) {
      const { code, words, where } = scored.refusal
      process.exitCode = 1
      if (json) elements.push({ file: found.name, error: { code, words, where } })
      else process.stderr.write(`${found.name}: ${where}: ${words}\n`)
    } else if (json) elements.push(elementOf(found.name, scored.match))
    else say(`${found.name}\n${scorecardOf(scored.match)}\n`)
  }
  if (json) printJson(elements)
}

/** One file that breaks the reader costs nobody the others. */
function scoredOrNot(found: Found): Scored {
  try {
    return scoreOf(found)
  } catch (error) {
    return { refusal: { code: 'UNREADABLE', where: 'the file', words: `It cannot be read: ${sentenceOf(error)}` } }
  }
}

function scoreOf({ name, paths, asked }: Found): Scored {
  const files = readFiles(paths)
  if ('code' in files) return { refusal: files }
  const match = readMatch(callerPath(name), files)
  if (!('refusal' in match)) return { match }
  const [only] = files
  const other = !asked && match.refusal.code === 'UNKNOWN_FORMAT' && only !== undefined && isOtherTable(only)
  return other ? null : match
}
