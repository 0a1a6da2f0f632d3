import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Body } from '../../../domain/notice/body.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { cardAnswers, cardQuestion } from '../../../domain/sheet/card-question.ts'
import { labelledText } from '../../../domain/sheet/labelled-line.ts'
import { materialsOf } from '../../../domain/sheet/material-list.ts'
import { bareHeading, sectionsOf } from '../../../domain/sheet/text-section.ts'
import { GUIDE_TEXTS } from '../../../server/sample/notices-people.ts'
import { sampleBody } from '../../../server/sample/sample-notice.ts'

const GUIDE = sampleBody(GUIDE_TEXTS.second)

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
})
const document = (...content: readonly Block[]): Body => ({ type: 'doc', content })

describe('sections of a text', () => {
  it('stand under their headings, in the order of the text', () => {
    expect(sectionsOf(GUIDE).map(({ name }) => name)).toEqual([
      '办理条件',
      '保障标准',
      '申请材料',
      '办理流程',
      '办理地点和时间',
      '咨询和监督',
    ])
  })

  it('lose nothing of the text and add nothing to it', () => {
    const block = fc.oneof(
      fc.string().map(paragraph),
      fc
        .string()
        .map((text): Block => ({ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text }] })),
      fc.constantFrom('一、对象', '二、本镇户籍的居民，可以申请。').map(paragraph),
    )
    fc.assert(
      fc.property(fc.array(block), (content) => {
        const again = sectionsOf(document(...content)).flatMap((section) => [
          section.heading,
          ...section.blocks.map((one) => bodyText(document(one))),
        ])
        const text = (all: string) => all.replaceAll(/\s/gu, '')
        expect(text(again.join(''))).toBe(text(bodyText(document(...content))))
      }),
    )
  })

  it('are found where a text numbers short lines without marking them as headings', () => {
    const text = sectionsOf(document(paragraph('一、补贴对象'), paragraph('种地农民。')))
    expect(text.map(({ heading }) => heading)).toEqual(['一、补贴对象'])
  })

  it('are not made from numbered sentences', () => {
    expect(sectionsOf(document(paragraph('一、汛期内禁止游泳、捕捞、露营。')))).toHaveLength(1)
    expect(sectionsOf(document(paragraph('一、汛期内禁止游泳、捕捞、露营。')))[0]?.heading).toBe('')
  })

  it('are named without number and closing sign', () => {
    expect(['一、补贴对象', '（二）补贴标准：', '3.办理流程'].map(bareHeading)).toEqual([
      '补贴对象',
      '补贴标准',
      '办理流程',
    ])
  })
})

describe('a 明白卡', () => {
  it('answers who, how much, what to bring, how and where in that order, in the words of the text', () => {
    expect(cardAnswers(sectionsOf(GUIDE)).map(({ question, section }) => [question, section.name])).toEqual([
      ['WHO', '办理条件'],
      ['HOW_MUCH', '保障标准'],
      ['BRING', '申请材料'],
      ['HOW', '办理流程'],
      ['WHERE', '办理地点和时间'],
      ['WHERE', '咨询和监督'],
    ])
  })

  it.each([
    ['三、补多少', 'HOW_MUCH'],
    ['四、怎样办理', 'HOW'],
    ['五、哪些情况不补', 'NOT'],
    ['三、申请和审核', 'HOW'],
    ['七、有疑问找谁', 'WHERE'],
    ['八、监督举报电话', 'WHERE'],
    ['二、监督检查', null],
    ['六、与往年有什么不同', null],
  ] as const)('reads %s', (heading, question) => {
    expect(cardQuestion(heading)).toBe(question)
  })
})

describe('materials for the 一次性告知单', () => {
  it('are the numbered lines; a sentence beside them is a note', () => {
    expect(materialsOf(sectionsOf(GUIDE))).toEqual({
      items: ['最低生活保障申请书', '家庭成员身份证明', '家庭经济状况核对授权书'],
      notes: ['能够通过信息共享取得的证明材料，不要求申请人提供。'],
    })
  })

  it('stand as the sentence they are where nothing is listed', () => {
    const body = sampleBody('# 三、申请材料\n申请人及其配偶、子女的身份证明。')
    expect(materialsOf(sectionsOf(body))?.items).toEqual(['申请人及其配偶、子女的身份证明。'])
  })

  it('are the rows of a table without its heading', () => {
    const body = sampleBody('# 二、申请材料\n|材料|份数|\n|申请表|1份|\n|身份证复印件|2份|')
    expect(materialsOf(sectionsOf(body))?.items).toEqual(['申请表　1份', '身份证复印件　2份'])
  })

  it('are not guessed where the text says nothing of them', () => {
    expect(materialsOf(sectionsOf(sampleBody('# 一、补贴对象\n种地农民。')))).toBeNull()
  })
})

describe('lines of an emergency notice', () => {
  it('are told from what they name', () => {
    const body = document(
      paragraph('现转发示例县气象台发布的暴雨红色预警，请注意防范。'),
      paragraph('影响范围：河西村、石桥村'),
      paragraph('值班电话:0999-6100110'),
    )
    expect(labelledText(body).lines).toEqual([
      { label: '', text: '现转发示例县气象台发布的暴雨红色预警，请注意防范。' },
      { label: '影响范围', text: '河西村、石桥村' },
      { label: '值班电话', text: '0999-6100110' },
    ])
  })

  it('keep a sentence with a colon whole', () => {
    const text = '镇防汛抗旱指挥部现将有关要求通知如下：请立即转移。'
    expect(labelledText(document(paragraph(text))).lines).toEqual([{ label: '', text }])
  })

  it('keep a table for its place under them', () => {
    const table = sampleBody('|地点|人数|\n|小学|200|').content[0]
    if (!table) throw new Error('a table was written')
    expect(labelledText(document(table)).others).toEqual([table])
  })
})
