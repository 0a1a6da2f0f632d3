import { type EmergencyFields, emergencyText } from '../../domain/notice/emergency-template.ts'
import { endEmergency, openEmergency } from '../notice/emergency/open-emergency.ts'
import { publishEmergency } from '../notice/emergency/publish-emergency.ts'
import { decideAfterTheFact } from '../notice/review/after-the-fact.ts'
import { lateSubmission } from '../notice/review/late-submission.ts'
import { must } from './must.ts'
import type { Story } from './story.ts'

const EVENT = '县气象台发布暴雨红色预警'
const ISSUER = '示例县气象台'
const ISSUED_AT = '2026-07-18T13:30:00.000Z'
const TELEPHONE = '0999-6100110'

const FIRST: EmergencyFields = {
  event: '预计未来3小时我镇降雨量将达100毫米以上',
  area: '云溪河沿线的河西村、河东村、石桥村，以及白沙水库下游',
  measures: '沿河和低洼处住户立即转移，停止一切户外作业，远离河道、陡坡和老旧房屋',
  shelter: '云溪镇中心小学、河西村文化礼堂、石桥村委会',
  telephone: TELEPHONE,
}
const FOLLOW_UP: EmergencyFields = {
  event: '昨夜转移群众126户358人，无人员伤亡；云溪河水位已回落，仍有阵雨',
  area: '河西村、石桥村部分低洼路段积水',
  measures: '已转移群众暂不返家，等候村干部通知；车辆绕行河堤路',
  shelter: '云溪镇中心小学、河西村文化礼堂',
  telephone: TELEPHONE,
}

/** The notices that went out that night and the next morning, by the order of their words. */
const sent: readonly {
  readonly fields: EmergencyFields
  readonly level: 'RED' | 'ORANGE'
  readonly word: string
}[] = [
  { fields: FIRST, level: 'RED', word: '红色预警' },
  { fields: FOLLOW_UP, level: 'ORANGE', word: '橙色预警' },
]

function sendOut(
  story: Story,
  emergencyId: string,
  at: number,
  issuedAt: string,
  takeoverUntil: string,
): string {
  const one = sent[at]
  if (!one) throw new Error('two words went out')
  const { fields, level, word } = one
  const time = at === 0 ? '2026年7月18日21时30分' : '2026年7月19日8时'
  const text = emergencyText({ ...fields, kindWord: '暴雨', levelWord: word, issuer: ISSUER, time })
  const mark = { level, issuer: ISSUER, issuedAt, takeoverUntil }
  const reason = '夜间值班，审查人员不在岗，先发布后补审。'
  const published = publishEmergency(story.deps, story.staff.handler, emergencyId, {
    ...text,
    mark,
    reason,
    clockConfirmed: false,
    screenIds: null,
  })
  return must(published, text.title).noticeId
}

/**
 * The rainstorm in the night of 18 July: the first word, the follow-up the next morning, the end, and the review on Monday.
 * @example liveThroughStorm(story)
 */
export function liveThroughStorm(story: Story): void {
  const { deps, staff } = story
  story.goTo('2026-07-18', '21:40')
  const opening = {
    ...({ kind: 'RAINSTORM', event: EVENT, unitId: story.unit(undefined) } as const),
    ...{ itemId: story.item('防汛抗旱'), startedAt: ISSUED_AT },
  }
  const id = must(openEmergency(deps, staff.handler, opening), EVENT)
  story.pass(11)
  const first = sendOut(story, id, 0, ISSUED_AT, '2026-07-19T00:00:00.000Z')
  story.goTo('2026-07-19', '08:10')
  const second = sendOut(story, id, 1, '2026-07-19T00:00:00.000Z', '2026-07-19T10:00:00.000Z')
  story.goTo('2026-07-19', '16:30')
  must(endEmergency(deps, staff.handler, id, '县气象台解除暴雨预警，群众有序返家'), EVENT)
  story.goTo('2026-07-20', '09:20')
  for (const noticeId of [first, second]) {
    const submissionHash = lateSubmission(deps.store.read, noticeId)?.submission.hash ?? ''
    for (const [kind, by] of [
      ['REVIEW', staff.reviewer],
      ['SECRECY_REVIEW', staff.secrecyReviewer],
    ] as const) {
      story.pass(6)
      const approval = { kind, decision: 'APPROVED', reason: '', submissionHash } as const
      must(decideAfterTheFact(deps, by, noticeId, approval), EVENT)
    }
  }
}
