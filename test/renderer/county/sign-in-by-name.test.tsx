import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, expect, it, vi } from 'vitest'
import type { CountyStatus } from '../../../county/account/views.ts'
import { CountyApp } from '../../../renderer/county/app.tsx'
import { createCountyQueryClient } from '../../../renderer/county/query-client.ts'
import { COUNTY_NAMESPACES, countyResources } from '../../../renderer/county/resources.ts'
import { startI18n } from '../../../renderer/shared/i18n.ts'

const STRANGER = {
  county: { name: '示例县政务公开办公室', code: '990000' },
  people: [],
  session: null,
} as unknown as CountyStatus

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('asks for the name where nobody is listed for strangers, and says when name or password is wrong', async () => {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    if (init?.method !== 'POST') return Response.json(STRANGER)
    sent.push(JSON.parse(init.body as string))
    const refusal = { code: 'trust.wrong-name-or-password', params: {}, requestId: 'r1' }
    return Response.json(refusal, { status: 403 })
  })
  render(
    <I18nextProvider i18n={startI18n(countyResources(), 'zh-Hans', COUNTY_NAMESPACES)}>
      <QueryClientProvider client={createCountyQueryClient()}>
        <CountyApp />
      </QueryClientProvider>
    </I18nextProvider>,
  )
  fireEvent.change(await screen.findByLabelText('姓名'), { target: { value: ' 韩梅 ' } })
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'yunxi-2026' } })
  fireEvent.click(screen.getByRole('button', { name: '登录' }))
  expect(await screen.findByText('姓名或密码不对，请重新输入。')).toBeTruthy()
  expect(sent).toEqual([{ name: '韩梅', password: 'yunxi-2026' }])
})
