import { createServer } from 'node:http'
import { pullSnapshot, type Pulled } from '../../server/replica/pull.ts'
import { buildDatabase } from '../../server/replica/build-database.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Result } from '../../domain/refusal.ts'
import type { TaskOutput, Tasks } from '../../server/work/tasks.ts'

/** Builds in this very process: a thread more would only be slower here. */
export const BUILD_HERE = {
  run: async <Name extends keyof Tasks>(_: Name, input: unknown): Promise<TaskOutput<Name>> =>
    (await buildDatabase(input as Parameters<typeof buildDatabase>[0])) as TaskOutput<Name>,
}

/** Pulls once into a paired folder that nobody serves. */
export function pullOnce(dataFolder: string, clock: Clock): Promise<Result<Pulled>> {
  return pullSnapshot({ dataFolder, clock, work: BUILD_HERE })
}

/** Cut after so many bytes, once the other side has put them where it keeps them. */
export type Cut = { readonly cutAfter: number; readonly once: () => boolean }

/** What somebody between replica and office does to an answer: other bytes, or the line cut after so many of them. */
export type Twist = (path: string, bytes: Buffer) => Buffer | Cut

/** Somebody between a replica and its office, who reads and changes what passes. */
export type Between = {
  readonly origin: string
  /** Requests as they came. */
  readonly seen: {
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }[]
  twist: Twist
  readonly close: () => void
}

/** Stands in between; changes nothing until `twist` is set. */
export async function standBetween(office: string): Promise<Between> {
  const between = { twist: ((_, bytes) => bytes) as Twist, seen: [] as Between['seen'] }
  const server = createServer((request, response) => {
    void (async () => {
      const path = request.url ?? '/'
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks)
      const { host: _host, connection: _connection, 'content-length': _length, ...rest } = request.headers
      const headers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]))
      between.seen.push({ path, headers, body: body.toString('utf8') })
      const answer = await fetch(`${office}${path}`, {
        method: request.method ?? 'GET',
        headers: { ...headers, ...(headers['origin'] !== undefined && { origin: office }) },
        ...(body.byteLength > 0 && { body }),
      })
      const came = Buffer.from(await answer.arrayBuffer())
      const twisted = between.twist(path, came)
      const bytes = Buffer.isBuffer(twisted) ? twisted : came
      const type = answer.headers.get('content-type') ?? 'application/octet-stream'
      response.writeHead(answer.status, { 'content-type': type, 'content-length': String(bytes.byteLength) })
      if (Buffer.isBuffer(twisted)) response.end(bytes)
      else {
        const { once, cutAfter } = twisted
        const cut = (): void => {
          if (once()) response.destroy()
          else setTimeout(cut, 5)
        }
        response.write(bytes.subarray(0, cutAfter), cut)
      }
    })().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it has a port')
  return Object.assign(between, {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  })
}
