import { describe, expect, it } from 'vitest'
import { readable } from '../../../server/display/readable-text.ts'

// What Chromium wrote for these characters and signs when all of GB 2312 was printed; a fold that misses one refuses a whole sheet.
const WRITTEN =
  '⻮齿⼾户戶户⻧卤⺒巳⺎兀⺉刂⺅亻⻈讠⺐尢⺨犭⺖忄⺦丬⺓幺⺙攵⺣灬⺺肀⻪黾⻅见⻚页⻔门⻓长⻢马⻛风⻋车⺠民⻬齐⻰龙―—〜～∕／‵｀'

describe('the text of a printed sheet', () => {
  const characters = [...WRITTEN]
  it.each(
    characters.flatMap((written, index) => (index % 2 === 0 ? [[written, characters[index + 1] ?? '']] : [])),
  )('%s is read as %s', (written, plain) => expect(readable(written)).toBe(readable(plain)))

  it('is the same however the sentence was written', () => {
    expect(readable('请沿线住⼾提前\n做好准备。')).toBe(readable('请沿线住户提前做好准备。'))
  })
})
