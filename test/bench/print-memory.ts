import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { printingIdle } from '../../server/display/print/print-queue.ts'
import type { PrintJobView } from '../../server/display/print/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { startRealBoard } from '../support/real-board.ts'
import { setUpOffice } from '../support/test-board.ts'

/** Memory in megabytes, the middle of each fifth of a batch. */
export type Growth = readonly number[]

/** What many sheets in one go cost; `browser` is null where a process cannot be looked into. */
export type PrintMemory = {
  readonly made: number
  readonly millisecondsEach: number
  readonly server: Growth
  readonly browser: Growth | null
}

const SAMPLE_MS = 250

function field(path: string, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(readFileSync(path, 'utf8'))?.[1] ?? 0)
  } catch {
    // It ended a moment ago.
    return 0
  }
}

function descendants(): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => [Number(name), field(`/proc/${name}/status`, 'PPid')] as const)
  const found = new Set([process.pid])
  // Twice deep and more: a browser starts its pages from a process of its own.
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid)
  }
  found.delete(process.pid)
  return [...found]
}

// Pages shared between the processes of a browser are counted once (PSS).
function browserMegabytes(): number {
  return descendants().reduce((sum, pid) => sum + field(`/proc/${pid}/smaps_rollup`, 'Pss'), 0) / 1024
}

function growth(samples: readonly number[]): Growth {
  const length = Math.max(1, Math.floor(samples.length / 5))
  return [0, 1, 2, 3, 4].map((fifth) => {
    const part = samples.slice(fifth * length, (fifth + 1) * length).toSorted((a, b) => a - b)
    return part[Math.floor(part.length / 2)] ?? 0
  })
}

/** Makes the PDFs of many sheets in one go with a real browser, and looks at the memory of server and browser meanwhile. */
export async function printMemory(sheets: number): Promise<PrintMemory> {
  const board = await startRealBoard({ idleLockMinutes: 10_000_000 })
  const samples: { readonly server: number; readonly browser: number }[] = []
  let sampling = true
  try {
    const staff = await setUpOffice(board.openDesk)
    const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
    const body = paragraphs(
      ...Array.from({ length: 12 }, () => '因线路检修，河西村停电，请提前做好准备。'.repeat(4)),
    )
    const { id, revision } = await writeDraft(staff.handler, { title: '停电检修通知', body, catalogueItemId })
    const hash = (await publishDraft(staff, id, revision)).submission?.hash ?? ''
    const sheet = { subject: { kind: 'EDITION', hash, layout: { kind: 'CHINESE' } }, templateId: null }
    const subjects = Array.from({ length: sheets }, () => sheet)
    const from = performance.now()
    const asked = await staff.handler.json<PrintJobView[]>('POST', '/api/desk/print/jobs/many', {
      subjects,
      order: 'AS_GIVEN',
    })
    if (asked.status !== 200) throw new Error(JSON.stringify(asked.body))
    const watch = (async () => {
      while (sampling) {
        const browser = process.platform === 'linux' ? browserMegabytes() : 0
        samples.push({ server: process.memoryUsage.rss() / 1024 / 1024, browser })
        await pause(SAMPLE_MS)
      }
    })()
    await printingIdle(board.deps)
    const milliseconds = performance.now() - from
    sampling = false
    await watch
    const made = (await staff.handler.get<PrintJobView[]>('/api/desk/print/jobs')).body
    const browser = samples.map((sample) => sample.browser).filter((megabytes) => megabytes > 0)
    const failed = made.find(({ state }) => state !== 'READY')
    if (failed) process.stdout.write(`not made: ${failed.state} ${failed.refusal?.code ?? ''}\n`)
    return {
      made: made.filter(({ state }) => state === 'READY').length,
      millisecondsEach: milliseconds / sheets,
      server: growth(samples.map((sample) => sample.server)),
      browser: browser.length === 0 ? null : growth(browser),
    }
  } finally {
    sampling = false
    await board.stop()
  }
}
