import { describe, expect, it } from 'vitest'
import { type OfficeHeld, type PackageMark, placePackage } from '../../../domain/exchange/package-place.ts'

const head = (sequence: number) => ({ sequence, hash: `event ${String(sequence)}` })

/** The county has answered for package 3 of database A, up to change 30; 5 waits. */
const known: OfficeHeld = {
  held: { instanceId: 'A', sequence: 3, seal: 'seal 3', change: 30, auditHead: head(100) },
  formerInstances: ['Z'],
  expectedInstance: null,
  sealOf: (instance, sequence) =>
    instance === 'A' && [1, 2, 3, 5].includes(sequence) ? `seal ${String(sequence)}` : undefined,
}

const next: PackageMark = {
  instance: { id: 'A', former: [] },
  sequence: 4,
  previous: 'seal 3',
  chain: [{ sequence: 3, seal: 'seal 3' }],
  seal: 'seal 4',
  changes: { first: 31, last: 40 },
  auditHead: head(120),
}

const place = (mark: Partial<PackageMark>, of: Partial<OfficeHeld> = {}) => {
  const placed = placePackage({ ...known, ...of }, { ...next, ...mark })
  return placed.ok ? placed.value : placed.code
}

describe('At the county a proved package', () => {
  it('that follows the one held is taken in', () => {
    expect(place({})).toEqual({ place: 'NEXT' })
  })

  it('that is the first of an office is taken in when it begins at the first change, and waits otherwise', () => {
    const first = { sequence: 9, previous: null, chain: [] }
    expect(place({ ...first, changes: { first: 1, last: 40 } }, { held: null })).toEqual({ place: 'NEXT' })
    expect(place({ ...first, changes: { first: 2, last: 40 } }, { held: null })).toEqual({
      place: 'WAITING',
      missingFrom: 1,
    })
  })

  it('that skips changes waits, and says from where on they are missing', () => {
    expect(place({ sequence: 7, previous: 'seal 6', chain: [], changes: { first: 51, last: 60 } })).toEqual({
      place: 'WAITING',
      missingFrom: 31,
    })
  })

  it('that offers again everything since what is held is taken in, although packages between were lost', () => {
    const again = { sequence: 7, previous: 'seal 6', seal: 'seal 7' }
    expect(
      place({ ...again, chain: [{ sequence: 3, seal: 'seal 3' }], changes: { first: 31, last: 60 } }),
    ).toEqual({ place: 'NEXT' })
  })

  it('that is here already changes nothing, even while it waits', () => {
    expect(place({ sequence: 2, seal: 'seal 2' })).toEqual({ place: 'KNOWN' })
    expect(place({ sequence: 5, seal: 'seal 5' })).toEqual({ place: 'KNOWN' })
  })

  it('that uses a number for something else is refused', () => {
    expect(place({ sequence: 2, seal: 'another' })).toBe('package.other-content')
  })

  it('that is older than what is held and was never here is refused: its changes are answered for', () => {
    expect(place({ sequence: 2 }, { sealOf: () => undefined })).toBe('package.older')
  })

  it('that was written after another history than the one held is refused', () => {
    expect(place({ previous: 'another' })).toBe('package.chain-broken')
    const later = { sequence: 7, previous: 'seal 6', seal: 'seal 7', changes: { first: 31, last: 60 } }
    expect(place({ ...later, chain: [{ sequence: 3, seal: 'another' }] })).toBe('package.chain-broken')
    expect(place({ changes: { first: 5, last: 20 } })).toBe('package.chain-broken')
  })

  it('whose log went back is refused', () => {
    expect(place({ auditHead: head(99) })).toBe('package.audit-went-back')
    expect(place({ auditHead: { sequence: 100, hash: 'another' } })).toBe('package.audit-went-back')
  })

  it('from a restored database is taken in when it says so and begins anew, and waits for that otherwise', () => {
    const restored = { instance: { id: 'B', former: ['A'] }, sequence: 3, previous: null, chain: [] }
    expect(place({ ...restored, changes: { first: 1, last: 25 } })).toEqual({ place: 'NEW_INSTANCE' })
    expect(place({ ...restored, changes: { first: 26, last: 27 } })).toEqual({
      place: 'WAITING',
      missingFrom: 1,
    })
  })

  it('from a database that nobody announced is refused until an operator has taken in its card', () => {
    const other = {
      instance: { id: 'C', former: [] },
      previous: null,
      chain: [],
      changes: { first: 1, last: 2 },
    }
    expect(place(other)).toBe('package.unknown-instance')
    expect(place(other, { expectedInstance: 'C' })).toEqual({ place: 'NEW_INSTANCE' })
  })

  it('from a database that was given up is refused, as from the stick of a clerk who retired', () => {
    expect(place({ instance: { id: 'Z', former: [] } })).toBe('package.former-instance')
  })
})
