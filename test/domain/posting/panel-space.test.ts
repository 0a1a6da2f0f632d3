import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInCircle } from '../../../domain/posting/circle.ts'
import {
  A3_PORTRAIT,
  A4_PORTRAIT,
  checkSpot,
  freePlaces,
  inHangingOrder,
  type Panel,
  type Spot,
  suggestSpot,
} from '../../../domain/posting/panel-space.ts'
import { photoClaim } from '../../../domain/posting/photo-claim.ts'

const LEFT: Panel = { id: 'left', position: 0, width: 1200, height: 900 }
const RIGHT: Panel = { id: 'right', position: 1, width: 600, height: 900 }
const at = (panelId: string, x: number, y: number): Spot => ({ panelId, x, y, ...A4_PORTRAIT })

describe('room on a board', () => {
  it('a panel of 1.2 × 0.9 m takes ten A4 sheets with room between them, and six A3', () => {
    expect(freePlaces(LEFT, [], A4_PORTRAIT)).toBe(10)
    expect(freePlaces(LEFT, [], A3_PORTRAIT)).toBe(6)
  })

  it('a sheet lies inside its panel and over no other', () => {
    const panels = [LEFT, RIGHT]
    expect(checkSpot(at('left', 990, 603), panels, []).ok).toBe(true)
    expect(checkSpot(at('left', 991, 603), panels, [])).toMatchObject({ code: 'posting.spot-outside' })
    expect(checkSpot(at('none', 0, 0), panels, [])).toMatchObject({ code: 'board.panel-not-found' })
    expect(checkSpot(at('left', 100, 100), panels, [at('left', 0, 0)])).toMatchObject({
      code: 'posting.spot-taken',
    })
    expect(checkSpot(at('left', 210, 0), panels, [at('left', 0, 0)]).ok).toBe(true)
    expect(checkSpot(at('left', 0, 0), panels, [at('right', 0, 0)]).ok).toBe(true)
  })

  it('what is suggested always fits, and takes exactly one of the free places', () => {
    const sheets = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 990 }), y: fc.integer({ min: 0, max: 603 }) }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(sheets, (places) => {
        const taken = places.map(({ x, y }) => at('left', x, y))
        const before = freePlaces(LEFT, taken, A4_PORTRAIT)
        const spot = suggestSpot([LEFT], taken, A4_PORTRAIT)
        expect(spot === null).toBe(before === 0)
        if (!spot) return
        expect(checkSpot(spot, [LEFT], taken).ok).toBe(true)
        expect(freePlaces(LEFT, [...taken, spot], A4_PORTRAIT)).toBe(before - 1)
      }),
    )
  })

  it('goes on to the next panel when one is full', () => {
    expect(suggestSpot([RIGHT, { ...LEFT, width: 200 }], [], A4_PORTRAIT)?.panelId).toBe('right')
    expect(suggestSpot([{ ...LEFT, width: 200 }], [], A4_PORTRAIT)).toBeNull()
  })

  it('sheets are hung panel by panel, from the top, from the left; what has no place comes last', () => {
    const named = (name: string, spot: Spot | null) => ({ name, spot })
    const order = inHangingOrder(
      [
        named('nowhere', null),
        named('right', at('right', 0, 0)),
        named('low', at('left', 0, 400)),
        named('beside', at('left', 300, 0)),
        named('first', at('left', 0, 0)),
      ],
      [LEFT, RIGHT],
    )
    expect(order.map(({ name }) => name)).toEqual(['first', 'beside', 'low', 'right', 'nowhere'])
  })
})

describe('a board within the circle of a notice', () => {
  const units = [
    { id: 'township', parentId: null },
    { id: 'hexi', parentId: 'township' },
    { id: 'group-1', parentId: 'hexi' },
    { id: 'hedong', parentId: 'township' },
  ]
  it('is one of its unit or of a unit under it, never that of the township', () => {
    expect(['hexi', 'group-1', 'hedong', 'township'].map((id) => isInCircle(units, 'hexi', id))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(isInCircle(units, 'township', 'township')).toBe(false)
  })
})

describe('what a camera says of the time', () => {
  it('stands beside the time of receipt, with the seconds between', () => {
    expect(photoClaim('2026-03-02T08:12:00', '2026-03-02T00:13:00.000Z').driftSeconds).toBe(-60)
  })
  it('is no claim when there is none, or when it names no time', () => {
    const none = { claimedAt: null, driftSeconds: null }
    expect(photoClaim(null, '2026-03-02T00:13:00.000Z')).toEqual(none)
    expect(photoClaim('2026-02-30T08:12:00', '2026-03-02T00:13:00.000Z')).toEqual(none)
    expect(photoClaim('0000-00-00T00:00:00', '2026-03-02T00:13:00.000Z')).toEqual(none)
  })
})
