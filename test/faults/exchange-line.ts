import { setTimeout as pause } from 'node:timers/promises'
import { type FaultyWire, layFaultyWire } from '../support/faulty-wire.ts'
import { seededRandom } from '../support/kill-random.ts'
import type { Exchange } from './exchange-journeys.ts'

/** What came of a sending over the network. */
type Sent = {
  readonly code: string | null
  readonly packagesDone: number
  readonly receipts: number
  readonly interruptions: number
}

/** Lays the line of an exchange: it breaks by numbers of its own, as how many connections there are is up to the two programs. */
export function layLine(exchange: Exchange): Promise<FaultyWire> {
  const broken = seededRandom(exchange.seed + 1)
  return layFaultyWire({
    upstream: () => exchange.countyPort,
    fate: () => {
      if (exchange.lineIsGood || broken() < 0.4) return { end: 'THROUGH' }
      return { end: 'CUT', direction: broken() < 0.6 ? 'UP' : 'DOWN', after: Math.floor(broken() * 20_000) }
    },
  })
}

/** Everything over the line: what waits, and the answers. Gives why it ended early, or null. */
export async function send(exchange: Exchange, calm: boolean): Promise<string | null> {
  exchange.countyPort = (await exchange.county.tell<number>({ do: 'LISTEN' }))?.value ?? null
  exchange.lineIsGood = calm
  const years = calm || exchange.chance(0.8) ? 0 : exchange.below(40) - 20
  const officeDies = !calm && exchange.chance(0.08)
  const countyDies = !calm && !officeDies && exchange.chance(0.1)
  const dies = exchange.below(400)
  const order = { do: 'SEND', bySchedule: !calm && exchange.chance(0.3), years }
  const cuts = exchange.wire.cuts()
  const sending = exchange.office.tell<Sent>(order, officeDies ? dies : null)
  if (countyDies) {
    exchange.count('county killed over the line')
    await Promise.race([sending, pause(dies)])
    await exchange.restartCounty()
    exchange.countyPort = (await exchange.county.tell<number>({ do: 'LISTEN' }))?.value ?? null
  }
  const said = await sending
  if (officeDies) exchange.wire.cutAll()
  exchange.count(`line: ${said === null ? 'office killed' : (said.code ?? said.value?.code ?? 'all done')}`)
  if (exchange.wire.cuts() > cuts) exchange.count('line cut')
  return said?.code ?? said?.value?.code ?? null
}
