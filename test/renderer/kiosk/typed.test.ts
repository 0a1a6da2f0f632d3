import { beforeEach, describe, expect, it } from 'vitest'
import { endVisit } from '../../../renderer/kiosk/frame/end-visit.ts'
import { candidatesOf } from '../../../renderer/kiosk/search/candidates-of.ts'
import {
  choose,
  isWords,
  keepTyped,
  keptTyped,
  lookedFor,
  NOTHING_TYPED,
  press,
  type Typed,
} from '../../../renderer/kiosk/search/typed.ts'

const typing = (...keys: string[]): Typed => keys.reduce(press, NOTHING_TYPED)

beforeEach(() => keepTyped(NOTHING_TYPED))

describe('the keys of the pad', () => {
  it('letters are looked for as they are pressed', () => {
    expect(lookedFor(typing('d', 'b', 'g'))).toEqual({ keys: 'dbg' })
    expect(lookedFor(typing('d', 'b', 'g', '{bksp}'))).toEqual({ keys: 'db' })
    expect(lookedFor(typing('d', 'b', '{clear}'))).toEqual({ keys: '' })
  })

  it('numbers and letters go together, with one space between groups', () => {
    expect(lookedFor(typing('{numbers}', '{space}', '2', '6', '{space}', '{space}', '1'))).toEqual({
      keys: '26 1',
    })
    expect(lookedFor(typing('{numbers}', '2', '{letters}', 'd', 'b'))).toEqual({ keys: '2db' })
  })

  it('letters typed already become pinyin when characters are asked for, and letters again on the way back', () => {
    const han = typing('d', 'i', 'b', 'a', 'o', '{han}')
    expect(han).toEqual({ mode: 'HAN', text: '', pinyin: 'dibao' })
    // Meanwhile the pinyin finds what it can.
    expect(lookedFor(han)).toEqual({ keys: 'dibao' })
    expect(press(han, '{letters}')).toEqual({ mode: 'LETTERS', text: 'dibao', pinyin: '' })
  })

  it('a chosen word is looked for as a word, and what is still pinyin waits', () => {
    const chosen = choose(typing('{han}', 'd', 'i', 'b', 'a', 'o'), '低', 2)
    expect(chosen).toEqual({ mode: 'HAN', text: '低', pinyin: 'bao' })
    expect(lookedFor(chosen)).toEqual({ words: '低' })
    expect(press(press(press(press(chosen, '{bksp}'), '{bksp}'), '{bksp}'), '{bksp}').text).toBe('')
  })

  it('takes away a rare character whole', () => {
    expect(press({ mode: 'HAN', text: '低𠮷', pinyin: '' }, '{bksp}').text).toBe('低')
  })

  it('never grows longer than the server takes', () => {
    expect(typing(...Array.from({ length: 60 }, () => 'a')).text).toHaveLength(40)
    expect(typing('{han}', ...Array.from({ length: 60 }, () => 'a')).pinyin).toHaveLength(24)
  })

  it('tells words from keys: any other script is words, Mongolian too', () => {
    expect([isWords('dbgs 2026'), isWords('低保'), isWords('ᠮᠣᠩᠭᠣᠯ')]).toEqual([false, true, true])
  })

  it('are forgotten at the end of the visit', () => {
    keepTyped(typing('d', 'b'))
    expect(keptTyped().text).toBe('db')
    endVisit()
    expect(keptTyped()).toEqual(NOTHING_TYPED)
  })
})

describe('ways to write pinyin', () => {
  const table = { gong: '工 公 共', shi: '是 时', go: '够', a: '阿 啊', an: '安' }

  it('words of the board come first, then characters of the first syllable, which leave the rest', () => {
    expect(candidatesOf(table, 'gongshi', ['公示'])).toEqual([
      { text: '公示', takes: 7 },
      { text: '工', takes: 4 },
      { text: '公', takes: 4 },
      { text: '共', takes: 4 },
    ])
  })

  it('half a syllable offers what may become of it', () => {
    expect(candidatesOf(table, 'gon', []).map(({ text }) => text)).toContain('工')
    expect(candidatesOf(table, 'a', []).map(({ text }) => text)).toEqual(['阿', '啊', '安'])
  })

  it('without pinyin, or with letters of no syllable, there is nothing to choose', () => {
    expect(candidatesOf(table, '', ['公示'])).toEqual([])
    expect(candidatesOf(table, 'vvv', [])).toEqual([])
    expect(candidatesOf(table, 'constructor', [])).toEqual([])
  })
})
