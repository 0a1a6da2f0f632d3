import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CountyAccountView, CountyStatus } from '../../../county/account/views.ts'
import { CountyApp } from '../../../renderer/county/app.tsx'
import { createCountyQueryClient } from '../../../renderer/county/query-client.ts'
import { COUNTY_NAMESPACES, countyResources } from '../../../renderer/county/resources.ts'
import { startI18n } from '../../../renderer/shared/i18n.ts'

const HAN: CountyAccountView = {
  id: 'a-han',
  name: '韩梅',
  roles: ['ADMINISTRATOR', 'COLLECTOR'],
  disabled: false,
}
const LI: CountyAccountView = { id: 'a-li', name: '李国强', roles: ['INSPECTOR'], disabled: false }
const GONE: CountyAccountView = { id: 'a-gone', name: '欧阳雪', roles: ['INSPECTOR'], disabled: true }
const NOBODY = {
  county: { name: '示例县政务公开办公室', code: '990000' },
  people: [HAN, LI, GONE],
  session: null,
} as unknown as CountyStatus

type Given = (method: string, path: string) => unknown
let given: Given
let asked: string[]

const sits = (of: Partial<NonNullable<CountyStatus['session']>> = {}): CountyStatus => ({
  ...NOBODY,
  session: { account: HAN, locked: false, idleLockMinutes: 10, mustSetPassword: false, ...of },
})
const refused = (code: string) => Response.json({ code, params: {}, requestId: 'r1' }, { status: 409 })

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const method = init?.method ?? 'GET'
    const path = input.replace(/^\/api\//u, '')
    asked.push(`${method} ${path}`)
    const answer = await given(method, path)
    return answer instanceof Response ? answer : Response.json(answer)
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  window.location.hash = ''
})

function show() {
  const i18n = startI18n(countyResources(), 'zh-Hans', COUNTY_NAMESPACES)
  return render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={createCountyQueryClient()}>
        <CountyApp />
      </QueryClientProvider>
    </I18nextProvider>,
  )
}

describe('the way into the pages of the county', () => {
  it('bears the name of its own program and of the county, and lists who may sign in with their roles', async () => {
    given = () => NOBODY
    show()
    const people = await screen.findByRole('list', { name: '选择姓名' })
    expect(screen.getByText('政务公开汇集')).toBeTruthy()
    expect(screen.getByRole('heading', { name: '示例县政务公开办公室' })).toBeTruthy()
    expect(within(people).getByText('收报、管理员')).toBeTruthy()
    expect(within(people).queryByText('欧阳雪')).toBeNull()
  })

  it('bears the name of its own program also while nobody answers', async () => {
    given = () => {
      throw new Error('nobody there')
    }
    show()
    await screen.findByRole('alert')
    expect(screen.getByRole('heading', { name: '政务公开汇集' })).toBeTruthy()
  })

  it('says why somebody could not be signed out', async () => {
    given = (method) => (method === 'DELETE' ? refused('trust.locked') : sits({ mustSetPassword: true }))
    show()
    fireEvent.click(await screen.findByRole('button', { name: '退出登录' }))
    expect(await screen.findByText(/屏幕已锁定/u)).toBeTruthy()
  })

  it('lets another person take over a locked page', async () => {
    given = (method, path) =>
      method === 'POST' && path === 'session' ? { ...sits(), session: null } : sits({ locked: true })
    show()
    fireEvent.click(await screen.findByRole('button', { name: '换人操作' }))
    fireEvent.change(await screen.findByLabelText('密码'), { target: { value: 'li-2026-11' } })
    fireEvent.click(screen.getByRole('button', { name: '换人' }))
    expect(await screen.findByRole('list', { name: '选择姓名' })).toBeTruthy()
  })
})

describe('the people of the county', () => {
  it('are asked for again, and who may sign in with them, when one was changed', async () => {
    window.location.hash = '#/people'
    given = (_method, path) => {
      if (path === 'accounts') return [HAN, LI]
      return path === 'status' ? sits() : {}
    }
    show()
    fireEvent.click(await screen.findByRole('button', { name: '修改李国强' }))
    fireEvent.click(await screen.findByRole('button', { name: '停用' }))
    await waitFor(() => expect(asked).toContain('PATCH accounts/a-li'))
    const since = () => asked.slice(asked.indexOf('PATCH accounts/a-li'))
    await waitFor(() => expect(since()).toEqual(expect.arrayContaining(['GET accounts', 'GET status'])))
  })

  it('keep their roles until others are ticked', async () => {
    window.location.hash = '#/people'
    given = (_method, path) => {
      if (path === 'accounts') return [HAN, LI]
      return path === 'status' ? sits() : {}
    }
    show()
    fireEvent.click(await screen.findByRole('button', { name: '修改李国强' }))
    const save = await screen.findByRole<HTMLButtonElement>('button', { name: '保存职责' })
    expect(save.disabled).toBe(true)
    fireEvent.click(screen.getByRole('checkbox', { name: '收报' }))
    expect(save.disabled).toBe(false)
  })
})
