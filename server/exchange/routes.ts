import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { refuse } from '../../domain/refusal.ts'
import { refused, sendFile, uploadedFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { exportPackage, listPackages, packagePath } from './export-package.ts'
import { outboxRows } from './outbox-entries.ts'
import { verifyPackage } from '../../sealed/verify-package.ts'
import type { OutboxView } from './views.ts'

/**
 * Packages at the desk: what waits, what was written, and the proof of any package.
 * @example app.route('/api/desk', exchangeRoutes(deps)) // POST /api/desk/packages
 */
export function exchangeRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/outbox', (c) => {
      const { rows, heldBack } = outboxRows(read)
      const editions = rows.filter((row) => row.kind === 'EDITION').length
      const view: OutboxView = { editions, withdrawals: rows.length - editions, heldBack }
      return c.json(view)
    })
    .get('/packages', (c) => c.json(listPackages(read)))
    .post('/packages', documented({ status: 201 }), async (c) => {
      const written = await exportPackage(deps, c.var.principal)
      return written.ok ? c.json(written.value, 201) : refused(c, written)
    })
    .get('/packages/:sequence/file', documented({ file: 'application/zip' }), async (c) => {
      const row = read.exchange.bySequence(Number(c.req.param('sequence')))
      if (!row) return refused(c, refuse('package.not-found'))
      const path = packagePath(deps.dataFolder, row.fileName)
      const { size, mtimeMs: changedAt } = await stat(path)
      return sendFile(c, { file: { path, size, changedAt } }, 'application/zip', row.fileName)
    })
    .post('/packages/verify', documented({ form: {} }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const folder = await mkdtemp(join(tmpdir(), 'board-verify-'))
      try {
        const path = join(folder, 'package.zip')
        await writeFile(path, file.value.bytes)
        const proof = await verifyPackage(path)
        if (!proof.ok) return refused(c, proof)
        // The one key nobody has to be telephoned about.
        const own = proof.value.keyId === deps.packageKey().keyId
        return c.json({ proof: own ? { ...proof.value, keyTrusted: true as const } : proof.value })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
}
