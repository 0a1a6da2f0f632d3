import { render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import { refuse } from '../../../domain/refusal.ts'
import errors from '../../../locales/zh-Hans/errors.json' with { type: 'json' }
import terms from '../../../locales/zh-Hans/terms.json' with { type: 'json' }
import { startI18n } from '../../../renderer/shared/i18n.ts'
import { RefusalError } from '../../../renderer/shared/request.ts'
import { RefusalMessage, refusalText } from '../../../renderer/shared/ui/refusal-message.tsx'

const i18n = startI18n({ 'zh-Hans': { errors, terms } }, 'zh-Hans', ['errors', 'terms'])

function sentence(error: unknown): string {
  return refusalText(i18n, error)
}

describe('the sentence of a refusal', () => {
  it('says a code of the vocabulary in words', () => {
    expect(
      sentence(new RefusalError(403, 'trust.role-missing', { role: 'SECRECY_REVIEWER' }, 'r')),
    ).toContain('保密审查')
  })

  it('fills in the place of a broken package', () => {
    const params = { from: 1024, to: 2048, entry: 'manifest.json' }
    const text = sentence(new RefusalError(422, 'package.damaged', params, 'r'))
    expect(text).toContain('1024')
    expect(text).toContain('manifest.json')
  })

  it('calls what was not filled in rightly by its label, and never by the name the program has for it', () => {
    const invalid = (field: string) => sentence(new RefusalError(400, 'request.invalid', { field }, 'r'))
    expect(invalid('body.note')).toBe('“说明”一项没有填或填得不对，请改正后再试。')
    expect(invalid('edits.3.cursor')).toBe('提交的内容有一处填写不对，请改正后再试。')
  })

  it('is the same for a rule that refuses on the screen itself', () => {
    expect(sentence(refuse('office.password-too-short', { minimum: 8 }))).toContain('8')
  })

  it('never shows a fault of the product as it is', () => {
    expect(sentence(new TypeError('x is undefined'))).not.toContain('undefined')
  })

  it('gives the number of a fault for the technician, and none for a refusal', () => {
    const fault = new RefusalError(500, 'request.failed', {}, 'request-77')
    const { rerender } = render(<RefusalMessage error={fault} />, {
      wrapper: ({ children }) => <I18nextProvider i18n={i18n}>{children}</I18nextProvider>,
    })
    expect(screen.getByRole('alert').textContent).toContain('request-77')
    rerender(<RefusalMessage error={new RefusalError(403, 'trust.wrong-password', {}, 'request-78')} />)
    expect(screen.getByRole('alert').textContent).not.toContain('request-78')
    rerender(<RefusalMessage error={null} />)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
