const MAX = 240

/** The first paragraph of a Markdown text as plain words, for where only a line or two fit; cut at a word. */
export const opening = (markdown: string): string => {
  const paragraph = markdown
    .split(/\n\s*\n/)
    .map((block) => block.replace(/^\s*#{1,6}\s.*$/gm, '').trim())
    .find((block) => block !== '')
  const plain = (paragraph ?? '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*+>]|\d+\.)\s+/gm, '')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= MAX) return plain
  return `${plain.slice(0, MAX).replace(/\s+\S*$/, '')} ...`
}
