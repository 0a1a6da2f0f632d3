import { expect, it } from 'vitest'
import { type ComputerFacts, type PageFacts, selfCheck } from '../../../domain/kiosk/self-check.ts'

const page: PageFacts = {
  wholeScreen: true,
  zoomed: false,
  clipboardEmptied: true,
  storageEmpty: true,
  foreignHistory: false,
}
const computer: ComputerFacts = {
  administrator: false,
  ownShell: true,
  edgeSwipeOff: true,
  automaticSignIn: true,
}

it('never says locked of what nobody can see: full screen, system keys and sleep, even when all the rest is locked', () => {
  const found = selfCheck(page, computer)
  expect([...found].filter(([, state]) => state !== 'LOCKED')).toEqual([
    ['WHOLE_SCREEN', 'UNSEEN'],
    ['SYSTEM_KEYS', 'UNSEEN'],
    ['SLEEP', 'UNSEEN'],
  ])
})

it('says of everything that cannot be seen that it cannot be seen', () => {
  expect(new Set(selfCheck(null, null).values())).toEqual(new Set(['UNSEEN']))
})

it('names what stands open: rights of an administrator, a desktop, a zoomed page, a window', () => {
  const found = selfCheck(
    { ...page, zoomed: true, wholeScreen: false },
    { ...computer, administrator: true, ownShell: false },
  )
  const open = [...found].filter(([, state]) => state === 'OPEN').map(([item]) => item)
  expect(open).toEqual(['WHOLE_SCREEN', 'ZOOM', 'OWN_SHELL', 'RIGHTS'])
})
