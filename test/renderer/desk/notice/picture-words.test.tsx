import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Editor } from '@tiptap/core'
import type { Editor as ReactEditor } from '@tiptap/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it } from 'vitest'
import type { Block, Body } from '../../../../domain/notice/body.ts'
import notice from '../../../../locales/zh-Hans/notice.json' with { type: 'json' }
import { bodyOf, toEditor } from '../../../../renderer/desk/notice/editor/body-json.ts'
import { noticeExtensions } from '../../../../renderer/desk/notice/editor/extensions.ts'
import { PictureTools } from '../../../../renderer/desk/notice/editor/picture-tools.tsx'
import { startI18n } from '../../../../renderer/shared/i18n.ts'

const LABEL = '图片说明（供看不见图片的人听）'
const picture = (alt: string): Block => ({ type: 'image', attrs: { attachmentId: `picture-${alt}`, alt } })
const line: Block = { type: 'paragraph', content: [{ type: 'text', text: '特此公告。' }] }
const inCell: Block = {
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [picture(' ')] }] }],
}

let editor: Editor | null = null
function show(...content: Block[]): Editor {
  const body: Body = { type: 'doc', content }
  const made = new Editor({
    extensions: noticeExtensions('/files/'),
    content: toEditor(body),
    injectCSS: false,
  })
  editor = made
  const i18n = startI18n({ 'zh-Hans': { notice } }, 'zh-Hans', ['notice'])
  render(
    <I18nextProvider i18n={i18n}>
      <PictureTools editor={made as ReactEditor} />
    </I18nextProvider>,
  )
  return made
}

afterEach(() => {
  cleanup()
  editor?.destroy()
})

describe('the words for a picture', () => {
  it('are asked for while a picture has none, also inside a table, and the hint leads to the first', () => {
    show(line, picture('示意图'), picture(''), inCell)
    fireEvent.click(screen.getByRole('button', { name: /^2 张图片没有说明/u }))
    expect(screen.getByLabelText(LABEL)).toHaveProperty('value', '')
  })

  it('are written letter by letter into the picture, which stays selected', () => {
    const made = show(line, picture(''), line)
    fireEvent.click(screen.getByRole('button', { name: /^1 张图片没有说明/u }))
    for (const value of ['办', '办事', '办事 流程图'])
      fireEvent.change(screen.getByLabelText(LABEL), { target: { value } })
    expect(bodyOf(made.state.doc).content[1]).toMatchObject({ type: 'image', attrs: { alt: '办事 流程图' } })
    expect(bodyOf(made.state.doc).content).toHaveLength(3)
    expect(screen.getByLabelText(LABEL)).toHaveProperty('value', '办事 流程图')
  })

  it('take no room where every picture has them and none is selected', () => {
    show(line, picture('示意图'))
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByLabelText(LABEL)).toBeNull()
  })
})
