import { describe, expect, it } from 'vitest'
import { createIdleWatch } from '../../../renderer/shared/desk/idle-watch.ts'

const MINUTE = 60_000

function watched() {
  const seen = { active: 0, idle: 0 }
  let now = 0
  const watch = createIdleWatch({
    idleMs: 10 * MINUTE,
    reportEveryMs: MINUTE,
    now: () => now,
    onActive: () => seen.active++,
    onIdle: () => seen.idle++,
  })
  const at = (time: number, what: 'input' | 'tick') => {
    now = time
    watch[what]()
  }
  return { seen, at }
}

describe('the watch over an unattended desk', () => {
  it('reports activity at most once a minute, however much is typed', () => {
    const { seen, at } = watched()
    for (let second = 0; second <= 150; second++) at(second * 1000, 'input')
    expect(seen.active).toBe(2)
  })

  it('locks once when nobody has touched anything for the whole time', () => {
    const { seen, at } = watched()
    at(3 * MINUTE, 'input')
    at(13 * MINUTE - 1, 'tick')
    expect(seen.idle).toBe(0)
    at(13 * MINUTE, 'tick')
    at(20 * MINUTE, 'tick')
    expect(seen.idle).toBe(1)
  })

  it('does not let the key that wakes a sleeping PC save the session', () => {
    const { seen, at } = watched()
    at(MINUTE, 'input')
    at(40 * MINUTE, 'input')
    expect(seen).toEqual({ active: 1, idle: 1 })
  })
})
