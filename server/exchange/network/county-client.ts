import type { z } from 'zod'
import { refuse } from '../../../domain/refusal.ts'
import type { PackageKey } from '../../../sealed/package-key.ts'
import { answerChallenge } from '../../../sealed/network/challenge.ts'
import {
  type Arrival,
  arrivalSchema,
  challengeSchema,
  downwardListSchema,
  EXCHANGE_PATHS,
  receiptListSchema,
  refusalSchema,
  sessionSchema,
} from '../../../sealed/network/wire.ts'
import { type CountyLine, type LineAnswer, LineBroken, type LineRequest } from './county-line.ts'
import { pieceSize } from './piece-size.ts'
import { refusedBy } from './refused-by.ts'
import { type PackageToSend, StepFailed, type StepFailure } from './step.ts'
import { uploadOver } from './upload-over.ts'

/** The county's listener as the office speaks to it; each function is one step and throws `StepFailed`. */
export type CountyClient = {
  /** Proves this office; gives the id of the county's database. */
  readonly prove: () => Promise<string>
  readonly arrival: (sha256: string) => Promise<Arrival>
  /** Sends what is missing of a package; resolves when its last byte is confirmed. `confirmed`: told how many bytes the county has. */
  readonly upload: (
    sent: PackageToSend,
    location: string | null,
    confirmed: (bytes: number) => void,
  ) => Promise<void>
  readonly receiptNumbers: (after: number) => Promise<readonly number[]>
  readonly receipt: (number: number) => Promise<string>
  readonly downwardList: (
    after: number,
  ) => Promise<readonly { readonly sequence: number; readonly sha256: string; readonly size: number }[]>
  readonly downward: (
    sequence: number,
    size: number,
    into: (piece: Uint8Array) => Promise<void>,
  ) => Promise<void>
  /** True once the other side has proved by its certificate that it is the county. */
  readonly reached: () => boolean
}

const SHORT = 64 * 1024
const RECEIPT_LIMIT = 256 * 1024 * 1024
// What passes by itself: too many at once, a county that is starting, a proxy whose county is away, an upload that another line holds.
const PASSING = new Set([408, 409, 410, 423, 425, 429, 460, 500, 502, 503, 504])

