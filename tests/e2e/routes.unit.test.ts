import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ROUTES } from './routes.ts'

const app = fileURLToPath(new URL('../../apps/web/src/app/', import.meta.url))
const METHOD = /export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b|\bas (GET|POST|PUT|PATCH|DELETE)\b/g

test('POLICY-8 every route has a row, with each of its methods, and every row a route', async () => {
  const files = (await readdir(app, { recursive: true })).filter((path) => /(^|\/)route\.tsx?$/.test(path))
  const served = await Promise.all(
    files.map(async (path) => {
      const text = await readFile(`${app}${path}`, 'utf8')
      const methods = [...text.matchAll(METHOD)].map(([, one, other]) => one ?? other)
      return [`/${path.replace(/\/?route\.tsx?$/, '')}`, methods.toSorted()]
    }),
  )
  const rows = Object.entries(ROUTES).map(([path, routes]) => [path, routes.map(({ method }) => method).toSorted()])
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(served))
})
