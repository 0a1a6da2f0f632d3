import { Hono } from 'hono'
import { z } from 'zod'
import { WARNING_LEVELS } from '../../../domain/notice/emergency-mark.ts'
import { EMERGENCY_KINDS } from '../../../domain/notice/emergency-template.ts'
import { DECISION_KINDS } from '../../../domain/notice/notice-state.ts'
import { refuse } from '../../../domain/refusal.ts'
import { answered, input, refused } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { bodySchema } from '../content-schema.ts'
import { decideAfterTheFact } from '../review/after-the-fact.ts'
import { emergencyById, emergencyCounts, emergencyList } from './emergency-view.ts'
import { endEmergency, openEmergency } from './open-emergency.ts'
import { publishEmergency } from './publish-emergency.ts'

const instant = z.iso.datetime({ precision: 3 })
const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u)

const opening = z.strictObject({
  kind: z.enum(EMERGENCY_KINDS),
  event: line(200),
  unitId: z.string().min(1).max(100),
  itemId: z.string().min(1).max(100).nullable(),
  startedAt: instant.nullable(),
})

const word = z.strictObject({
  title: line(500),
  body: bodySchema,
  mark: z.strictObject({
    level: z.enum(WARNING_LEVELS).nullable(),
    issuer: line(200),
    issuedAt: instant.nullable(),
    takeoverUntil: instant,
  }),
  reason: line(500),
  clockConfirmed: z.boolean().default(false),
  screenIds: z.array(z.string().min(1).max(64)).max(64).nullable().default(null),
})

const afterwards = z.strictObject({
  kind: z.enum(DECISION_KINDS),
  language: z.string().max(20),
  decision: z.enum(['APPROVED', 'RETURNED']),
  reason: line(2000),
  submissionHash: z.string().regex(/^[0-9a-f]{64}$/),
  exceptionReason: line(2000).default(''),
})

/**
 * The fast lane at the desk: clock, publication by one person, review after the fact, end.
 * @example app.route('/api/desk', emergencyRoutes(deps)) // POST /api/desk/emergencies
 */
export function emergencyRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/emergencies', (c) => answered(c, emergencyList(read, c.var.principal, deps.clock.now())))
    .get('/emergency-counts', (c) => c.json(emergencyCounts(read, deps.clock.now())))
    .post('/emergencies', documented({ status: 201 }), input('json', opening), (c) => {
      const opened = openEmergency(deps, c.var.principal, c.req.valid('json'))
      if (!opened.ok) return refused(c, opened)
      const view = emergencyById(read, c.var.principal, deps.clock.now(), opened.value)
      return view ? c.json(view, 201) : refused(c, refuse('emergency.not-found'))
    })
    .post('/emergencies/:id/publish', input('json', word), (c) => {
      const published = publishEmergency(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return published.ok ? answered(c, published.value) : refused(c, published)
    })
    .post('/emergencies/:id/end', input('json', z.strictObject({ reason: line(500) })), (c) => {
      const id = c.req.param('id')
      const ended = endEmergency(deps, c.var.principal, id, c.req.valid('json').reason)
      const view = emergencyById(read, c.var.principal, deps.clock.now(), id)
      if (!ended.ok) return refused(c, ended)
      return view ? answered(c, view) : refused(c, refuse('emergency.not-found'))
    })
    .post('/notices/:id/after-the-fact', input('json', afterwards), (c) => {
      const decided = decideAfterTheFact(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return decided.ok ? answered(c, { decided: true }) : refused(c, decided)
    })
}
