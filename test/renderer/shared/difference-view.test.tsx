import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it } from 'vitest'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { differenceOf } from '../../../domain/notice/difference.ts'
import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import { publicContent } from '../../../domain/notice/public-content.ts'
import terms from '../../../locales/zh-Hans/terms.json' with { type: 'json' }
import { DifferenceView } from '../../../renderer/shared/difference/difference-view.tsx'
import { startI18n } from '../../../renderer/shared/i18n.ts'

const office = { name: '云溪镇人民政府', uscc: '' }
const paragraphs = (...texts: string[]): PublicContent['body'] => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const content = (change: Partial<PublicContent>): PublicContent => ({
  ...publicContent({ draft: emptyDraft(), office, item: null, attachments: [] }),
  ...change,
})

function show(before: Partial<PublicContent>, after: Partial<PublicContent>) {
  render(
    <I18nextProvider i18n={startI18n({ 'zh-Hans': { terms } }, 'zh-Hans', ['terms'])}>
      <DifferenceView difference={differenceOf(content(before), content(after))} />
    </I18nextProvider>,
  )
}

afterEach(cleanup)

describe('the difference on the screen', () => {
  it('says what came and what went in elements and in words, not by colour alone', () => {
    show({ body: paragraphs('停电至17时。') }, { body: paragraphs('停电至19时。') })
    expect(document.querySelector('ins')?.textContent).toBe('增加：19（完）')
    expect(document.querySelector('del')?.textContent).toBe('删去：17（完）')
    expect(screen.getByText('改动：正文 1 处')).toBeTruthy()
  })

  it('folds what stays far from any change, and opens it when pressed', () => {
    const kept = Array.from({ length: 20 }, (_, at) => `第${at}条照旧办理。`)
    show({ body: paragraphs(...kept, '旧的一句') }, { body: paragraphs(...kept, '新的一句') })
    expect(screen.queryByText('第3条照旧办理。')).toBeNull()
    expect(screen.getByText('第19条照旧办理。')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '未改动 19 段，点按展开' }))
    expect(screen.getByText('第3条照旧办理。')).toBeTruthy()
  })

  it('says a code by its word and a missing value as none', () => {
    show(
      { noticeKind: 'NOTIFICATION', documentDate: null },
      { noticeKind: 'DECISION', documentDate: '2026-11-20' },
    )
    const values = screen.getAllByRole('definition').map((value) => value.textContent)
    expect(values).toEqual(['原为通知改为决定', '原为（无）改为2026年11月20日'])
  })

  it('says so when nothing differs', () => {
    show({ title: '通知' }, { title: '通知' })
    expect(screen.getByText('两版内容完全相同。')).toBeTruthy()
  })
})
