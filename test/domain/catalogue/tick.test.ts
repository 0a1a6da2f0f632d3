import { describe, expect, it } from 'vitest'
import { splitLevels } from '../../../domain/catalogue/level.ts'
import { readBoxes, readTick, readWords } from '../../../domain/catalogue/tick.ts'

describe('tick columns', () => {
  it.each(['√', '■', '▲', '☑', '✓', '✔', ' √ ', 'V', '是', '1', '１', 'TRUE', 'true'])(
    'takes “%s” for ticked',
    (cell) => {
      expect(readTick(cell)).toEqual({ ticked: true, text: '' })
    },
  )

  it.each(['', ' ', '□', '☐', '口', '—', '/', '×', '否', '0', '０', 'FALSE'])(
    'takes “%s” for not ticked',
    (cell) => {
      expect(readTick(cell)).toEqual({ ticked: false, text: '' })
    },
  )

  it('keeps the words beside a tick', () => {
    expect(readTick('√\n(本村村民)')).toEqual({ ticked: true, text: '(本村村民)' })
  })

  it.each(['本村村民', '?', '○'])('leaves “%s” to be judged by its column', (cell) => {
    expect(readTick(cell)).toBeNull()
  })
})

describe('boxes in one cell', () => {
  it.each([
    ['■政府网站 □政府公报 ■公开查阅点', ['政府网站', '公开查阅点']],
    ['■政府网站□政府公报■公开查阅点', ['政府网站', '公开查阅点']],
    ['■政府网\n站 口政府公报\n☑发布会/听证会', ['政府网站', '发布会/听证会']],
    ['口政府网站 口政府公报', []],
    ['□政府网站口政府公报√广播电视', ['广播电视']],
    ['■政务服务窗口 □其他', ['政务服务窗口']],
    ['▲社区/企事业单位/村公示栏(电子屏) 口 其他', ['社区/企事业单位/村公示栏(电子屏)']],
    ['■其他_村务公开栏_', ['其他村务公开栏']],
    ['政府网站√ 政府公报□ 便民服务站√', ['政府网站', '便民服务站']],
    ['公示栏 ■政府网站', ['公示栏', '政府网站']],
    ['渠道：■政府网站 □政府公报', ['政府网站']],
  ])('reads %j', (cell, options) => {
    expect(readBoxes(cell)).toEqual(options)
  })

  it.each(['', '村务公开栏、政府网站', '人口普查窗口', '口头通知'])('sees no boxes in “%s”', (cell) => {
    expect(readBoxes(cell)).toBeNull()
  })

  it.each([
    ['村务公开栏、政府网站', ['村务公开栏', '政府网站']],
    ['社区/企事业单位/村公示栏(电子屏)；政府网站', ['社区/企事业单位/村公示栏(电子屏)', '政府网站']],
    ['公示栏（村、组）,广播', ['公示栏（村、组）', '广播']],
    ['政府网站\n村公示栏', ['政府网站', '村公示栏']],
    ['政府\n网站', ['政府网站']],
    ['', []],
    ['公示栏（村、组、广播', ['公示栏（村', '组', '广播']],
  ])('reads the words of %j', (cell, options) => {
    expect(readWords(cell)).toEqual(options)
  })
})

describe('a cell made of nothing but brackets', () => {
  // Looked through anew at each bracket, so many would take minutes.
  it('is read in one go over its signs', () => {
    expect(readWords('（'.repeat(200_000))).toHaveLength(1)
  })
})

describe('levels', () => {
  it.each([
    ['县级', ['县级']],
    ['乡、村级', ['乡级', '村级']],
    ['州级县级', ['州级', '县级']],
    ['镇级/村级', ['镇级', '村级']],
    ['县（市、区）级', ['县（市、区）级']],
    ['乡\n级', ['乡级']],
    ['乡镇、村', ['乡镇', '村']],
    ['各级党委', []],
    ['公开时限', []],
  ])('reads %j', (text, levels) => {
    expect(splitLevels(text)).toEqual(levels)
  })
})
