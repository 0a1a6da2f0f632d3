import { expect, test } from 'vitest'
import type { Body } from '../../../domain/notice/body.ts'
import { plainLinks } from '../../../renderer/kiosk/notice/plain-links.ts'

const link = (href: string) => ({ type: 'link', attrs: { href } }) as const
const bold = { type: 'bold' } as const

test('a link becomes its words with the address behind them', () => {
  const body: Body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '见' },
          { type: 'text', text: '县政府网站', marks: [link('https://example.cn/')] },
        ],
      },
    ],
  }
  expect(plainLinks(body).content[0]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: '见' },
      { type: 'text', text: '县政府网站', marks: [] },
      { type: 'text', text: '（https://example.cn/）' },
    ],
  })
})

test('a link in pieces gets its address once and keeps its bold letters', () => {
  const body: Body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '县政府', marks: [link('https://example.cn/'), bold] },
          { type: 'text', text: '网站', marks: [link('https://example.cn/')] },
        ],
      },
    ],
  }
  expect(plainLinks(body).content[0]).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: '县政府', marks: [bold] },
      { type: 'text', text: '网站', marks: [] },
      { type: 'text', text: '（https://example.cn/）' },
    ],
  })
})

test('an address or a telephone number that is its own text is not repeated', () => {
  const body: Body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '0990-5550100', marks: [link('tel:0990-5550100')] }],
      },
    ],
  }
  expect(plainLinks(body).content[0]).toEqual({
    type: 'paragraph',
    content: [{ type: 'text', text: '0990-5550100', marks: [] }],
  })
})

test('links in lists and tables are written out too', () => {
  const paragraph = {
    type: 'paragraph',
    content: [{ type: 'text', text: '网站', marks: [link('https://example.cn/')] }],
  } as const
  const body: Body = {
    type: 'doc',
    content: [
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
      {
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph] }] }],
      },
    ],
  }
  const text = JSON.stringify(plainLinks(body))
  expect(text).not.toContain('"link"')
  expect(text.match(/（https:\/\/example\.cn\/）/gu)).toHaveLength(2)
})
