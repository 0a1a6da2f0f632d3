import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { refuse } from '../../domain/refusal.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { openSlots } from '../../platform/stream-file.ts'
import type { BoardEnv } from '../trust.ts'
import { pairReplica } from './pair-replica.ts'
import {
  pairingAnswerSchema,
  pairingRequestSchema,
  replicaReportSchema,
  reportAcknowledgedSchema,
  signedManifestSchema,
} from './public-schemas.ts'
import { callerOf, fromReplica } from './replica-trust.ts'
import { takeReport } from './take-report.ts'

// Replicas of one office are few; strangers are refused before anything is read.
const MOST_PIECES = 16

/**
 * What replicas ask the office, each request signed by a key that was paired. Nothing here changes what is published.
 * @example app.route('/api/public', replicaRoutes(deps)) // GET /api/public/replica/manifest
 */
export function replicaRoutes(deps: Deps) {
  const sending = openSlots(MOST_PIECES)
  const paired = fromReplica(deps)
  return new Hono<BoardEnv>()
    .post(
      '/replicas/pairing',
      documented({ answer: pairingAnswerSchema }),
      input('json', pairingRequestSchema),
      async (c) => {
        const answer = await pairReplica(deps, c.req.valid('json'))
        return answer.ok ? answered(c, answer.value) : refused(c, answer)
      },
    )
    .get('/replica/manifest', documented({ answer: signedManifestSchema }), paired, async (c) => {
      const manifest = await deps.replicas.snapshots.current()
      return manifest.ok ? answered(c, manifest.value) : refused(c, manifest)
    })
    .get('/replica/pieces/:sha256', documented({ file: 'application/octet-stream' }), paired, async (c) => {
      const file = await deps.replicas.snapshots.piece(c.req.param('sha256'))
      if (file === null) return refused(c, refuse('replica.piece-gone'))
      const from = Number(/^bytes=(\d{1,15})-$/u.exec(c.req.header('range') ?? '')?.[1] ?? '0')
      if (from > file.size) return refused(c, refuse('request.invalid', { field: 'range' }))
      const ended = sending.take()
      if (ended === null) return refused(c, refuse('request.busy'))
      c.header('content-type', 'application/octet-stream')
      c.header('content-length', String(file.size - from))
      if (from > 0) {
        c.status(206)
        c.header('content-range', `bytes ${from}-${file.size - 1}/${file.size}`)
      }
      const stream = createReadStream(file.path, { start: from })
      stream.once('close', ended)
      return c.body(Readable.toWeb(stream) as ReadableStream)
    })
    .post(
      '/replica/reports',
      documented({ answer: reportAcknowledgedSchema }),
      paired,
      input('json', replicaReportSchema),
      async (c) => {
        const taken = await takeReport(deps, callerOf(c), c.req.valid('json'))
        return taken.ok ? answered(c, taken.value) : refused(c, taken)
      },
    )
}
