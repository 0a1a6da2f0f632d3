import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sizeOf } from '../../../../renderer/desk/board/wall/paper-size.ts'
import { snapTo } from '../../../../renderer/desk/board/wall/snap.ts'
import { spotFault } from '../../../../renderer/desk/board/wall/spot-fault.ts'
import { STEP, stepOf, stepSpot } from '../../../../renderer/desk/board/wall/step-spot.ts'
import { panelAt, scaleOf, wallOf } from '../../../../renderer/desk/board/wall/wall-layout.ts'
import { spotAt } from '../../../../renderer/desk/board/wall/wall-point.ts'
import { boardView, sheet, spot } from './board-samples.ts'

const { panels } = boardView()
const wall = wallOf(panels)
const panel = { width: 1200, height: 900 }

describe('a sheet that is let go', () => {
  it('lies on the grid of 10 mm where nothing is near', () => {
    expect(snapTo(spot(313, 246), panel, [])).toEqual(spot(310, 250))
  })

  it('goes to the edge of a neighbour that is nearer than a finger', () => {
    expect(snapTo(spot(214, 296), panel, [spot(0, 0)])).toEqual(spot(210, 297))
  })

  it('keeps a grid apart from a neighbour when the hand means that', () => {
    expect(snapTo(spot(222, 4), panel, [spot(0, 0)])).toEqual(spot(220, 0))
  })

  it('stays within the panel however far the hand goes', () => {
    expect(snapTo(spot(5000, -80), panel, [])).toEqual(spot(990, 0))
  })

  it('never reaches over the edge, wherever it is let go and whatever hangs there', () => {
    const place = fc.record({
      x: fc.integer({ min: -2000, max: 3000 }),
      y: fc.integer({ min: -2000, max: 3000 }),
    })
    fc.assert(
      fc.property(place, fc.array(place, { maxLength: 6 }), ({ x, y }, others) => {
        const snapped = snapTo(
          spot(x, y),
          panel,
          others.map((one) => spot(one.x, one.y)),
        )
        expect(snapped.x).toBeGreaterThanOrEqual(0)
        expect(snapped.y).toBeGreaterThanOrEqual(0)
        expect(snapped.x + 210).toBeLessThanOrEqual(1200)
        expect(snapped.y + 297).toBeLessThanOrEqual(900)
      }),
    )
  })
})

describe('a place that is refused', () => {
  it('says which sheet would be covered', () => {
    const others = [sheet({ title: '村务公开', spot: spot(0, 0) })]
    expect(spotFault(spot(200, 0), wall.panels, others)).toEqual({ kind: 'OVERLAP', title: '村务公开' })
  })

  it('is fine beside a neighbour and on another panel', () => {
    const others = [sheet({ spot: spot(0, 0) })]
    expect(spotFault(spot(210, 0), wall.panels, others)).toBeNull()
    expect(spotFault(spot(0, 0, 'right'), wall.panels, others)).toBeNull()
  })

  it('reaches over the edge of a panel that is too small', () => {
    const small = [{ id: 'left', position: 0, width: 200, height: 200 }]
    expect(spotFault(spot(0, 0), small, [])).toEqual({ kind: 'OUTSIDE' })
  })
})

describe('a sheet lifted by keys', () => {
  it('moves by 10 mm, and by 50 mm with Shift', () => {
    expect(stepSpot(spot(100, 100), 'RIGHT', STEP.small, wall)).toEqual(spot(110, 100))
    expect(stepSpot(spot(100, 100), 'UP', STEP.large, wall)).toEqual(spot(100, 50))
  })

  it('stops at the frame above and below', () => {
    expect(stepSpot(spot(0, 5), 'UP', STEP.large, wall)).toEqual(spot(0, 0))
    expect(stepSpot(spot(0, 600), 'DOWN', STEP.large, wall)).toEqual(spot(0, 603))
  })

  it('goes over to the panel beside it from the right edge, and back from the left one', () => {
    expect(stepSpot(spot(990, 40), 'RIGHT', STEP.small, wall)).toEqual(spot(0, 40, 'right'))
    expect(stepSpot(spot(0, 40, 'right'), 'LEFT', STEP.small, wall)).toEqual(spot(990, 40))
  })

  it('changes the panel with Page Down and Page Up, and stays where there is none', () => {
    expect(stepOf('PageDown')).toBe('NEXT_PANEL')
    expect(stepSpot(spot(100, 40), 'NEXT_PANEL', STEP.small, wall)).toEqual(spot(100, 40, 'right'))
    expect(stepSpot(spot(100, 40), 'PREVIOUS_PANEL', STEP.small, wall)).toEqual(spot(100, 40))
  })

  it('is not moved by other keys', () => {
    expect(stepOf('a')).toBeNull()
  })
})

describe('the wall to scale', () => {
  it('stands the panels beside each other in their order', () => {
    expect(wallOf(panels.toReversed()).panels.map(({ id, left }) => [id, left])).toEqual([
      ['left', 0],
      ['right', 1260],
    ])
    expect([wall.width, wall.height]).toEqual([2460, 900])
  })

  it('is seen whole in the room there is', () => {
    const scale = scaleOf(wall, { width: 1000, height: 400 }, 'FIT')
    expect(wall.width * scale).toBeLessThanOrEqual(1000)
    expect(wall.height * scale).toBeLessThanOrEqual(400)
    expect(scaleOf(wall, { width: 1000, height: 400 }, 'LARGE')).toBeGreaterThan(scale)
  })

  it('takes a point between two panels for the nearer one', () => {
    expect(panelAt(wall, 1210)?.id).toBe('left')
    expect(panelAt(wall, 1255)?.id).toBe('right')
  })

  it('lays a sheet nowhere when the hand is clearly beside it', () => {
    expect(spotAt({ x: 100, y: 2000 }, { width: 210, height: 297 }, wall, [])).toBeNull()
    expect(spotAt({ x: 1300, y: 40 }, { width: 210, height: 297 }, wall, [])).toEqual(spot(40, 40, 'right'))
  })
})

describe('paper', () => {
  it('takes the room of its sheets beside each other', () => {
    expect(sizeOf('A4', 3)).toEqual({ width: 630, height: 297 })
    expect(sizeOf('A3_LYING')).toEqual({ width: 420, height: 297 })
  })
})
