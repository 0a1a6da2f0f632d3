import { readFileSync, writeSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { createApp } from '../../server/app.ts'
import { createDeps } from '../../server/create-deps.ts'
import { takeReceipts } from '../../server/exchange/receipt/take-receipts.ts'
import { staticFilesIn } from '../../platform/static-files.ts'
import type { Mount } from '../../server/trust.ts'
import { MANY_HANDED } from '../support/sent-office.ts'

/**
 * Takes a receipt in whose transaction never ends, and answers a reader when that has begun; to be killed by kill-receipt.test.ts.
 */
const [dataFolder = '', file = ''] = process.argv.slice(2)
const created = createDeps(dataFolder)
if (!created.ok) throw new Error(created.code)
const deps = created.value
const mount: Mount = {
  kind: 'public',
  transport: 'bare',
  hosts: ['kiosk.test'],
  launchSecret: '',
  publicAddress: () => '',
}
const app = createApp(deps, staticFilesIn(dataFolder))
const probe = new Sqlite(deps.store.database.name, { timeout: 0 })

/** Whether somebody is writing into the database right now. */
function isBeingWritten(): boolean {
  try {
    probe.exec('BEGIN IMMEDIATE; ROLLBACK')
    return false
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'SQLITE_BUSY') return true
    throw error
  }
}

takeReceipts(deps, MANY_HANDED, [{ name: '', bytes: readFileSync(file) }]).then(
  (taken) => writeSync(1, `taken ${JSON.stringify(taken)}\n`),
  (error: unknown) => writeSync(2, String(error)),
)
writeSync(1, 'begun\n')
while (!isBeingWritten()) await nextTurn()
writeSync(1, 'in the middle\n')
const answer = await app.fetch(new Request('http://kiosk.test/api/public/notices'), { mount, caller: '' })
writeSync(1, `answered ${answer.status}\n`)
