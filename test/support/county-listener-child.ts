import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownCertificate } from '../../county/transport/certificate.ts'
import type { KnownOffice } from '../../county/transport/listener-parts.ts'
import { startExchangeListener } from '../../county/transport/start-exchange-listener.ts'
import { accept } from '../../domain/refusal.ts'
import { systemClock } from '../../platform/clock.ts'
import { randomIds } from '../../platform/ids.ts'

// A county's listener in a process of its own, to be killed. What it takes in goes into a journal, which stands for its database.
const [folder = '', mode = ''] = process.argv.slice(2)
const office = JSON.parse(readFileSync(join(folder, 'office.json'), 'utf8')) as KnownOffice
const journal = join(folder, 'journal.txt')
const clock = systemClock()

const listener = await startExchangeListener(
  {
    clock,
    ids: randomIds(() => Date.now()),
    logger: { warn: (_, text) => process.stderr.write(`${text}\n`) },
    uploadFolder: join(folder, 'uploads'),
    instanceId: () => Promise.resolve('county-1'),
    officeByUscc: (uscc) => Promise.resolve(uscc === office.uscc ? office : null),
    takeIn: (path) => {
      const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
      const before = existsSync(journal) ? readFileSync(journal, 'utf8').trim().split('\n') : []
      appendFileSync(journal, `${sha256}\n`)
      if (mode === 'die-after-taking-in') process.kill(process.pid, 'SIGKILL')
      const receiptNumber = [...new Set([...before, sha256])].indexOf(sha256) + 1
      return Promise.resolve(accept({ receiptNumber }))
    },
    receiptNumbersAfter: (_, number) => Promise.resolve(number < 1 ? [1] : []),
    receiptDocument: () => Promise.resolve('{"number":1}'),
    downwardAfter: () => Promise.resolve([]),
    heard: () => Promise.resolve(),
  },
  { port: 0, host: '127.0.0.1', tls: await ownCertificate(folder, '127.0.0.1'), keepFree: 0 },
)
process.stdout.write(`port: ${listener.port}\n`)
