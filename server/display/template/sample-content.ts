import type { DisplayPlan } from '../../../domain/display/display-plan.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import type { EmergencyMark } from '../../../domain/notice/emergency-mark.ts'
import { publicContent } from '../../../domain/notice/public-content.ts'
import type { NoticeForm } from '../../../domain/sheet/template.ts'
import { sampleBody } from '../../sample/sample-notice.ts'
import { PUBLISHED_NOTICES } from '../../sample/sample-notices.ts'
import type { PublicOffice } from '../views.ts'

// Notices of the sample office that show what a form is for.
const SAMPLES: Readonly<Record<NoticeForm, string>> = {
  RED_HEAD: '云溪镇人民政府关于开展农村人居环境整治提升行动的实施意见',
  PLAIN: '云溪镇人民政府关于汛期河道水域安全管理的通告',
  PUBLIC_DISPLAY: '河西村2026年第二批宅基地申请公示',
  NAME_LIST: '河西村2026年度惠民补贴发放情况',
  FINANCE_TABLE: '云溪镇2026年第三季度预算执行情况',
  POSTER: '云溪镇2026年公益性岗位招聘公告',
  PLAIN_CARD: '云溪镇高龄津贴申领指南',
  SERVICE_GUIDE: '云溪镇公共租赁住房（含廉租住房）申请指南',
  FIVE_ONES: '云溪镇公共租赁住房（含廉租住房）申请指南',
  EMERGENCY_POSTER: '云溪镇关于启动防汛四级应急响应的紧急通知',
}

const WARNING: EmergencyMark = {
  level: 'BLUE',
  issuer: '示例县气象台',
  issuedAt: '2026-07-18T08:30:00.000Z',
  takeoverUntil: '2026-07-19T08:30:00.000Z',
}

const WEEK: DisplayPlan = {
  startsOn: null,
  length: { count: 7, unit: 'CALENDAR_DAY' },
  places: [{ boardId: null, name: '村公开栏' }],
  objection: { telephone: '0999-6100101', address: '示例县云溪镇云溪路1号', person: '', email: '' },
  basis: '',
}

/**
 * An invented notice in a form, under the office's own name, for looking at a template before anything is published. Nothing
 * of it is stored, and nobody outside the desk sees it.
 * @example sampleContent('POSTER', publicOffice(read)).title
 */
export function sampleContent(form: NoticeForm, office: PublicOffice): PublicContent {
  const sample = PUBLISHED_NOTICES.find(({ title }) => title === SAMPLES[form])
  if (sample === undefined) throw new Error(`no sample for ${form}`)
  return publicContent({
    draft: {
      ...emptyDraft(),
      title: sample.title,
      body: sampleBody(sample.text),
      noticeKind: sample.kind,
      documentNumber: sample.number ?? '',
      documentDate: sample.date,
      addressee: sample.addressee ?? '',
      signature: sample.signature ?? '',
      display: sample.kind === 'PUBLIC_DISPLAY' ? WEEK : null,
      emergency: form === 'EMERGENCY_POSTER' ? WARNING : null,
    },
    office,
    item: null,
    attachments: [],
  })
}
