import { QueryClient, QueryClientProvider, type UseQueryResult } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { completeDraft } from '../../../../domain/notice/empty-draft.ts'
import type { Body } from '../../../../domain/notice/body.ts'
import type { GateHit } from '../../../../domain/privacy/gate-hit.ts'
import notice from '../../../../locales/zh-Hans/notice.json' with { type: 'json' }
import terms from '../../../../locales/zh-Hans/terms.json' with { type: 'json' }
import { GatePanel } from '../../../../renderer/desk/notice/gate/gate-panel.tsx'
import { DecisionsPanel } from '../../../../renderer/desk/notice/review/decisions-panel.tsx'
import { PlacementReading } from '../../../../renderer/desk/notice/placement/placement-reading.tsx'
import { OpenDeskContext, type OpenDesk } from '../../../../renderer/desk/shell/session-context.ts'
import { startI18n } from '../../../../renderer/shared/i18n.ts'
import type { GateReport, NoticeDetail, SubmissionView } from '../../../../server/notice/views.ts'
import { PATIENCE } from '../../patience.ts'

const person = (name: string, roles: OpenDesk['people'][number]['roles']) => ({
  id: name,
  name,
  roles,
  disabled: false,
})
const people = [
  person('周敏', ['HANDLER']),
  person('韩立', ['REVIEWER']),
  person('王芳', ['SECRECY_REVIEWER']),
]

const body: Body = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: '证号99000019800229001X。' }] }],
}
const content = {
  format: 'board-edition/1',
  office: { name: '云溪镇人民政府', uscc: '' },
  catalogue: null,
  attachments: [],
  title: '公示',
  body,
  noticeKind: 'PUBLIC_DISPLAY',
  documentNumber: '',
  documentDate: null,
  issueDate: null,
  disclosureMode: 'PROACTIVE',
  audience: 'PUBLIC',
  addressee: '',
  signature: '',
} as const
const placement: NoticeDetail['placement'] = {
  unitId: 'township',
  dutyId: null,
  policy: null,
  interpretation: null,
  unit: { id: 'township', name: '云溪镇人民政府', kind: 'TOWNSHIP' },
  duty: null,
  closed: [],
  partner: null,
  interpretedBy: [],
  item: null,
}
const submission: SubmissionView = {
  id: 's',
  hash: '3fa91c20bd77'.padEnd(64, '0'),
  content,
  attachments: [],
  placement,
  submittedBy: { id: '周敏', name: '周敏' },
  submittedAt: '2026-11-23T02:32:05Z',
  needed: [],
  referrals: [],
  emergencyReason: '',
  decisions: [],
  waitingFor: [
    { kind: 'REVIEW', language: '' },
    { kind: 'SECRECY_REVIEW', language: '' },
  ],
  closed: false,
}
const offer = (kind: 'REVIEW' | 'SECRECY_REVIEW') => ({
  kind,
  language: '',
  exception: false,
  afterTheFact: false,
})
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
const detail: NoticeDetail = {
  paperOnly: false,
  id: 'n',
  state: 'IN_REVIEW',
  indexNumber: null,
  draft: {
    revision: 1,
    content: completeDraft({ ...content, catalogueItemId: null, disclosureModeReason: '' }),
    updatedAt: '2026-11-23T02:32:05Z',
    updatedBy: { id: '周敏', name: '周敏' },
  },
  placement,
  attachments: [],
  authors: [{ id: '周敏', name: '周敏' }],
  remarks: [],
  submission,
  editions: [],
  history: [],
  may: mayNothing,
}
const hit: GateHit = {
  id: 'h',
  kind: 'RESIDENT_ID',
  severity: 'BLOCK',
  place: { part: 'BODY', path: [0], tableRow: null },
  start: 2,
  end: 20,
  masked: '990000********001X',
  fingerprint: 'f',
  maskable: true,
  droppedFromPublicCopy: false,
  override: null,
}

function desk(name: string): OpenDesk {
  const account = people.find((one) => one.name === name)
  if (!account) throw new Error(`nobody is called ${name}`)
  return {
    version: '0',
    setUp: true,
    office: {
      name: '云溪镇人民政府',
      uscc: '',
      regionCode: '990000',
      telephone: '',
      address: '',
      openingHours: '',
      indexTemplate: '',
    },
    people,
    session: { account, locked: false, idleLockMinutes: 10, mustSetPassword: false },
    clock: { now: '2026-11-23T03:00:00Z', trusted: true, newestRecord: null },
    publicAddress: '',
    dataFolder: '',
  }
}

function show(name: string, what: ReactNode) {
  const words = startI18n({ 'zh-Hans': { notice, terms } }, 'zh-Hans', ['notice', 'terms'])
  render(
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={new QueryClient()}>
        <ConfigProvider button={{ autoInsertSpace: false }}>
          <OpenDeskContext value={desk(name)}>{what}</OpenDeskContext>
        </ConfigProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  )
}

const answer = (report: Partial<GateReport>) =>
  ({
    data: { fits: true, revision: 1, hits: [], unread: [], ...report },
    error: null,
  }) as unknown as UseQueryResult<GateReport>

