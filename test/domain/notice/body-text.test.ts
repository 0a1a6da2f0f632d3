import { expect, test } from 'vitest'
import type { Body } from '../../../domain/notice/body.ts'
import { bodyBlocks, bodyText } from '../../../domain/notice/body-text.ts'

const cell = (text: string) => ({
  type: 'tableCell' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})

const body: Body = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '一、名单' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '电话138' },
        { type: 'text', text: '0013', marks: [{ type: 'bold' }] },
        { type: 'text', text: '8000' },
        { type: 'hardBreak' },
        { type: 'text', text: '第二行' },
      ],
    },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('姓名'), cell('金额')] },
        { type: 'tableRow', content: [cell('周敏'), cell('300')] },
      ],
    },
    { type: 'image', attrs: { attachmentId: 'a', alt: '图' } },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '项' }] }] },
      ],
    },
  ],
}

test('The text of a body reads block by block, with table cells side by side', () => {
  expect(bodyText(body)).toBe('一、名单\n电话13800138000\n第二行\n姓名\t金额\n周敏\t300\n项')
})

test('A number that is bold in the middle is one text, and a table row is counted from one', () => {
  const blocks = [...bodyBlocks(body)]
  expect(blocks[1]).toEqual({ path: [1], text: '电话13800138000\n第二行', tableRow: null })
  expect(blocks.at(-2)).toEqual({ path: [2, 1, 1, 0], text: '300', tableRow: 2 })
  expect(blocks.at(-1)).toEqual({ path: [4, 0, 0], text: '项', tableRow: null })
})
