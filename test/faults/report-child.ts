import { openDatabase } from '../../db/open.ts'
import { storeOver } from '../../db/store.ts'
import { systemClock } from '../../platform/clock.ts'
import { databaseFile } from '../../server/create-deps.ts'
import { randomIds } from '../../platform/ids.ts'
import { takeReport } from '../../server/signage/take-report.ts'
import { report, shown } from '../support/report-flow.ts'

// Takes reports in as fast as it can and says each acknowledgement; the test kills it somewhere in between.
const [folder = '', screenId = '', tokenHash = '', from = '0'] = process.argv.slice(2)
const opened = openDatabase(databaseFile(folder))
if (!opened.ok) throw new Error(opened.code)
const clock = systemClock()
const deps = { store: storeOver(opened.value), clock, ids: randomIds(() => Date.now()) }
process.stdout.write('ready\n')
process.stdin.once('data', () => {
  for (let number = Number(from); ; number++) {
    const records = [0, 1, 2].map((part) => shown(number * 3 + part, { endedAgo: 0, spanned: 0, lasted: 0 }))
    const taken = takeReport(deps, {
      ...{ screenId, tokenHash, receivedAt: clock.now(), clockDoubt: true, replicaId: null },
      report: report(records),
    })
    if (!taken.ok) throw new Error(taken.code)
    process.stdout.write(`ok ${String(number)} ${taken.value.accepted.join(',')}\n`)
  }
})
