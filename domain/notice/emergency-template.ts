import type { Body, Paragraph } from './body.ts'

/** What happens, as the duty officer picks it. */
export const EMERGENCY_KINDS = [
  'RAINSTORM', // 暴雨
  'FLOOD', // 洪水、山洪
  'GEOLOGICAL', // 地质灾害
  'TYPHOON', // 台风
  'SNOW_AND_ICE', // 暴雪、低温冰冻
  'HEAT', // 高温
  'FOREST_FIRE', // 森林草原火险
  'FIRE', // 火灾
  'EARTHQUAKE', // 地震
  'EPIDEMIC', // 疫情
  'SUPPLY', // 停水停电停气、道路中断
  'OTHER', // 其他
] as const
/** One kind of emergency. */
export type EmergencyKind = (typeof EMERGENCY_KINDS)[number]

/** What people have to know, one line each; an empty line is left out of the text. */
export type EmergencyFields = {
  /** 发生了什么, in a few words: 县城以西持续强降雨. */
  readonly event: string
  /** 影响范围. */
  readonly area: string
  /** 应对措施. */
  readonly measures: string
  /** 转移安置地点. */
  readonly shelter: string
  /** 值班电话. */
  readonly telephone: string
}

/** Everything the text is made from. */
export type EmergencyMessage = EmergencyFields & {
  /** The kind in words: 暴雨. */
  readonly kindWord: string
  /** 红色预警, or empty without a level. */
  readonly levelWord: string
  /** Who issued the warning; empty when the office speaks for itself. */
  readonly issuer: string
  /** When it was issued or happened, in words: 2026年7月18日21时30分. */
  readonly time: string
}

const LINES = [
  ['time', '时间'],
  ['event', '情况'],
  ['area', '影响范围'],
  ['measures', '应对措施'],
  ['shelter', '转移安置地点'],
  ['telephone', '值班电话'],
] as const satisfies readonly (readonly [keyof EmergencyMessage, string])[]

/**
 * Title and text of an emergency notice. A relayed warning names its issuer in both: warnings are issued by county or
 * higher authorities, a township relays them and adds its own measures (突发事件应对法 art. 64; domain book §13 no. 10).
 * @example emergencyText(message).title // '关于转发示例县气象台暴雨红色预警的紧急通告'
 */
export function emergencyText(message: EmergencyMessage): { readonly title: string; readonly body: Body } {
  const { issuer, kindWord, levelWord } = message
  const title =
    issuer === ''
      ? `关于${kindWord}应急处置的紧急通告`
      : `关于转发${issuer}${kindWord}${levelWord === '' ? '信息' : levelWord}的紧急通告`
  const head =
    issuer === ''
      ? []
      : [
          paragraph(
            `现转发${issuer}发布的${kindWord}${levelWord === '' ? '信息' : levelWord}，请各村、各单位和群众注意防范。`,
          ),
        ]
  const lines = LINES.filter(([name]) => message[name].trim() !== '').map(([name, word]) =>
    paragraph(`${word}：${message[name].trim()}`),
  )
  return { title, body: { type: 'doc', content: [...head, ...lines] } }
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}
