import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Body } from '../../../../domain/notice/body.ts'
import type { PublicContent } from '../../../../domain/notice/content.ts'
import { emptyDraft } from '../../../../domain/notice/empty-draft.ts'
import { publicContent } from '../../../../domain/notice/public-content.ts'
import type { RemarkPlace } from '../../../../domain/notice/review-remark.ts'
import notice from '../../../../locales/zh-Hans/notice.json' with { type: 'json' }
import review from '../../../../locales/zh-Hans/review.json' with { type: 'json' }
import terms from '../../../../locales/zh-Hans/terms.json' with { type: 'json' }
import { DecisionsPanel } from '../../../../renderer/desk/notice/review/decisions-panel.tsx'
import { elementOf, rangeOf, targetOf } from '../../../../renderer/desk/notice/review/remark-places.ts'
import { RemarksToSettle } from '../../../../renderer/desk/notice/review/remarks-to-settle.tsx'
import { OpenDeskContext, type OpenDesk } from '../../../../renderer/desk/shell/session-context.ts'
import { BodyView } from '../../../../renderer/shared/body-view.tsx'
import { startI18n } from '../../../../renderer/shared/i18n.ts'
import type { DecisionOffer, RemarkView } from '../../../../server/notice/review/views.ts'
import type { NoticeDetail, SubmissionView } from '../../../../server/notice/views.ts'
import { PATIENCE } from '../../patience.ts'

const office = { name: '云溪镇人民政府', uscc: '' }
const body: Body = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: '河西村停电。' }] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: '备好饮用水' }] }],
        },
      ],
    },
  ],
}
const content: PublicContent = {
  ...publicContent({ draft: emptyDraft(), office, item: null, attachments: [] }),
  title: '停电通知',
  body,
}
const who = (name: string) => ({ id: name, name })
const submission: SubmissionView = {
  id: 's',
  hash: 'a'.repeat(64),
  content,
  attachments: [],
  placement: {
    ...{ unitId: 'township', dutyId: null, policy: null, interpretation: null },
    unit: { id: 'township', name: '云溪镇人民政府', kind: 'TOWNSHIP' },
    ...{ duty: null, closed: [], partner: null, interpretedBy: [], item: null },
  },
  submittedBy: who('周敏'),
  submittedAt: '2026-11-23T01:00:00Z',
  needed: [
    [{ kind: 'REVIEW', language: '' }],
    [
      { kind: 'SECRECY_REVIEW', language: '' },
      { kind: 'LEGALITY_REVIEW', language: '' },
    ],
    [{ kind: 'LEADER_APPROVAL', language: '' }],
  ],
  decisions: [
    {
      kind: 'REVIEW',
      language: '',
      decision: 'APPROVED',
      by: who('韩立'),
      at: '2026-11-23T02:00:00Z',
      reason: '',
      exceptionReason: '',
      slip: null,
      afterTheFact: false,
    },
  ],
  waitingFor: [
    { kind: 'SECRECY_REVIEW', language: '' },
    { kind: 'LEGALITY_REVIEW', language: '' },
  ],
  referrals: [],
  emergencyReason: '',
  closed: false,
}
const remark: RemarkView = {
  id: 'r',
  submissionId: 's',
  submissionHash: submission.hash,
  place: { part: 'BODY', path: [1, 0, 0] },
  quote: '饮用水',
  text: '写明送水点。',
  by: who('韩立'),
  at: '2026-11-23T02:00:00Z',
  settled: null,
}
const mayNothing: NoticeDetail['may'] = {
  edit: false,
  submit: false,
  recall: false,
  decide: [],
  refer: false,
  answerReferral: false,
  remark: false,
  nextDraft: false,
  publish: false,
  withdraw: false,
  revise: false,
  discard: false,
  override: false,
}
const detail = {
  id: 'n',
  state: 'IN_REVIEW',
  attachments: [],
  authors: [who('周敏')],
  remarks: [],
  submission,
  editions: [],
  may: mayNothing,
} as unknown as NoticeDetail

