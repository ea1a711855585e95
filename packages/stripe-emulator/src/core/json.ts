/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** A JSON object. */
export type JsonObject = { [name: string]: Json }

/** A copy as it goes over the wire: later changes of the original do not reach it. */
export const wire = (value: object): JsonObject => JSON.parse(JSON.stringify(value))

/** Whether this is an object, and not an array. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
