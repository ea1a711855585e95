/** The words of a Markdown text alone, on one line: for lists and link previews. */
export function plainWords(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[\s>]*(?:#{1,6}|[-*+]|\d+\.)?\s+/gm, ' ')
    .replace(/[*`~]+|\b_+|_+\b/g, '')
    .replace(/[|>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