function show(name: string, what: ReactNode) {
  const words = startI18n({ 'zh-Hans': { notice, review, terms } }, 'zh-Hans', ['notice', 'review', 'terms'])
  const desk = {
    session: { account: { id: name, name, roles: [], disabled: false } },
    clock: { now: '2026-11-23T03:00:00Z', trusted: true, newestRecord: null },
  } as unknown as OpenDesk
  render(
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={new QueryClient()}>
        <ConfigProvider button={{ autoInsertSpace: false }}>
          <OpenDeskContext value={desk}>{what}</OpenDeskContext>
        </ConfigProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  )
}

function decisions(name: string, offers: readonly DecisionOffer[], change: Partial<NoticeDetail> = {}) {
  const sent = vi.fn<(address: string, request: { readonly body: string }) => Promise<Response>>()
  vi.stubGlobal(
    'fetch',
    sent.mockImplementation(async () => Response.json(detail)),
  )
  const shown = { ...detail, ...change, may: { ...mayNothing, decide: offers } }
  show(name, <DecisionsPanel detail={shown} submission={shown.submission ?? submission} />)
  return sent
}

const secrecy: DecisionOffer = { kind: 'SECRECY_REVIEW', language: '', exception: false, afterTheFact: false }

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the stages of a review', () => {
  it('says what is given, whose turn it is, and what waits for the step before', () => {
    decisions('王芳', [])
    const states = screen
      .getAllByRole('listitem')
      .filter((item) => item.className === 'nt-line')
      .map((item) => item.querySelector('.nt-line-title')?.textContent)
    expect(states).toEqual(['审核同意', '保密审查轮到办理', '合法性审查轮到办理', '领导审定等上一步'])
  })

  it('names the signatures of a committee and not the one who entered its slip', () => {
    const needed = [[{ kind: 'COMMITTEE_REVIEW', language: '' }]] as const
    const slip = { mediaType: 'application/pdf', size: 1, signedBy: '赵海、钱秀英', signedOn: '2026-11-22' }
    const [given] = submission.decisions
    if (!given) throw new Error('one decision was given')
    const entered = { ...given, kind: 'COMMITTEE_REVIEW' as const, by: who('周敏'), slip }
    decisions('王芳', [], {
      submission: { ...submission, needed, decisions: [entered], waitingFor: [] },
    })
    expect(screen.getByText(/签字人：赵海、钱秀英/u)).toBeTruthy()
    expect(screen.getByText(/周敏 .*录入/u)).toBeTruthy()
  })
})

describe('deciding', () => {
  it('returns with remarks on the spot and no other reason', async () => {
    const sent = decisions('王芳', [secrecy], { remarks: [{ ...remark, by: who('王芳') }] })
    fireEvent.click(screen.getByRole('button', { name: '退回' }))
    await vi.waitFor(() => {
      expect(sent).toHaveBeenCalledOnce()
    }, PATIENCE)
  })

  it('counts no remark of somebody else as the own reason', () => {
    const sent = decisions('王芳', [secrecy], { remarks: [remark] })
    fireEvent.click(screen.getByRole('button', { name: '退回' }))
    expect(screen.getByText('退回须写明理由。')).toBeTruthy()
    expect(sent).not.toHaveBeenCalled()
  })

  it('asks one person who gives two decisions for the reason, each time', async () => {
    const sent = decisions('韩立', [{ ...secrecy, exception: true }])
    fireEvent.click(screen.getByRole('button', { name: '同意' }))
    expect(screen.getByText('由一人办理两项，须写明理由。')).toBeTruthy()
    expect(sent).not.toHaveBeenCalled()
    fireEvent.change(screen.getByLabelText('由一人办理的理由'), { target: { value: '人手不足' } })
    fireEvent.click(screen.getByRole('button', { name: '同意' }))
    await vi.waitFor(() => {
      expect(sent).toHaveBeenCalledOnce()
    }, PATIENCE)
    expect(JSON.parse(sent.mock.calls[0]?.[1].body ?? '')).toMatchObject({ exceptionReason: '人手不足' })
  })

  it('offers nothing but returning once the higher body does not allow it', () => {
    const referral = {
      id: 'q',
      submissionId: 's',
      submissionHash: submission.hash,
      referredTo: '示例县保密局',
      question: '能否公开',
      by: who('王芳'),
      at: '2026-11-23T02:00:00Z',
      answer: {
        result: 'NOT_ALLOWED' as const,
        text: '不公开',
        answeredBy: '何科长',
        answeredOn: '2026-11-23',
        enteredBy: who('王芳'),
        at: '2026-11-23T02:00:00Z',
        scan: null,
      },
    }
    decisions('王芳', [secrecy], { submission: { ...submission, referrals: [referral] } })
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull()
    expect(screen.getByRole('button', { name: '退回' })).toBeTruthy()
  })

  it('asks a committee’s slip for its scan and its signatures before it is sent', () => {
    const sent = decisions('周敏', [{ ...secrecy, kind: 'COMMITTEE_REVIEW' }])
    fireEvent.click(screen.getByRole('button', { name: '录入签字件' }))
    expect(screen.getByText('请放入签字件。')).toBeTruthy()
    expect(screen.getByText('请写明谁签了字。')).toBeTruthy()
    expect(sent).not.toHaveBeenCalled()
  })
})

