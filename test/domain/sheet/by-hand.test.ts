import { describe, expect, it } from 'vitest'
import { leaveSquares } from '../../../domain/sheet/by-hand.ts'

describe('characters to be written in by hand', () => {
  it('leave a square in every text of the sheet, however deep it stands', () => {
    const content = {
      title: '张𱍐低保名单',
      body: { content: [{ content: [{ type: 'text', text: '张𱍐、张\ue000、张三' }] }] },
      attachments: [{ name: '张𱍐.pdf', size: 3 }],
      expiresAt: null,
    }
    expect(leaveSquares(content, ['𱍐', '\ue000'])).toEqual({
      title: '张□低保名单',
      body: { content: [{ content: [{ type: 'text', text: '张□、张□、张三' }] }] },
      attachments: [{ name: '张□.pdf', size: 3 }],
      expiresAt: null,
    })
  })

  it('never touch what machines read: hashes, days and codes are of letters and digits every face has', () => {
    const data = { hash: 'a1', on: '2026-11-23', title: '第1号䶮' }
    expect(leaveSquares(data, ['1', 'a', '䶮'])).toEqual({ hash: 'a1', on: '2026-11-23', title: '第1号□' })
  })

  it('leave the sheet as it is when there are none', () => {
    const content = { title: '名单' }
    expect(leaveSquares(content, [])).toBe(content)
  })
})
