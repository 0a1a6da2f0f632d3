import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { ConfigProvider } from 'antd'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RuleValue } from '../../../../renderer/desk/catalogue/rule/rule-draft.ts'
import { RuleEditor } from '../../../../renderer/desk/catalogue/rule/rule-editor.tsx'
import { type OpenDesk, OpenDeskContext } from '../../../../renderer/desk/shell/session-context.ts'
import { chinese } from './words.ts'

const desk = { clock: { now: '2026-11-23T01:42:00Z', trusted: true, newestRecord: null } } as OpenDesk
const answers: Readonly<Record<string, unknown>> = {
  '/api/desk/rules/read-deadline': {
    rule: { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' },
    displayPeriod: null,
    reservations: ['法律法规另有规定的从其规定'],
    conditions: ['集体财务往来较多的，每月公布一次'],
    unread: [],
  },
}

const change = vi.fn<(value: RuleValue | null) => void>()

function editor(value: RuleValue) {
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(Response.json(answers[path] ?? null)))
  return render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <I18nextProvider i18n={chinese}>
        <ConfigProvider theme={{ token: { motion: false } }}>
          <OpenDeskContext.Provider value={desk}>
            <RuleEditor text="每季度的首个月20日前" value={value} change={change} />
          </OpenDeskContext.Provider>
        </ConfigProvider>
      </I18nextProvider>
    </QueryClientProvider>,
  )
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

describe('the rule editor', () => {
  it('shows the original words, what was read of them, and what they leave to other rules', async () => {
    editor({ rule: null, displayPeriod: null })
    expect(screen.getByText('每季度的首个月20日前')).toBeTruthy()
    expect(await screen.findByText('按季公开，下季度首月20日前')).toBeTruthy()
    expect(screen.getByText('集体财务往来较多的，每月公布一次')).toBeTruthy()
    expect(screen.getByText('法律法规另有规定的从其规定')).toBeTruthy()
    expect(screen.getByText('时限未定：不会产生公开任务，请选择时限类别。')).toBeTruthy()
  })

  it('takes what was read over at one press, with an example', async () => {
    editor({ rule: null, displayPeriod: null })
    await screen.findByText('按季公开，下季度首月20日前')
    fireEvent.click(screen.getByRole('button', { name: '再读一次' }))
    expect(change).toHaveBeenLastCalledWith({
      rule: { class: 'QUARTERLY', monthday: 20, offset: 'nextQuarterFirstMonth' },
      displayPeriod: null,
    })
    expect(
      screen.getByText('如2026年第4季度的内容，2027年1月20日（星期三）截止，遇休息日顺延。'),
    ).toBeTruthy()
  })

  it('gives no rule while the number is missing, and says so', () => {
    editor({ rule: { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed' }, displayPeriod: null })
    fireEvent.change(screen.getByRole('textbox', { name: '天数' }), { target: { value: '' } })
    expect(change).toHaveBeenLastCalledWith(null)
    expect(screen.getByText('还没有填完：请填写数字和日期。')).toBeTruthy()
    fireEvent.change(screen.getByRole('textbox', { name: '天数' }), { target: { value: '7' } })
    expect(screen.getByText('信息形成之日起7个工作日内')).toBeTruthy()
  })
})