describe('remarks on the spot', () => {
  function page(): HTMLElement {
    render(
      <div data-testid="root">
        <h1 data-place="TITLE">{content.title}</h1>
        <div data-place="BODY">
          <BodyView body={body} imageBase="" />
        </div>
      </div>,
    )
    return screen.getByTestId('root')
  }

  function select(from: Node, start: number, to: Node, end: number): Selection {
    const range = document.createRange()
    range.setStart(from, start)
    range.setEnd(to, end)
    const selection = document.getSelection()
    if (!selection) throw new Error('a page has a selection')
    selection.removeAllRanges()
    selection.addRange(range)
    return selection
  }

  const textOf = (element: Element | null): Node => {
    const node = element?.firstChild
    if (!node) throw new Error('the element holds text')
    return node
  }

  it('selected words are a remark on their paragraph, also inside a list', () => {
    const root = page()
    const text = textOf(root.querySelector('.body-list .body-paragraph'))
    expect(targetOf(root, content, select(text, 2, text, 5))).toEqual({
      place: { part: 'BODY', path: [1, 0, 0] },
      quote: '饮用水',
    })
  })

  it('a selection that runs into the next paragraph quotes the first one only', () => {
    const root = page()
    const first = textOf(root.querySelector('.body-paragraph'))
    const second = textOf(root.querySelector('.body-list .body-paragraph'))
    expect(targetOf(root, content, select(first, 3, second, 2))).toEqual({
      place: { part: 'BODY', path: [0] },
      quote: '停电。',
    })
  })

  it('leads back to exactly the quoted words', () => {
    const root = page()
    const place: RemarkPlace = remark.place
    const element = elementOf(root, content, place)
    expect(element?.textContent).toBe('备好饮用水')
    expect(element && rangeOf(element, '饮用水').toString()).toBe('饮用水')
    expect(elementOf(root, content, { part: 'TITLE' })?.textContent).toBe('停电通知')
  })

  it('stand on the next draft until the author says that they are dealt with', async () => {
    const sent = vi.fn<(address: string) => Promise<Response>>()
    vi.stubGlobal(
      'fetch',
      sent.mockImplementation(async () => Response.json({ ...detail, remarks: [] })),
    )
    const jump = vi.fn()
    const draft = { ...detail, remarks: [remark], may: { ...mayNothing, edit: true } }
    show('周敏', <RemarksToSettle detail={draft} jump={jump} />)
    const panel = within(screen.getByRole('region', { name: /批注/u }))
    expect(panel.getByText('写明送水点。')).toBeTruthy()
    fireEvent.click(panel.getByRole('button', { name: '正文' }))
    expect(jump).toHaveBeenCalledWith(remark)
    fireEvent.click(panel.getByRole('button', { name: '已处理' }))
    await vi.waitFor(() => {
      expect(sent.mock.calls[0]?.[0]).toBe('/api/desk/notices/n/remarks/r/settled')
    }, PATIENCE)
  })
})
