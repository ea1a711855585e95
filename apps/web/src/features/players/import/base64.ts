/** Bytes handed to `fromCharCode` at once: far below the number of arguments that an engine takes. */
const CHUNK = 0x8000

/** A file's bytes as base64, for a JSON request. */
export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK))
  }
  return btoa(binary)
}
