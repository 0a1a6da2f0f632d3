import { expect, test } from 'vitest'
import { current, goBack, goTo, startTrail, type Trail } from '../../../renderer/kiosk/frame/trail.ts'

const home = { page: 'home' } as const
const all = { page: 'all' } as const
const notice = { page: 'notice', indexNumber: 'a/1' } as const

test('going back leads to the page before, at the place where it was left', () => {
  const trail = goTo(goTo(startTrail(home), all, 0), notice, 840)
  expect(current(goBack(trail))).toEqual({ route: all, scroll: 840 })
})

test('going home forgets the way, so the next visitor cannot step back into it', () => {
  const trail = goTo(goTo(startTrail(home), { page: 'search', query: '某人' }, 0), home, 0)
  expect(trail).toEqual([{ route: home, scroll: 0 }])
  expect(current(goBack(trail)).route).toEqual(home)
})

test('pressing the same thing twice is one step', () => {
  const once = goTo(startTrail(home), all, 0)
  expect(goTo(once, { page: 'all' }, 300)).toBe(once)
})

test('a very long way keeps its newest fifty steps', () => {
  let trail: Trail = startTrail(home)
  for (let step = 0; step < 500; step += 1) trail = goTo(trail, { page: 'group', group: String(step) }, 0)
  expect(trail).toHaveLength(50)
  expect(current(trail).route).toEqual({ page: 'group', group: '499' })
})

test('going back from a page opened directly leads home', () => {
  expect(current(goBack(startTrail(notice))).route).toEqual(home)
})
