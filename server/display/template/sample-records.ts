import { sha256 } from '../../../platform/sha256.ts'
import type { TakeDownPaper } from '../../posting/views.ts'
import type { ReviewSlipView } from '../../notice/review/views.ts'
import type { CertificatePaper } from '../public-display/views.ts'
import type { PublicOffice } from '../views.ts'
import { sampleContent } from './sample-content.ts'

const TODAY = '2026-11-20'
const DECIDED_AT = '2026-11-12T02:30:00.000Z'
const HANDLER = { id: '', name: '周敏' }

/**
 * An invented review slip for looking at its template.
 * @example sampleSlipView(publicOffice(read)).decisions.length // 2
 */
export function sampleSlipView(office: PublicOffice): ReviewSlipView {
  const content = sampleContent('PLAIN', office)
  const decision = (kind: 'REVIEW' | 'SECRECY_REVIEW', name: string, reason: string) =>
    ({
      kind,
      language: '',
      role: kind === 'REVIEW' ? 'REVIEWER' : 'SECRECY_REVIEWER',
      decision: 'APPROVED',
      by: { id: '', name },
      at: DECIDED_AT,
      reason,
      exceptionReason: '',
      slip: null,
      afterTheFact: false,
    }) as const
  const decisions = [
    decision('REVIEW', '韩立', '内容准确，同意公开。'),
    decision('SECRECY_REVIEW', '王芳', '不涉及国家秘密、工作秘密。'),
  ]
  return {
    noticeId: '',
    office: office.name,
    unit: null,
    title: content.title,
    noticeKind: content.noticeKind,
    documentNumber: content.documentNumber,
    indexNumber: null,
    abstract: '汛期河道水域安全管理的范围、禁止行为和值班电话。',
    abstractGiven: true,
    channels: ['政府公开栏', '便民服务中心'],
    audience: 'PUBLIC',
    deadline: '信息形成之日起20个工作日内',
    publishedOn: null,
    disclosureMode: 'PROACTIVE',
    disclosureModeReason: '',
    basis: '《中华人民共和国政府信息公开条例》第十九条',
    undisclosed: null,
    handler: HANDLER,
    submittedBy: HANDLER,
    submittedAt: '2026-11-11T07:00:00.000Z',
    submissionHash: sha256(content.title),
    emergencyReason: '',
    needed: [decisions.map(({ kind, language }) => ({ kind, language }))],
    decisions,
    earlier: [],
    remarks: [],
    referrals: [],
  }
}

/**
 * An invented certificate of a display for looking at its template.
 * @example sampleCertificate(publicOffice(read)).objections.length // 1
 */
export function sampleCertificate(office: PublicOffice): CertificatePaper {
  const { title, unit } = sampleContent('PUBLIC_DISPLAY', office)
  const term = { amount: 7, unit: 'day', start: '2026-11-10' } as const
  return {
    interim: false,
    office: office.name,
    unit: unit?.name ?? null,
    today: TODAY,
    title,
    documentNumber: '',
    indexNumber: `${office.uscc}/2026-00128`,
    hash: sha256(title),
    state: 'ENDED',
    basis: '',
    places: ['河西村村务公开栏'],
    startsOn: '2026-11-10',
    endsOn: '2026-11-17',
    lastDay: '2026-11-17',
    reckoned: {
      term,
      target: '2026-11-17',
      due: '2026-11-17',
      dueAt: null,
      provisional: false,
      missingYears: [],
      steps: [
        { kind: 'START', from: '2026-11-10', to: '2026-11-10', days: 1, name: '' },
        { kind: 'COUNTED', from: '2026-11-11', to: '2026-11-17', days: 7, name: '' },
      ],
    },
    runs: [],
    objections: [],
    result: null,
    removal: null,
    postings: [
      {
        place: '河西村村务公开栏',
        where: '村委会院内',
        postedOn: '2026-11-10',
        postedBy: HANDLER.name,
        removedOn: '2026-11-18',
        removedBy: HANDLER.name,
        witness: '',
        minimumLastDay: '2026-11-17',
        early: null,
        events: [],
        photos: [],
      },
    ],
    hungOnNoBoard: false,
    screens: [
      {
        name: '大厅电视',
        place: '便民服务大厅',
        firstAt: '2026-11-10T00:00:00.000Z',
        lastAt: '2026-11-17T10:00:00.000Z',
        shownMinutes: 1205,
        partMinutes: 0,
        titleMinutes: 15,
        unprovedMinutes: 0,
        days: 6,
        openMinutes: 3600,
        recordedMinutes: 3560,
        gaps: [{ from: '2026-11-12T00:12:00.000Z', until: '2026-11-12T00:52:00.000Z' }],
        moreGaps: 0,
        isClamped: false,
      },
    ],
    auditHead: { sequence: 1286, hash: sha256(TODAY) },
  }
}

/**
 * An invented take-down list for looking at its template.
 * @example sampleTakeDown(publicOffice(read)).boards.length // 1
 */
export function sampleTakeDown(office: PublicOffice): TakeDownPaper {
  const line = (title: string, number: string, reason: 'PERIOD_OVER' | 'EXPIRED', spot: string) => ({
    title,
    indexNumber: `${office.uscc}/2026-${number}`,
    editionNumber: 1,
    postedOn: '2026-11-10',
    since: '2026-11-18',
    reason,
    spot,
  })
  return {
    office: office.name,
    today: TODAY,
    boards: [
      {
        name: '河西村村务公开栏',
        place: '村委会院内',
        unitName: '河西村',
        lines: [
          line(sampleContent('PUBLIC_DISPLAY', office).title, '00128', 'PERIOD_OVER', '2'),
          line(sampleContent('PLAIN', office).title, '00097', 'EXPIRED', '3'),
        ],
      },
    ],
  }
}
