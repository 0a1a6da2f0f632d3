import { beforeEach, describe, expect, it } from 'vitest'
import { type Remedy, WELL_LADDER } from '../../../../domain/signage/recovery-ladder.ts'
import { type GlassWatch, keptLadder, watchGlass } from '../../../../renderer/signage/run/watch-glass.ts'
import { createStage, type Stage } from '../../../../renderer/signage/stage.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let stage: Stage
let watch: GlassWatch
let now: number
let remedies: Remedy['kind'][]

function begin(before = WELL_LADDER) {
  stage = createStage()
  now = 0
  remedies = []
  watch = watchGlass({
    ...{ stage, before, elapsed: () => now, across: () => now, onRung: () => undefined },
    onRemedy: ({ kind }) => remedies.push(kind),
  })
}

const show = (hash: string) => {
  stage.shown({ pane: 'MAIN', kind: 'NOTICE', hash, page: 0, pages: 1, extent: 'WHOLE' })
}

beforeEach(() => {
  begin()
})

describe('the glass is watched, not the page', () => {
  it('a page that answers over a picture that stands is helped: drawn again, left out, loaded anew', () => {
    show('a')
    for (let minute = 0; minute < 20; minute++) {
      now += MINUTE
      watch.look()
    }
    expect(remedies).toEqual(['RETRY', 'SKIP', 'RECREATE'])
    expect([...stage.skipped()]).toEqual(['a'])
  })

  it('a still page that is looked after is never called frozen', () => {
    stage.shown({ pane: null, kind: 'DEFAULT', hash: null, page: 0, pages: 1, extent: null })
    for (let minute = 0; minute < 600; minute++) {
      now += MINUTE
      stage.progress()
      watch.look()
    }
    expect(remedies).toEqual([])
  })

  it('a notice that fails three times is left out until its content changes', () => {
    for (let time = 0; time < 3; time++) stage.failed({ hash: 'a', reason: 'THREW' })
    expect(stage.skipped().has('a')).toBe(true)
    watch.forgetGone(new Set(['a', 'b']))
    expect(stage.skipped().has('a')).toBe(true)
    watch.forgetGone(new Set(['b']))
    expect(stage.skipped().has('a')).toBe(false)
  })

  it('what was given up on before the page began anew is left out from the start', () => {
    const left = { ...WELL_LADDER, skipped: ['a'], triedAt: -HOUR, failures: { b: 2 }, stalls: 3 }
    begin(keptLadder({ ...left, rung: 'RECREATED' }))
    expect([...stage.skipped()]).toEqual(['a'])
    expect(watch.ladder()).toMatchObject({ rung: 'RECREATED', failures: {}, stalls: 0 })
  })

  it('what was given up on is tried once more in the night, and stays when it is drawn', () => {
    begin(keptLadder({ ...WELL_LADDER, skipped: ['a', 'b'], triedAt: -HOUR }))
    watch.rest()
    expect([...stage.skipped()]).toEqual(['a', 'b'])
    now = 9 * HOUR
    watch.rest()
    expect([...stage.skipped()]).toEqual([])
    show('a')
    stage.failed({ hash: 'b', reason: 'TOO_SLOW' })
    expect([...stage.skipped()]).toEqual(['b'])
    stage.failed({ hash: 'a', reason: 'TOO_SLOW' })
    expect([...stage.skipped()]).toEqual(['b'])
  })

  it('a computer that is switched off for the night tries again in the morning', () => {
    begin(keptLadder({ ...WELL_LADDER, skipped: ['a'], triedAt: -10 * HOUR }))
    expect([...stage.skipped()]).toEqual([])
    expect(watch.ladder()).toMatchObject({ onTrial: ['a'], triedAt: 0 })
  })

  it('a notice on trial with which the page ended is left out again, not tried at every start', () => {
    begin(keptLadder({ ...WELL_LADDER, onTrial: ['a'], triedAt: -MINUTE }))
    expect([...stage.skipped()]).toEqual(['a'])
  })

  it('rubbish in the store is no ladder', () => {
    expect(keptLadder('x')).toBe(WELL_LADDER)
    expect(keptLadder({ rung: 'SAFE' })).toBe(WELL_LADDER)
  })

  it('says what stands and since when', () => {
    show('a')
    now = 5000
    stage.shown({ pane: 'MAIN', kind: 'NOTICE', hash: 'a', page: 1, pages: 2, extent: 'WHOLE' })
    expect(watch.standing()).toMatchObject({ on: { hash: 'a', page: 1 }, since: 0 })
    show('b')
    expect(watch.standing().since).toBe(5000)
  })
})