function gate(name: string, report: Partial<GateReport>, may: Partial<NoticeDetail['may']> = {}) {
  const mask = { run: vi.fn(), busy: false, error: null }
  show(
    name,
    <GatePanel
      detail={{ ...detail, state: 'DRAFT', may: { ...mayNothing, ...may } }}
      gate={answer(report)}
      body={body}
      behind={false}
      mask={mask}
    />,
  )
  return mask
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the panel of the privacy check', () => {
  it('says where a value stands and shows it only masked', () => {
    gate('周敏', { fits: false, hits: [hit] })
    expect(screen.getByText('身份证号 1 处')).toBeTruthy()
    expect(screen.getByText('正文第1段')).toBeTruthy()
    expect(document.body.textContent).toContain('990000********001X')
    expect(document.body.textContent).not.toContain('99000019800229001X')
  })

  it('masks one value with one press', () => {
    const mask = gate('周敏', { fits: false, hits: [hit] })
    fireEvent.click(screen.getByRole('button', { name: /遮盖/u }))
    expect(mask.run).toHaveBeenCalledWith([hit])
  })

  it('never calls a file clean that it could not read', () => {
    gate('周敏', { unread: [{ attachmentId: 'a', name: '批复.pdf' }] })
    expect(screen.getByText('未能检查 1 个文件')).toBeTruthy()
    expect(document.body.textContent).not.toContain('没有发现')
  })

  it('offers no allowing to a handler, but says who may', () => {
    gate('周敏', { fits: false, hits: [hit] })
    expect(screen.queryByRole('button', { name: '写明理由后放行' })).toBeNull()
    expect(document.body.textContent).toContain('保密审查人员（王芳）')
  })

  it('offers no key for a value that only a person can take out of the file', () => {
    gate('周敏', { fits: false, hits: [{ ...hit, maskable: false }] })
    expect(screen.queryByRole('button', { name: /遮盖/u })).toBeNull()
    expect(document.body.textContent).toContain('不能自动遮盖')
  })
})

describe('the panel of the decisions', () => {
  it('tells an author why the own notice cannot be decided', () => {
    show('周敏', <DecisionsPanel detail={detail} submission={submission} />)
    expect(document.body.textContent).toContain('您参与了这条信息的起草')
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull()
  })

  it('sends no return without a reason', () => {
    const sent = vi.fn()
    vi.stubGlobal('fetch', sent)
    show(
      '韩立',
      <DecisionsPanel
        detail={{ ...detail, may: { ...mayNothing, decide: [offer('REVIEW')] } }}
        submission={submission}
      />,
    )
    fireEvent.click(screen.getByRole('button', { name: '退回' }))
    expect(screen.getByText('退回须写明理由。')).toBeTruthy()
    expect(sent).not.toHaveBeenCalled()
  })

  it('sends no approval of the secrecy review before the files nobody has read are vouched for', async () => {
    const sent = vi.fn<(address: string, request: { readonly body: string }) => Promise<Response>>()
    vi.stubGlobal('fetch', sent.mockResolvedValue(Response.json(detail)))
    const file = { id: 'a', name: '入户照片.jpg', mediaType: 'image/jpeg', size: 1, sha256: '' }
    const stored = { ...file, role: 'ATTACHMENT', stripped: [], maskedCount: 0, publicSize: 1 } as const
    const withFile = {
      ...submission,
      content: { ...content, attachments: [{ ...file, role: 'ATTACHMENT' as const }] },
      attachments: [{ ...stored, textRead: false }],
    }
    const asked = {
      ...detail,
      // Off the next draft, where another one is: what was handed in counts.
      attachments: [{ ...stored, id: 'b', name: '未入公示.jpg', textRead: false }],
      may: { ...mayNothing, decide: [offer('SECRECY_REVIEW')] },
    }
    show('王芳', <DecisionsPanel detail={asked} submission={withFile} />)
    expect(screen.getByText('入户照片.jpg')).toBeTruthy()
    expect(screen.queryByText('未入公示.jpg')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '同意' }))
    expect(screen.getByText('同意前须先打开查看这些文件，再勾选上面一项。')).toBeTruthy()
    expect(sent).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('checkbox', { name: '已逐个打开查看，没有不宜公开的内容' }))
    fireEvent.click(screen.getByRole('button', { name: '同意' }))
    await vi.waitFor(() => {
      expect(sent).toHaveBeenCalledOnce()
    }, PATIENCE)
    const [, request] = sent.mock.calls[0] ?? []
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ unreadAcknowledged: true })
  })

  it('shows the first digits of the hash that names exactly what was handed in', () => {
    show('韩立', <DecisionsPanel detail={detail} submission={submission} />)
    expect(screen.getByTitle(submission.hash).textContent).toContain('3fa9 1c20 bd77')
  })
})

describe('what a reviewer reads of where a notice belongs', () => {
  const HINT = '看起来是政策文件，未标注解读安排。'

  it('says that a document that looks like a policy has no plan of interpretation', () => {
    const policy = { ...content, noticeKind: 'NOTIFICATION', title: '云溪镇水源保护办法' } as const
    show('韩立', <PlacementReading content={policy} placement={placement} />)
    expect(screen.getByText(HINT)).toBeTruthy()
  })

  it('says nothing of it for other documents', () => {
    show('韩立', <PlacementReading content={content} placement={placement} />)
    expect(screen.queryByText(HINT)).toBeNull()
  })
})
