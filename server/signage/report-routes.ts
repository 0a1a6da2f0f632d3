import { Hono } from 'hono'
import { z } from 'zod'
import { sha256 } from '../../platform/sha256.ts'
import { clockState } from '../../domain/notice/publish-time.ts'
import { refuse } from '../../domain/refusal.ts'
import { answered, input, refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import type { BoardEnv } from '../trust.ts'
import { judgeRecords, reportAnswerSchema, reportSchema } from './report-schema.ts'
import { openJumpWatch } from './jump-watch.ts'
import { openReportPace } from './report-pace.ts'

/** Header in which a screen says who it is. */
export const TOKEN_HEADER = 'x-screen-token'

const codeSchema = z.strictObject({ code: z.string().min(1).max(40) })
const tokenSchema = z.object({ token: z.string() })

/**
 * What screens tell: they are paired by a code of the desk, and report what was on their glass. Both change nothing that is
 * shown. Refuses `screen.code-wrong`, `screen.token-wrong`, `request.busy`.
 * @example app.route('/api/public', screenReportRoutes(deps)) // POST /api/public/screens/:screen/reports
 */
export function screenReportRoutes(deps: Pick<Deps, 'clock' | 'evidence' | 'store'>) {
  const pace = openReportPace(deps.clock)
  const watch = openJumpWatch(deps.clock)
  return new Hono<BoardEnv>()
    .post(
      '/screens/:screen/pairing',
      documented({ answer: tokenSchema }),
      input('json', codeSchema),
      async (c) => {
        const paired = await deps.evidence.pair(c.req.param('screen'), c.req.valid('json').code)
        return paired.ok ? answered(c, paired.value) : refused(c, paired)
      },
    )
    .post(
      '/screens/:screen/reports',
      documented({ answer: reportAnswerSchema }),
      input('json', reportSchema),
      async (c) => {
        const tokenHash = sha256(c.req.header(TOKEN_HEADER)?.slice(0, 100) ?? '')
        const turn = pace.begin(tokenHash)
        if (!turn.ok) return refused(c, turn)
        const { report, unfit } = judgeRecords(c.req.valid('json'))
        const receivedAt = deps.clock.now()
        const newest = deps.store.read.audit.latestInstant()
        const doubted = clockState(receivedAt, newest) !== 'TRUSTED'
        const taken = await deps.evidence.take({
          ...{ screenId: c.req.param('screen'), tokenHash, receivedAt, replicaId: null },
          clockDoubt: watch.isSet(newest) || doubted,
          report,
        })
        if (taken.ok) {
          pace.took(tokenHash)
          return answered(c, { ...taken.value, refused: [...taken.value.refused, ...unfit] })
        }
        if (taken.code === 'screen.token-wrong' && pace.missed()) return refused(c, refuse('request.busy'))
        return refused(c, taken)
      },
    )
}
