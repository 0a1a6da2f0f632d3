import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import { REFUSAL_CODES, type RefusalCode } from '../../domain/refusal-code.ts'
import { accept, refuse, type RefusalParams, type Result } from '../../domain/refusal.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { Clock } from '../../platform/clock.ts'
import { type Pairing, readState, type ReplicaPlaces, writeState } from './replica-folder.ts'
import { EMPTY_BODY, REPLICA_HEADERS, signRequest } from './request-signature.ts'

/** A request of a replica to its office. */
export type OfficeRequest = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** How a replica talks to its office. */
export type OfficeClient = {
  /** Sends a signed request and reads a JSON answer of at most so many bytes. Refuses what the office refuses, and `replica.office-unreachable`. */
  readonly json: (request: OfficeRequest, most: number) => Promise<Result<unknown>>
  /** Fetches a piece into a file, going on where it was interrupted. Refuses like `json`, and `replica.piece-damaged`. */
  readonly piece: (hash: string, size: number, folder: string) => Promise<Result<string>>
}

const SILENCE_MS = 60_000
const MANIFEST_MS = 15 * 60_000
const AHEAD = 1000

/** Numbers of requests, reserved on the disk in advance so that none is used twice after a power cut. */
function openCounter(file: string): { readonly next: () => number; readonly raise: (last: number) => void } {
  let reserved = readState<{ reserved: number }>(file)?.reserved ?? 0
  let last = reserved
  const reserve = (): void => {
    reserved = last + AHEAD
    writeState(file, { reserved })
  }
  return {
    next: () => {
      last += 1
      if (last > reserved) reserve()
      return last
    },
    raise: (to) => {
      if (to <= last) return
      last = to
      reserve()
    },
  }
}

function refusalOf(body: unknown, status: number): Result<never> {
  const { code, params } = (body ?? {}) as { code?: string; params?: RefusalParams }
  const known = REFUSAL_CODES.find((one): one is RefusalCode => one === code)
  return known
    ? refuse(known, params ?? {})
    : refuse('replica.office-unreachable', { reason: String(status) })
}

function unreachable(error: unknown): Result<never> {
  const { cause, name } = error as Error & { cause?: { code?: string } }
  return refuse('replica.office-unreachable', { reason: cause?.code ?? name })
}

/** Reads at most so many bytes: the other side is trusted to sign, not to be small. */
async function readAtMost(response: Response, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Opens the way to the office. Every request bears the replica's signature over method, path, body, its number and the office's
 * id; a number the office knows already is raised once, as the office says, and asked again.
 * @example const client = officeClient({ pairing, places, clock, key })
 */
export function officeClient(parts: {
  readonly pairing: Pairing
  readonly places: Pick<ReplicaPlaces, 'counter'>
  readonly clock: Clock
  readonly key: KeyObject
}): OfficeClient {
  const { pairing, clock, key } = parts
  const counter = openCounter(parts.places.counter)
  const send = async (
    { method, path, body, headers }: OfficeRequest,
    milliseconds: number,
  ): Promise<Response> => {
    const [number, at] = [counter.next(), clock.now()]
    const signature = signRequest(key, {
      method,
      path,
      bodySha256: body === undefined ? EMPTY_BODY : sha256(body),
      replicaId: pairing.replicaId,
      instanceId: pairing.instanceId,
      counter: number,
      at,
    })
    return fetch(`${pairing.address}${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(milliseconds),
      ...(body !== undefined && { body }),
      headers: {
        ...headers,
        ...(body !== undefined && { 'content-type': 'application/json', origin: pairing.address }),
        [REPLICA_HEADERS.id]: pairing.replicaId,
        [REPLICA_HEADERS.instance]: pairing.instanceId,
        [REPLICA_HEADERS.counter]: String(number),
        [REPLICA_HEADERS.at]: at,
        [REPLICA_HEADERS.signature]: signature,
      },
    })
  }
  /** The answer, or why there is none; asked a second time with the number the office names. */
  const ask = async (request: OfficeRequest, milliseconds: number): Promise<Result<Response>> => {
    for (let turn = 1; ; turn++) {
      const response = await send(request, milliseconds)
      if (response.ok) return accept(response)
      const refused = refusalOf(parsed(await readAtMost(response, 64 * 1024)), response.status)
      if (refused.ok || refused.code !== 'replica.request-repeated' || turn === 2) return refused
      counter.raise(Number(refused.params['last'] ?? 0))
    }
  }
  return {
    json: async (request, most) => {
      try {
        const response = await ask(request, MANIFEST_MS)
        if (!response.ok) return response
        const text = await readAtMost(response.value, most)
        return text === null ? refuse('replica.snapshot-invalid') : accept(parsed(text))
      } catch (error) {
        return unreachable(error)
      }
    },
    piece: async (hash, size, folder) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${hash}.part`)
      const have = await sizeOf(file)
      const from = have > size ? 0 : have
      try {
        if (from < size || size === 0) {
          const response = await ask(
            {
              method: 'GET',
              path: `/api/public/replica/pieces/${hash}`,
              ...(from > 0 && { headers: { range: `bytes=${from}-` } }),
            },
            // A large file over a slow network takes its time; silence does not.
            Math.max(SILENCE_MS, size / 20),
          )
          if (!response.ok) return response
          const begins = response.value.status === 206 ? from : 0
          await intoFile(response.value, file, begins, size)
        }
        await syncFile(file)
      } catch (error) {
        if (isDiskFault(error)) return diskFault(error)
        return unreachable(error)
      }
      if ((await sizeOf(file)) === size && (await hashOf(file)) === hash) return accept(file)
      // Not what was promised: nothing of it is worth going on with.
      await rm(file, { force: true })
      return refuse('replica.piece-damaged')
    },
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Piece by piece, each on its way to the disk before the next is read: what came before the line broke is kept. */
async function intoFile(response: Response, file: string, from: number, size: number): Promise<void> {
  const handle = await open(file, from > 0 ? 'r+' : 'w', 0o600)
  try {
    let at = from
    for await (const chunk of response.body ?? []) {
      if (at + chunk.byteLength > size) throw new Error('more than was promised')
      await handle.write(chunk, 0, chunk.byteLength, at)
      at += chunk.byteLength
    }
  } finally {
    await handle.close()
  }
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function hashOf(file: string): Promise<string> {
  const { createHash } = await import('node:crypto')
  const { createReadStream } = await import('node:fs')
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * Whether an error is one of this computer's disk.
 * @example isDiskFault(error)
 */
export function isDiskFault(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? ''
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM', 'SQLITE_FULL', 'SQLITE_IOERR'].some((one) =>
    code.startsWith(one),
  )
}

/**
 * The refusal for such an error.
 * @example diskFault(error).code // 'replica.disk'
 */
export function diskFault(error: unknown): Result<never> {
  return refuse('replica.disk', { reason: (error as NodeJS.ErrnoException).code ?? '' })
}
