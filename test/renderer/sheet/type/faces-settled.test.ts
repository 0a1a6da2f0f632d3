import { afterEach, expect, it } from 'vitest'
import { facesSettled } from '../../../../renderer/sheet/type/faces-settled.ts'

afterEach(() => {
  Reflect.deleteProperty(document, 'fonts')
})

/** A paper whose layout asks for one more slice of a face as often as said; each comes after a turn. */
function paperThatAsks(slices: number) {
  const fonts = { status: 'loaded', ready: Promise.resolve() }
  Object.defineProperty(document, 'fonts', { value: fonts, configurable: true })
  const paper = { asked: 0, come: 0 }
  const area = document.createElement('main')
  area.getBoundingClientRect = () => {
    if (paper.asked < slices && fonts.status === 'loaded') {
      paper.asked += 1
      fonts.status = 'loading'
      fonts.ready = Promise.resolve().then(() => {
        paper.come += 1
        fonts.status = 'loaded'
      })
    }
    return new DOMRect()
  }
  return { paper, area }
}

it.each([0, 1, 2, 5])(
  'a paper is settled only when a layout asks for no further face (%i asked)',
  async (slices) => {
    const { paper, area } = paperThatAsks(slices)
    await facesSettled(area)
    expect(paper).toEqual({ asked: slices, come: slices })
  },
)
