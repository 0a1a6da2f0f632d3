import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModelCounty, ModelOffice, type ModelPackage } from './exchange-model.ts'

type World = {
  office: ModelOffice
  county: ModelCounty
  /** Every stick that was ever written; any of them may turn up again at any time. */
  readonly sticks: ModelPackage[]
  readonly receipts: ModelCounty['data']['receipts']
  officeBackup: ModelOffice
  countyBackup: ModelCounty
  published: number
}

type Step =
  | {
      readonly do:
        | 'PUBLISH'
        | 'EXPORT'
        | 'AGAIN'
        | 'CARRY_NEWEST'
        | 'BACK_UP_OFFICE'
        | 'RESTORE_OFFICE'
        | 'BACK_UP_COUNTY'
        | 'RESTORE_COUNTY'
        | 'DISK_GOES_BACK'
        | 'HOLD_BACK'
        | 'RELEASE'
    }
  | { readonly do: 'CARRY' | 'CARRY_RECEIPT'; readonly which: number }

const simple = (name: Exclude<Step['do'], 'CARRY' | 'CARRY_RECEIPT'>) => fc.constant<Step>({ do: name })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: simple('PUBLISH') },
  { weight: 5, arbitrary: simple('EXPORT') },
  { weight: 5, arbitrary: simple('CARRY_NEWEST') },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('CARRY' as const), which: fc.nat(30) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('CARRY_RECEIPT' as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: simple('AGAIN') },
  { weight: 2, arbitrary: simple('HOLD_BACK') },
  { weight: 2, arbitrary: simple('RELEASE') },
  { weight: 1, arbitrary: simple('BACK_UP_OFFICE') },
  { weight: 1, arbitrary: simple('RESTORE_OFFICE') },
  { weight: 1, arbitrary: simple('BACK_UP_COUNTY') },
  { weight: 1, arbitrary: simple('RESTORE_COUNTY') },
  { weight: 1, arbitrary: simple('DISK_GOES_BACK') },
)

function begin(): World {
  const office = new ModelOffice()
  const county = new ModelCounty()
  return {
    office,
    county,
    sticks: [],
    receipts: [],
    officeBackup: office.copy(),
    countyBackup: county.copy(),
    published: 0,
  }
}

function carry(world: World, stick: ModelPackage | undefined): string | null {
  const refusal = stick ? world.county.take(stick) : null
  keepReceipts(world)
  return refusal
}

function keepReceipts(world: World): void {
  for (const filed of world.county.data.receipts)
    if (!world.receipts.includes(filed)) world.receipts.push(filed)
}

function run(world: World, step: Step): void {
  switch (step.do) {
    case 'PUBLISH':
      world.office.publish(`notice ${String(++world.published)}`)
      return
    case 'EXPORT': {
      const written = world.office.export()
      if (written) world.sticks.push(written)
      return
    }
    case 'AGAIN':
      world.office.again = world.office.sentUpTo !== null
      return
    case 'HOLD_BACK':
      world.office.closed = [`notice ${String(world.published)}`]
      return
    case 'RELEASE':
      world.office.closed = []
      return
    case 'CARRY_NEWEST':
      carry(world, world.sticks.at(-1))
      return
    case 'CARRY':
      carry(world, world.sticks[step.which % Math.max(1, world.sticks.length)])
      return
    case 'CARRY_RECEIPT': {
      const filed = world.receipts[step.which % Math.max(1, world.receipts.length)]
      if (filed) world.office.take(filed.receipt, filed.digest)
      return
    }
    case 'BACK_UP_OFFICE':
      world.officeBackup = world.office.copy()
      return
    case 'RESTORE_OFFICE':
      world.office = world.officeBackup.copy()
      world.office.takeNewInstance()
      return
    case 'DISK_GOES_BACK':
      world.office = world.officeBackup.copy()
      return
    case 'BACK_UP_COUNTY':
      world.countyBackup = world.county.copy()
      return
    case 'RESTORE_COUNTY':
      world.county = world.countyBackup.copy()
      world.county.takeNewInstance()
  }
}

