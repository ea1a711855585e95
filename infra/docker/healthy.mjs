// A container's health check: `node healthy.mjs PORT PATH` ends with 0 when that address answers with 2xx.
const [port, path] = process.argv.slice(2)
const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2_500) }).catch(
  () => undefined,
)
process.exit(response?.ok ? 0 : 1)
