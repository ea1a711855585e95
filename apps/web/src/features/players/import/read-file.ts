import { base64Of } from './base64.ts'

/** Larger files are refused by the server; saying so before the upload saves a slow line. */
const MAX_BYTES = 32 * 1024 * 1024

/** A chosen list, ready to be sent. `key` tells two readings apart. */
export type ChosenFile = { key: string; name: string; base64: string }

/** Reads a chosen file, or says why it cannot be a list. */
export async function readChosen(file: File): Promise<ChosenFile | { refused: string }> {
  if (file.size === 0) return { refused: `${file.name} is empty. Nothing was imported.` }
  if (file.size > MAX_BYTES) {
    return {
      refused: `${file.name} is too large: a list may have 32 MB. Nothing was imported; cut it into smaller files.`,
    }
  }
  if (/\.(xlsx?|ods|numbers)$/i.test(file.name)) {
    return { refused: `${file.name} is a workbook. Save the sheet as CSV in your spreadsheet, then choose that file.` }
  }
  try {
    const base64 = base64Of(new Uint8Array(await file.arrayBuffer()))
    return { key: `${file.name}:${file.size}:${file.lastModified}`, name: file.name.slice(0, 200), base64 }
  } catch {
    return {
      refused: `${file.name} could not be read. Nothing was imported; if it is open elsewhere, close it and try again.`,
    }
  }
}
