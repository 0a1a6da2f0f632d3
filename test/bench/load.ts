import { Agent, get } from 'node:http'

/** What a bounded load came to. */
export type LoadResult = { readonly requestsPerSecond: number; readonly failures: number }

function ask(agent: Agent, url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, { agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200))
    }).on('error', () => resolve(false))
  })
}

/** Asks the addresses in turn over a fixed number of kept-open connections, a fixed number of times, and stops. */
export async function load(
  urls: readonly string[],
  requests: number,
  connections: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let next = 0
  let failures = 0
  const worker = async () => {
    while (next < requests) {
      const url = urls[next++ % urls.length] ?? ''
      if (!(await ask(agent, url))) failures++
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - from) / 1000
  agent.destroy()
  return { requestsPerSecond: requests / seconds, failures }
}
