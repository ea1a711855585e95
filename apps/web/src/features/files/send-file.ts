/**
 * Sends a file of this computer as the body of a request.
 *
 * @returns null once it is there, otherwise why it is not, in words
 */
export async function sendFile(address: string, file: Blob): Promise<string | null> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      // What it really is, the server finds out.
      headers: { 'content-type': file.type.startsWith('image/') ? file.type : 'application/octet-stream' },
      body: file,
    })
    if (answer.ok) return null
    const { error } = (await answer.json()) as { error?: { message?: string } }
    return error?.message ?? 'The server did not take it.'
  } catch {
    return 'The server did not answer. Check the network, then try again.'
  }
}
