import { type BadmintonImport, isBadmintonSet, readBadminton } from './badminton/read-badminton.ts'
import { type CricketImport, readCricsheet } from './cricsheet/read.ts'
import { headerOf, tableOf } from './csv.ts'
import { type FootballImport, isFootball, readFootball } from './football/read-football.ts'
import { isInfo } from './hundred/info.ts'
import { BALL_COLUMNS, readHundred } from './hundred/read-hundred.ts'
import { parsedJson } from './json.ts'
import { type KabaddiImport, kabaddiIn, readKabaddi } from './kabaddi/read-kabaddi.ts'
import { type FileRefusal, orRefusal, Refused } from './refused.ts'
import { isRecord } from './shape.ts'
import { type NamedFile, textOf } from './text.ts'
import { readVolleyball, type VolleyballImport } from './volleyball/read-volleyball.ts'
import { isDataVolley } from './volleyball/sections.ts'

/** What a file of matches holds: one match, or of football a season of them. */
export type MatchImport = CricketImport | FootballImport | BadmintonImport | VolleyballImport | KabaddiImport

/**
 * Reads the files of one match. Their content says what they are, not their names. Nothing is half read: a refusal names the place.
 * `name`: of the file or folder, for what the content does not say.
 */
export function readMatch(name: string, files: readonly NamedFile[]): MatchImport | { readonly refusal: FileRefusal } {
  return orRefusal(() => read(name, files))
}

function read(name: string, files: readonly NamedFile[]): MatchImport {
  const texts = files.map((file) => textOf(file, 'windows-1250'))
  const info = texts.find(isInfo) ?? null
  const text = texts.find((one) => one !== info)
  if (text === undefined) throw new Refused('NO_MATCH', 'the file')
  if (isDataVolley(text)) return readVolleyball(text)
  if (/^\s*[[{]/.test(text)) return readJson(parsedJson(text))
  if (files.length > 1 && info === null) return readBadminton(files, folderOf(name))
  const columns = headerOf(text)
  if (isBadmintonSet(columns)) return readBadminton(files, folderOf(name))
  if (info !== null || BALL_COLUMNS.every((column) => columns.includes(column))) return readHundred(text, info)
  throw new Refused('UNKNOWN_FORMAT', 'the file')
}

/** The folder of a set that stands alone, or the folder itself. */
function folderOf(name: string): string {
  const parts = name.split(/[\\/]/).filter(Boolean)
  return (/\.csv$/i.test(name) ? parts.at(-2) : parts.at(-1)) ?? name
}

function readJson(json: unknown): MatchImport {
  if (kabaddiIn(json)) return readKabaddi(json)
  if (isFootball(json)) return readFootball(json)
  if (isRecord(json) && ('innings' in json || 'info' in json)) return readCricsheet(json)
  throw new Refused('UNKNOWN_FORMAT', 'the file')
}

/**
 * Whether a text is a whole table of something else, such as results that somebody computed: it lies beside matches and holds none. A broken
 * or cut table is not.
 */
export function isOtherTable(file: NamedFile): boolean {
  const table = orRefusal(() => tableOf(textOf(file)))
  if ('refusal' in table) return false
  const columns = [...table.columns]
  const known =
    isBadmintonSet(columns) || BALL_COLUMNS.some((column) => column !== 'innings' && columns.includes(column))
  return (
    !known &&
    columns.length > 1 &&
    columns.every((column) => /^[\p{L}_][\p{L}\p{N}_ ().-]*$/u.test(column)) &&
    table.isEven
  )
}
