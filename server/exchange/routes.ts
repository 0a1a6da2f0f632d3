import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../../domain/refusal.ts'
import { answered, input, refused, sendFile, uploadedFile } from '../../platform/answer.ts'
import { loadAgeIdentity } from '../../sealed/age-identity.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { requireRole } from '../principal.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { beginCarriage, recordCarriage } from './carriage.ts'
import { carriageFolders } from './carriage-folder.ts'
import { beginExport } from './export-package.ts'
import { officeKeyIds } from './enrolment/office-keys.ts'
import { listPackages } from './list-packages.ts'
import { NEW_INSTANCE_REASONS, newInstance } from './new-instance.ts'
import { offerEverythingAgain } from './offer-again.ts'
import { outboxView } from './outbox-view.ts'
import { packageChanges } from './package-changes.ts'
import { packagePath } from './package-path.ts'
import { verifyAnyPackage } from './verify-any.ts'
import type { CurrentJobView, DrivesView } from './views.ts'

const whole = z.strictObject({ whole: z.boolean().default(false) })
const personSchema = z.string().trim().max(60)
const carriage = z.union([
  z.strictObject({ driveId: z.string().min(1).max(64), person: personSchema }),
  z.strictObject({ folderId: z.string().min(1).max(64), person: personSchema }),
])
const renewal = z.strictObject({ reason: z.enum(NEW_INSTANCE_REASONS) })
const page = z.strictObject({ from: z.coerce.number().int().min(0).max(1e9).default(0) })
const fetched = z.strictObject({ person: personSchema.default('') })

/** A number that could be one of a package; what is none finds none. */
function sequenceOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

/**
 * Packages at the desk: what waits, what was written and how it stands, jobs, drives, and the proof of any package.
 * @example app.route('/api/desk', exchangeRoutes(deps)) // POST /api/desk/packages
 */
export function exchangeRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .route('/', outboxRoutes(deps))
    .route('/', packageRoutes(deps))
    .route('/', jobRoutes(deps))
}

function outboxRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .get('/outbox', (c) => c.json(outboxView(read, deps.clock.now())))
    .post('/offer-again', input('json', whole), (c) => {
      const offered = offerEverythingAgain(deps, c.var.principal, c.req.valid('json'))
      return offered.ok ? c.json(offered.value) : refused(c, offered)
    })
    .post('/new-instance', input('json', renewal), (c) => {
      const renewed = newInstance(deps, c.var.principal, c.req.valid('json').reason)
      return renewed.ok ? c.json(renewed.value) : refused(c, renewed)
    })
}

function jobRoutes(deps: Deps) {
  const current = (): CurrentJobView => ({ job: deps.exchangeJobs.current() })
  return new Hono<BoardEnv>()
    .get('/package-jobs/current', (c) => answered(c, current()))
    .delete('/package-jobs/current', (c) => {
      const allowed = requireRole(c.var.principal, 'HANDLER')
      if (!allowed.ok) return refused(c, allowed)
      deps.exchangeJobs.cancel()
      return answered(c, current())
    })
    .get('/drives', async (c) => {
      const view: DrivesView = {
        drives: await deps.drives.list(),
        folders: await carriageFolders(deps),
      }
      return c.json(view)
    })
}

function packageRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .get('/packages', (c) => answered(c, listPackages(read, deps.clock.now())))
    .post('/packages', input('json', whole), documented({ status: 202 }), (c) => {
      const begun = beginExport(deps, c.var.principal, c.req.valid('json'))
      if (!begun.ok) return refused(c, begun)
      // What came of it is asked for; the log has it when it broke.
      begun.value.done.catch(() => undefined)
      return c.json(begun.value.view, 202)
    })
    .get('/packages/:sequence/changes', input('query', page), (c) => {
      const changes = packageChanges(read, sequenceOf(c.req.param('sequence')), {
        from: c.req.valid('query').from,
        now: deps.clock.now(),
      })
      return changes.ok ? answered(c, changes.value) : refused(c, changes)
    })
    .post('/packages/:sequence/carriage', input('json', carriage), documented({ status: 202 }), (c) => {
      const { person, ...target } = c.req.valid('json')
      const sequence = sequenceOf(c.req.param('sequence'))
      const begun = beginCarriage(deps, c.var.principal, sequence, target, person)
      if (!begun.ok) return refused(c, begun)
      begun.value.done.catch(() => undefined)
      return c.json(begun.value.view, 202)
    })
    .get(
      '/packages/:sequence/file',
      input('query', fetched),
      documented({ file: 'application/zip' }),
      async (c) => {
        // Who fetches it is noted as its carrier, and the package as sent.
        const allowed = requireRole(c.var.principal, 'HANDLER')
        if (!allowed.ok) return refused(c, allowed)
        const row = read.exchange.bySequence(sequenceOf(c.req.param('sequence')))
        if (!row) return refused(c, refuse('package.not-found'))
        const path = packagePath(deps.dataFolder, row.fileName)
        const info = await stat(path).catch(() => null)
        if (info === null) return refused(c, refuse('package.not-found'))
        // A browser that only asks how large it is carries nothing out.
        if (c.req.method === 'GET') {
          const { person } = c.req.valid('query')
          recordCarriage(deps, c.var.principal, {
            sequence: row.sequence,
            carrier: 'DOWNLOAD',
            place: '',
            person,
          })
        }
        const file = { path, size: info.size, changedAt: info.mtimeMs }
        return sendFile(c, { file }, 'application/zip', row.fileName)
      },
    )
    .post('/packages/verify', documented({ form: {} }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const folder = await mkdtemp(join(tmpdir(), 'board-verify-'))
      try {
        const path = join(folder, 'package')
        await writeFile(path, file.value.bytes, { mode: 0o600 })
        const proof = await verifyAnyPackage(path, {
          identity: () => loadAgeIdentity(deps.dataFolder),
          passage: folder,
        })
        if (!proof.ok) return refused(c, proof)
        // The one key nobody has to be telephoned about.
        const own = officeKeyIds(deps.dataFolder).includes(proof.value.keyId)
        return c.json({ proof: own ? { ...proof.value, keyTrusted: true as const } : proof.value })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
}
