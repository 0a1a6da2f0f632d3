import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { systemClock } from '../../platform/clock.ts'
import { sweepReplica } from '../../server/replica/pull.ts'
import { pullOnce } from '../support/replica-pull.ts'

/** Pulls, builds, switches and sweeps a paired folder when told to. Killed at any moment by kill-replica.test.ts. */
const [dataFolder = ''] = process.argv.slice(2)
flushCompileCache()
writeSync(1, 'ready\n')

process.stdin.once('data', () => {
  void (async () => {
    const pulled = await pullOnce(dataFolder, systemClock())
    if (!pulled.ok) throw new Error(pulled.code)
    writeSync(1, `shows ${pulled.value.current.sequence}\n`)
    await sweepReplica(dataFolder)
    writeSync(1, 'done\n')
    process.exit(0)
  })()
})
