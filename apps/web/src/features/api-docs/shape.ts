type Schema = Readonly<Record<string, unknown>>

const asSchema = (value: unknown): Schema => (typeof value === 'object' && value !== null ? (value as Schema) : {})
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A JSON Schema as people write a type: `{ name: string, age?: number | null }`, one field a line. */
export const shapeOf = (schema: unknown, indent = ''): string => {
  const { type, properties, items, enum: values, const: value, anyOf, oneOf, additionalProperties } = asSchema(schema)
  if (value !== undefined) return JSON.stringify(value)
  if (values !== undefined)
    return list(values)
      .map((one) => JSON.stringify(one))
      .join(' | ')
  const choices = anyOf ?? oneOf
  if (choices !== undefined) return [...new Set(list(choices).map((one) => shapeOf(one, indent)))].join(' | ')
  if (type === 'array') return arrayOf(shapeOf(items, indent))
  if (type === 'object' || properties) return objectOf(asSchema(schema), indent, additionalProperties)
  return type === 'integer' ? 'number' : typeof type === 'string' ? type : 'anything'
}

const arrayOf = (item: string): string => (item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`)

const objectOf = (schema: Schema, indent: string, rest: unknown): string => {
  const required = new Set(list(schema.required))
  const inner = `${indent}  `
  const fields = Object.entries(asSchema(schema.properties)).map(([name, field]) => {
    const { description } = asSchema(field)
    const note = typeof description === 'string' ? `  // ${description}` : ''
    return `${inner}${name}${required.has(name) ? '' : '?'}: ${shapeOf(field, inner)}${note}`
  })
  const more = rest === undefined || rest === false ? [] : [`${inner}[name]: ${shapeOf(rest, inner)}`]
  const lines = [...fields, ...more]
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}
