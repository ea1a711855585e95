/** Parameters as Stripe nests them: `line_items[0][price_data][currency]=inr`. */
export type Tree = string | Tree[] | { [name: string]: Tree }
type Branch = { [name: string]: Tree }

const isBranch = (tree: Tree | undefined): tree is Branch =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

/** Objects whose names are 0, 1, 2 ... are lists. */
const settled = (tree: Tree): Tree => {
  if (!isBranch(tree)) return tree
  const names = Object.keys(tree)
  if (names.length > 0 && names.every((name, i) => name === String(i))) return Object.values(tree).map(settled)
  return Object.fromEntries(names.map((name) => [name, settled(tree[name] ?? '')]))
}

/** Reads a form body, or the query of an address. Never throws: what makes no sense stays a name of its own. */
export const parseForm = (text: string): Branch => {
  const tree: Branch = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = name.replaceAll(']', '').split('[')
    if (keys.includes('__proto__')) continue
    let at: Branch = tree
    keys.forEach((given, i) => {
      const key = given === '' ? String(Object.keys(at).length) : given
      const isLast = i === keys.length - 1
      const there = at[key]
      if (isLast) at[key] = value
      else if (isBranch(there)) at = there
      else {
        const branch: Branch = {}
        at[key] = branch
        at = branch
      }
    })
  }
  const whole = settled(tree)
  return isBranch(whole) ? whole : tree
}
