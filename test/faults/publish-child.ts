import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import { storeOver } from '../../db/store.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Deps } from '../../server/deps.ts'
import { publishNotice } from '../../server/notice/publish-notice.ts'

/**
 * Publishes everything that is approved in a data folder, one notice after the other, and says each index number only
 * when it has it. Killed at any moment by kill-publish.test.ts.
 */
const [dataFolder = ''] = process.argv.slice(2)
// It is written at the end of a process otherwise, and these do not get there.
flushCompileCache()
writeSync(1, 'ready\n')

process.stdin.once('data', () => {
  const opened = openDatabase(join(dataFolder, 'board.sqlite3'))
  if (!opened.ok) throw new Error(opened.code)
  const store = storeOver(opened.value)
  // Publishing asks for nothing else; the rest of the server would only make the child slow to start.
  const deps = { store, clock: systemClock(), fingerprintKey: () => Buffer.alloc(32, 7) } as unknown as Deps
  const handler = { id: 'handler', name: '周敏', roles: ['HANDLER'] } as const
  for (;;) {
    const [notice] = store.read.notice.page({ state: 'APPROVED', words: '' }, null, 1)
    if (!notice) break
    const submissionHash = store.read.submission.open(notice.id)?.hash ?? ''
    const published = publishNotice(deps, handler, notice.id, { submissionHash })
    if (!published.ok) throw new Error(published.code)
    writeSync(1, `ok ${notice.id} ${published.value.indexNumber}\n`)
  }
  writeSync(1, 'done\n')
  store.close()
  process.exit(0)
})
