import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { pino } from 'pino'
import { systemClock } from '../../platform/clock.ts'
import { createDeps } from '../../server/create-deps.ts'
import { exportPackage } from '../../server/exchange/export-package.ts'
import { publishNotice } from '../../server/notice/publish-notice.ts'
import type { Principal } from '../../server/principal.ts'
import { PEOPLE } from './approved-notices.ts'

/**
 * Publishes some notices and writes a package, again and again, and says each package only when it is done. Killed at any moment by
 * kill-export.test.ts.
 */
const [dataFolder = ''] = process.argv.slice(2)
const handler: Principal = { id: PEOPLE.handler, name: '周敏', roles: ['HANDLER'] }
const AT_ONCE = 20

const begun = Date.parse('2026-11-20T01:00:00.000Z')
const steady = systemClock()
const clock = {
  now: () => new Date(begun + Math.floor(steady.elapsed())).toISOString(),
  elapsed: steady.elapsed,
}
// It is written at the end of a process otherwise, and these do not get there.
flushCompileCache()
writeSync(1, 'ready\n')

process.stdin.once('data', () => {
  void live()
})

async function live(): Promise<void> {
  const created = createDeps(dataFolder, { clock, logger: pino({ level: 'silent' }) })
  if (!created.ok) throw new Error(created.code)
  const deps = created.value
  for (;;) {
    for (const notice of deps.store.read.notice.page({ state: 'APPROVED', words: '' }, null, AT_ONCE)) {
      const submissionHash = deps.store.read.submission.open(notice.id)?.hash ?? ''
      publishNotice(deps, handler, notice.id, { submissionHash, clockConfirmed: true })
    }
    writeSync(1, 'exporting\n')
    const exported = await exportPackage(deps, handler)
    writeSync(1, exported.ok ? `package ${exported.value.sequence}\n` : `refused ${exported.code}\n`)
  }
}
