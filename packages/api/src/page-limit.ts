import { z } from 'zod'

/** How many items a page has at most, and without a word. */
export const pageLimit = (usual: number) => z.number().int().min(1).max(200).default(usual)
