import { describe, expect, it } from 'vitest'
import { checkTitle } from '../../../domain/notice/title.ts'

describe('title', () => {
  it.each([
    [' 关于公布村务公开\n  事项的通知 ', '关于公布村务公开事项的通知'],
    ['关于2026年\r\n第三季度\t公示', '关于2026年第三季度 公示'],
    ['Notice on\nthe board', 'Notice on the board'],
    ['云溪镇\u200b公示\u0007', '云溪镇公示'],
    ['𠮷河村\n公示', '𠮷河村公示'],
  ])('brings %j to one line', (text, title) => {
    expect(checkTitle(text)).toEqual({ ok: true, value: title })
  })

  it.each(['', ' \n\t', '\u200b\ufeff'])('asks for a title when there is only %j', (text) => {
    expect(checkTitle(text)).toEqual({ ok: false, code: 'notice.title-required', params: {} })
  })
})
