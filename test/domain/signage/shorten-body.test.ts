import { describe, expect, it } from 'vitest'
import { bodyText } from '../../../domain/notice/body-text.ts'
import type { Block, Body, TableRow } from '../../../domain/notice/body.ts'
import { shortenBody } from '../../../domain/signage/shorten-body.ts'

const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const row = (...texts: string[]): TableRow => ({
  type: 'tableRow',
  content: texts.map((text) => ({ type: 'tableCell', content: [line(text)] })),
})
const doc = (...content: Block[]): Body => ({ type: 'doc', content })

describe('how much of a notice a screen is given', () => {
  it('all of it, when there is room', () => {
    const body = doc(line('特此公告。'))
    expect(shortenBody(body, { characters: 100, rows: 10 })).toEqual({ body, shortened: false })
  })

  it('whole paragraphs from the beginning', () => {
    const body = doc(line('甲'.repeat(40)), line('乙'.repeat(40)), line('丙'.repeat(40)))
    const { body: left, shortened } = shortenBody(body, { characters: 90, rows: 10 })
    expect([left.content.length, shortened]).toEqual([2, true])
  })

  it('whole rows of a table with its heads, and nothing after a table that was cut', () => {
    const rows = [
      row('姓名', '金额'),
      ...Array.from({ length: 300 }, (_, at) => row(`某${String(at)}`, '300')),
    ]
    const body = doc({ type: 'table', content: rows }, line('以上公示七日。'))
    const { body: left, shortened } = shortenBody(body, { characters: 6000, rows: 200 })
    const [table] = left.content
    expect(shortened).toBe(true)
    expect(left.content).toHaveLength(1)
    expect(table?.type === 'table' && table.content.length).toBe(200)
    expect(bodyText(left).startsWith('姓名\t金额\n某0')).toBe(true)
  })

  it('the beginning of one endless paragraph, no rare name cut in two', () => {
    const { body: left, shortened } = shortenBody(doc(line('𠮷'.repeat(500))), { characters: 101, rows: 10 })
    expect(shortened).toBe(true)
    expect(bodyText(left)).toMatch(/^𠮷+…$/u)
  })
})
