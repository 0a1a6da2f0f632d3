import type { RecordFaultCode } from '../../domain/exchange/record-fault.ts'
import { createDeps } from '../../server/create-deps.ts'
import { fillWithBenchData } from '../../server/cli/fill-bench-data.ts'
import { takeCountyCard } from '../../server/exchange/enrolment/take-county-card.ts'
import { exportPackage } from '../../server/exchange/export-package.ts'
import type { Principal } from '../../server/principal.ts'
import type { Deps } from '../../server/deps.ts'
import { CountySide } from './county-side.ts'
import { testClock } from './test-clock.ts'

/** Who works at an office that was filled for measuring. */
export const MANY_HANDED: Principal = {
  id: '01990000-0000-7000-8000-0000000000b1',
  name: '周敏',
  roles: ['HANDLER', 'ADMINISTRATOR'],
}

/** Fills a fresh folder with published notices, all of them in package 1; gives the county it went to. The folder is closed again. */
export async function fillSentOffice(dataFolder: string, notices: number): Promise<CountySide> {
  return over(dataFolder, async (deps) => {
    const filled = await fillWithBenchData(deps, notices)
    if (!filled.ok) throw new Error(filled.code)
    const county = new CountySide()
    const decision = { keyId: county.key.keyId, replace: false }
    const card = takeCountyCard(deps, MANY_HANDED, county.card(deps), decision)
    if (!card.ok) throw new Error(card.code)
    const written = await exportPackage(deps, MANY_HANDED)
    if (!written.ok) throw new Error(written.code)
    return county
  })
}

/** The file of the county's receipt for package 1 of that folder; every so-manieth change is rejected. */
export async function receiptForAll(
  dataFolder: string,
  county: CountySide,
  rejectedEvery: number,
): Promise<Buffer> {
  return over(dataFolder, (deps) => {
    const { length } = deps.store.read.exchange.between(1, Number.MAX_SAFE_INTEGER)
    const rejected = new Map(
      Array.from({ length }, (_, at): [number, RecordFaultCode] => [at + 1, 'record.dates']).filter(
        ([change]) => change % rejectedEvery === 0,
      ),
    )
    return county.sign(county.receipt(deps, 1, rejected))
  })
}

async function over<T>(dataFolder: string, work: (deps: Deps) => T | Promise<T>): Promise<T> {
  const created = createDeps(dataFolder, { clock: testClock() })
  if (!created.ok) throw new Error(created.code)
  try {
    return await work(created.value)
  } finally {
    await created.value.work.close()
    created.value.store.close()
  }
}