/** No green row that the county has not: asked while both speak of the same county database. */
function believedFalsely({ office, county }: World): string[] {
  if (office.county?.instanceId !== county.data.instance) return []
  return office.changes.filter(
    (content, index) =>
      ['ACCEPTED', 'ARRIVED'].includes(office.state(index + 1)) && !county.data.contents.includes(content),
  )
}

/**
 * Changes up to the mark the county gives that it does not have, where the mark is one of the office's own packages: what a disk that went
 * back wrote under used numbers must not slip in behind such a mark. Of what a package passed over the number stays empty.
 */
function marksFalsely({ office, county }: World): string[] {
  const { held, contents } = county.data
  if (!office.packages.some(({ seal }) => seal === held?.seal)) return []
  return office.changes
    .slice(0, held?.change ?? 0)
    .filter(
      (content, index) => !contents.includes(content) && !office.isPassed(index + 1, held?.instanceId ?? ''),
    )
}

/** What two people do when they want it settled: write, carry, bring back, and follow what the programs say. */
function settle(world: World): void {
  world.office.closed = []
  for (let round = 0; round < 12; round++) {
    const { office, county } = world
    if (office.changes.every((content) => office.state(office.numberOf(content)) === 'ACCEPTED')) return
    const written = office.export()
    const refusal = carry(world, written ?? undefined)
    if (refusal === 'package.unknown-instance') county.data.expected = office.instance
    const receipts = county.data.receipts
    for (const filed of receipts) {
      const said = office.take(filed.receipt, filed.digest)
      // The county's restored database does not know the one it takes the place of: it hands out its card again.
      if (said === 'receipt.unknown-county') office.card = county.data.instance
      // The disk went back without a restore, and the county's answer shows it.
      if (said === 'receipt.ahead' || said === 'receipt.never-sent') {
        if (filed.receipt.package.instanceId === office.instance) office.takeNewInstance()
      }
    }
    const refused = [
      'package.other-content',
      'package.older',
      'package.chain-broken',
      'package.audit-went-back',
      'package.former-instance',
    ]
    if (refusal !== null && refused.includes(refusal) && written?.instance.id === office.instance)
      office.takeNewInstance()
    if (office.sentUpTo !== null) office.again = true
    // Something stays without an answer although everything since the last common point was offered.
    office.whole = round > 4
  }
}

describe('However packages and receipts are lost, mixed up, carried twice, and databases restored', () => {
  it('the office never believes that something arrived which the county does not have', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60, size: 'max' }), (steps) => {
        const world = begin()
        for (const step of steps) {
          run(world, step)
          expect(believedFalsely(world)).toEqual([])
          expect(marksFalsely(world)).toEqual([])
        }
      }),
      { numRuns: 10_000 },
    )
  })

  it('the county loses nothing it has taken in, unless its own database is restored', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60, size: 'max' }), (steps) => {
        const world = begin()
        let before: string[] = []
        for (const step of steps) {
          run(world, step)
          if (step.do !== 'RESTORE_COUNTY')
            expect(world.county.data.contents).toEqual(expect.arrayContaining(before))
          before = [...world.county.data.contents]
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('neither side goes back behind what it has answered for', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60, size: 'max' }), (steps) => {
        const world = begin()
        for (const step of steps) {
          const { county: known, instance } = world.office
          run(world, step)
          const { held, formerInstances } = world.county.data
          expect(formerInstances).not.toContain(held?.instanceId)
          const { county: now } = world.office
          if (
            step.do !== 'DISK_GOES_BACK' &&
            world.office.instance === instance &&
            now?.instanceId === known?.instanceId
          )
            expect(now?.number ?? 0).toBeGreaterThanOrEqual(known?.number ?? 0)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('a few more journeys bring both sides to the same, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60, size: 'max' }), (steps) => {
        const world = begin()
        for (const step of steps) run(world, step)
        world.office.publish('the last notice')
        settle(world)
        const { office, county } = world
        expect(office.changes.filter((content) => !county.data.contents.includes(content))).toEqual([])
        expect(office.changes.map((content) => office.state(office.numberOf(content)))).toEqual(
          office.changes.map(() => 'ACCEPTED'),
        )
        expect(believedFalsely(world)).toEqual([])
      }),
      { numRuns: 10_000 },
    )
  })
})
