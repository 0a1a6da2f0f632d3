import { describe, expect, it } from 'vitest'
import type { Body } from '../../../domain/notice/body.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { comparePaper } from '../../../server/display/code/compare-paper.ts'

const paragraph = (text: string) =>
  ({ type: 'paragraph', content: [{ type: 'text', text }] }) as Body['content'][number]
const row = (...cells: string[]) => ({
  type: 'tableRow',
  content: cells.map((text) => ({ type: 'tableCell', content: [paragraph(text)] })),
})
const content = {
  title: '补贴发放表',
  body: {
    type: 'doc',
    content: [
      paragraph('11月25日起发放。'),
      { type: 'table', content: [row('姓名', '金额'), row('张某', '500'), row('李某', '300')] },
    ],
  },
} as unknown as PublicContent

const PAPER = ['补贴发放表11月25日起发放。姓名 金额 张某 500', '姓名 金额 李某 300 — 2 — 云溪镇 2026年3月1日']

describe('the text of a paper beside its edition', () => {
  it('is whole when every row stands there, also over two pages with the head of the table again', () => {
    expect(comparePaper(content, PAPER)).toEqual({
      paragraphs: 5,
      found: 5,
      missing: [],
      besides: ['姓名金额', '云溪镇2026年3月1日'],
    })
  })

  it('misses a sum that was made larger, and one whose row has another name', () => {
    const changed = (from: string, to: string) =>
      comparePaper(content, [PAPER.join('').replace(from, to)]).missing
    expect(changed('500', '1500')).toEqual([4])
    expect(changed('500', '5000')).toEqual([4])
    expect(changed('李某', '王某')).toEqual([5])
    expect(changed('11月25日', '111月25日')).toEqual([2])
  })

  it('tells of lines that were added', () => {
    const forged = [PAPER[0] ?? '', '王某 9000', PAPER[1] ?? '', '另有一段。']
    const { missing, besides } = comparePaper(content, forged)
    expect(missing).toEqual([])
    expect(besides).toEqual(['王某9000姓名金额', '云溪镇2026年3月1日另有一段。'])
  })
})
