import type { MatterFacts } from '../matter/keep-matter.ts'
import type { ConsultationPlan } from '../../domain/voice/consultation.ts'
import type { OpinionAnswer, OpinionEntry } from '../../domain/voice/opinion.ts'

/** An opinion of a sample, with the answer to it or the number of the one it says the same as. */
export type SampleOpinion = Omit<OpinionEntry, 'contact'> & {
  readonly answer?: OpinionAnswer
  readonly sameAs?: number
}

/** A matter of the sample office up to its consultation. */
export type SampleMatter = {
  readonly facts: Omit<MatterFacts, 'unitId'>
  readonly item: string
  readonly basis: { readonly on: string; readonly text: string }
  readonly plan: ConsultationPlan
  readonly text: string
  readonly opinions: readonly SampleOpinion[]
}

const PERIOD = { opensOn: null, amount: 30, unit: 'day', shorterReason: '' } as const
const CHANNELS = [
  { channel: 'PHONE', detail: '0999-6100107' },
  { channel: 'PAPER', detail: '云溪镇便民服务中心1号窗口' },
] as const

/** Decided in July, with the feedback on every opinion. */
export const FINISHED_MATTER: SampleMatter & {
  readonly number: string
  readonly decided: string
  readonly replaced: readonly (readonly [from: string, to: string])[]
} = {
  facts: {
    kind: 'MAJOR_DECISION',
    title: '云溪镇集镇农贸市场搬迁改造方案',
    target: '2026年底前建成新市场，经营户全部入场',
    measures: '6月征求意见，8月开工，12月竣工搬迁',
    owner: '经济发展和财政办公室',
  },
  item: '人居环境整治',
  basis: { on: '2026-05-25', text: '镇人民代表大会2026年票决民生实事第3项；5月完成选址比选和经营户走访。' },
  plan: {
    ...PERIOD,
    channels: [...CHANNELS, { channel: 'MEETING', detail: '6月12日9时，云溪社区服务站，居民座谈会' }],
  },
  text: `
为改善集镇环境和购物条件，拟将现农贸市场搬迁到云溪路东段。
# 一、搬迁地点
云溪路东段原粮库地块，占地6800平方米，设固定摊位120个、自产自销摊位20个。
# 二、搬迁时间
新市场2026年8月开工，12月25日前完成搬迁，原市场同日停止使用。
# 三、摊位费
固定摊位每月180元，自产自销摊位不收费。现有经营户优先选择摊位。
# 四、交通组织
新市场南侧设停车位60个。
`,
  opinions: [
    {
      channel: 'MEETING',
      receivedOn: '2026-06-12',
      name: '居民座谈会',
      text: '种菜的老人多，自产自销的摊位二十个不够用，建议多留一些。',
      answer: {
        result: 'ADOPTED',
        reason: '自产自销摊位由20个增加到36个，写入第一条。',
        summary: '增加自产自销摊位',
      },
    },
    {
      channel: 'PAPER',
      receivedOn: '2026-06-16',
      name: '',
      text: '自己种的菜没有地方卖，免费摊位太少。',
      sameAs: 1,
    },
    {
      channel: 'PHONE',
      receivedOn: '2026-06-18',
      name: '',
      text: '建议村里到市场开通早班公交，老人走过去太远。',
      answer: {
        result: 'PARTIAL',
        reason: '县客运公司同意赶集日加开早班车，平日按现有班次运行。',
        summary: '开通到新市场的早班公交',
      },
    },
    {
      channel: 'PHONE',
      receivedOn: '2026-06-23',
      name: '',
      text: '老市场也保留，两个市场一起用。',
      answer: {
        result: 'NOT_ADOPTED',
        reason: '原市场地块已列入消防通道改造，不能继续经营。',
        summary: '保留原市场',
      },
    },
  ],
  number: '云政发〔2026〕8号',
  decided: `
根据镇人民代表大会票决结果，经公开征求意见、合法性审查和镇长办公会议集体讨论，决定实施集镇农贸市场搬迁改造。
`,
  replaced: [
    ['拟将现农贸市场', '现农贸市场'],
    ['自产自销摊位20个', '自产自销摊位36个'],
    ['南侧设停车位60个。', '南侧设停车位60个，赶集日加开早班公交。'],
  ],
}

/** Open to opinions until 2 December. */
export const OPEN_MATTER: SampleMatter = {
  facts: {
    kind: 'MAJOR_DECISION',
    title: '河西村饮用水水源保护办法',
    target: '水源地水质稳定达标',
    measures: '划定保护范围，设立标志，迁出畜禽养殖',
    owner: '农业农村办公室',
  },
  item: '人居环境整治',
  basis: { on: '2026-10-22', text: '2026年第三季度水质监测情况；10月实地踏勘，走访沿线农户46户。' },
  plan: {
    ...PERIOD,
    channels: [...CHANNELS, { channel: 'BOX', detail: '河西村委会门口意见箱' }],
  },
  text: `
为保护河西村饮用水水源，保障饮水安全，制定本办法。
# 一、保护范围
以河西泉眼为中心，周围50米为一级保护范围，50米至300米为二级保护范围。
# 二、禁止行为
一级保护范围内禁止养殖畜禽、倾倒垃圾、清洗农药器具；二级保护范围内禁止新建畜禽养殖场。
# 三、现有养殖户
一级保护范围内现有养殖户应当在2027年3月31日前迁出，镇人民政府按照有关规定给予补助。
# 四、巡查
村民委员会每周巡查一次，水质监测结果每季度在村公开栏公布。
`,
  opinions: [
    {
      channel: 'PHONE',
      receivedOn: '2026-11-05',
      name: '',
      text: '冬天不好搬圈舍，三月底迁出太紧，建议延到六月。',
      answer: {
        result: 'PARTIAL',
        reason: '拟将迁出期限延长到2027年4月30日，入汛前必须完成。',
        summary: '延长养殖户迁出期限',
      },
    },
    {
      channel: 'BOX',
      receivedOn: '2026-11-09',
      name: '',
      text: '三月正是接羔的时候，请把迁出时间往后放。',
      sameAs: 1,
    },
    {
      channel: 'PAPER',
      receivedOn: '2026-11-12',
      name: '',
      text: '泉眼上游的老化粪池也应该一起改造，只管养殖不够。',
      answer: {
        result: 'ADOPTED',
        reason: '增加一条，保护范围内化粪池2027年6月底前完成防渗改造。',
        summary: '改造保护范围内的化粪池',
      },
    },
    {
      channel: 'PHONE',
      receivedOn: '2026-11-18',
      name: '',
      text: '补助的标准和发放时间没有写，希望写清楚。',
    },
  ],
}