/** Milliseconds of a Retry-After; the form with a date would be read by a clock that may be wrong by years, so it is passed over. */
function retryAfter(answer: Pick<LineAnswer, 'headers'>): number | null {
  const seconds = Number(answer.headers['retry-after'] ?? 'none')
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What an answer that is no success means. */
function failureOf(answer: Pick<LineAnswer, 'status' | 'headers'>, text: string): StepFailure {
  const read = refusalSchema.safeParse(parsed(text))
  const passing: StepFailure = {
    kind: 'PASSING',
    reason: String(answer.status),
    retryAfter: retryAfter(answer),
  }
  if (!read.success) {
    if (PASSING.has(answer.status)) return passing
    // A page of somebody in between, to be clicked away in a browser; or a redirect to one.
    return { kind: 'FINAL', refusal: refuse('network.unreachable', { reason: 'not-county' }) }
  }
  if (read.data.code === 'network.busy' || read.data.code === 'request.failed') return passing
  return { kind: 'FINAL', refusal: refusedBy(read.data) }
}

function brokenAs(error: LineBroken): StepFailed {
  switch (error.kind) {
    case 'CANCELLED':
      return new StepFailed({ kind: 'CANCELLED' })
    case 'CERTIFICATE':
      return new StepFailed({ kind: 'FINAL', refusal: refuse('network.certificate-changed') })
    case 'BROKEN':
      return new StepFailed({ kind: 'PASSING', reason: error.message, retryAfter: null })
  }
}

/**
 * Speaks to the county over a line. A token that the county no longer knows (it was started again, or the hour is over) is
 * replaced by proving the office once more; a second refusal of a fresh one is final.
 * @example const client = countyClient({ line, key, uscc, signal })
 */
export function countyClient(parts: {
  readonly line: CountyLine
  readonly key: PackageKey
  readonly uscc: string
  readonly signal: AbortSignal
  /** Bytes of a package in one request, at most. */
  readonly pieceSize: number
}): CountyClient {
  const { line, key, uscc, signal } = parts
  let token: string | null = null
  let reached = false
  const piece = pieceSize(parts.pieceSize)
  const ask = async (request: LineRequest): Promise<LineAnswer> => {
    try {
      const answer = await line.ask({ ...request, signal })
      reached = true
      return answer
    } catch (error) {
      if (!(error instanceof LineBroken)) throw error
      reached ||= error.reached
      throw brokenAs(error)
    }
  }
  const read = <Schema extends z.ZodType>(schema: Schema, answer: LineAnswer): z.infer<Schema> => {
    const text = answer.body.toString('utf8')
    if (answer.status < 200 || answer.status > 299) throw new StepFailed(failureOf(answer, text))
    const body = schema.safeParse(parsed(text))
    if (body.success) return body.data
    throw new StepFailed({
      kind: 'FINAL',
      refusal: refuse('network.unreachable', { reason: 'not-county' }),
    })
  }
  const post = async <Schema extends z.ZodType>(path: string, body: object, schema: Schema) =>
    read(
      schema,
      await ask({
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        most: SHORT,
      }),
    )
  const prove = async (): Promise<string> => {
    const { countyInstanceId, nonce } = await post(EXCHANGE_PATHS.challenge, { uscc }, challengeSchema)
    const signature = answerChallenge(key.privateKey, { countyInstanceId, nonce, uscc })
    const body = { uscc, keyId: key.keyId, nonce, signature }
    token = (await post(EXCHANGE_PATHS.session, body, sessionSchema)).token
    return countyInstanceId
  }
  const bearer = async (): Promise<{ authorization: string }> => {
    if (token === null) await prove()
    return { authorization: `Bearer ${token}` }
  }
  const get = async (path: string, most: number, into?: LineRequest['into']): Promise<LineAnswer> => {
    for (let turn = 1; ; turn++) {
      const answer = await ask({
        method: 'GET',
        path,
        headers: await bearer(),
        most,
        ...(into && { into }),
      })
      if (answer.status !== 401 || turn === 2) return answer
      token = null
    }
  }
  return {
    prove,
    reached: () => reached,
    arrival: async (sha256) => read(arrivalSchema, await get(`${EXCHANGE_PATHS.packages}/${sha256}`, SHORT)),
    upload: async (sent, location, confirmed) => {
      const failed = await uploadOver({
        ask,
        origin: line.origin,
        headers: await bearer(),
        sent,
        location,
        piece,
        confirmed,
      })
      if (failed === null) return
      if (failed instanceof StepFailed) throw failed
      if (failed.status === 401) {
        token = null
        throw new StepFailed({ kind: 'PASSING', reason: '401', retryAfter: null })
      }
      throw new StepFailed(failureOf(failed, failed.body.toString('utf8')))
    },
    receiptNumbers: async (after) =>
      read(receiptListSchema, await get(`${EXCHANGE_PATHS.receipts}?after=${after}`, SHORT)).numbers,
    receipt: async (number) => {
      const answer = await get(`${EXCHANGE_PATHS.receipts}/${number}`, RECEIPT_LIMIT)
      const text = answer.body.toString('utf8')
      if (answer.status !== 200) throw new StepFailed(failureOf(answer, text))
      return text
    },
    downwardList: async (after) =>
      read(downwardListSchema, await get(`${EXCHANGE_PATHS.downward}?after=${after}`, SHORT)).packages,
    downward: async (sequence, size, into) => {
      const answer = await get(`${EXCHANGE_PATHS.downward}/${sequence}`, Math.max(size, SHORT), into)
      if (answer.status !== 200) throw new StepFailed(failureOf(answer, ''))
    },
  }
}
