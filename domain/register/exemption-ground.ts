/** Why a matter is not disclosed (政府信息公开条例 art. 14–16, 36; domain book §2.3). */
export const EXEMPTION_GROUNDS = [
  'STATE_SECRET', // 国家秘密
  'LAW_FORBIDS', // 法律、行政法规禁止公开
  'THREE_SECURITY_ONE_STABILITY', // 三安全一稳定
  'THIRD_PARTY_RIGHTS', // 商业秘密、个人隐私等第三方合法权益
  'INTERNAL_AFFAIRS', // 三类内部事务信息
  'PROCESS_INFO', // 四类过程性信息
  'ENFORCEMENT_FILE', // 行政执法案卷信息
  'ADMIN_QUERY', // 行政查询事项
] as const
/** One ground. */
export type ExemptionGround = (typeof EXEMPTION_GROUNDS)[number]

/** Where a ground stands in the 政府信息公开条例: the article, and its paragraph or item where it has several. */
export type GroundArticle = {
  readonly article: number
  readonly paragraph: number | null
  readonly item: number | null
}

const ARTICLES: Readonly<Record<ExemptionGround, GroundArticle>> = {
  STATE_SECRET: { article: 14, paragraph: null, item: null },
  LAW_FORBIDS: { article: 14, paragraph: null, item: null },
  THREE_SECURITY_ONE_STABILITY: { article: 14, paragraph: null, item: null },
  THIRD_PARTY_RIGHTS: { article: 15, paragraph: null, item: null },
  INTERNAL_AFFAIRS: { article: 16, paragraph: 1, item: null },
  PROCESS_INFO: { article: 16, paragraph: 2, item: null },
  ENFORCEMENT_FILE: { article: 16, paragraph: 2, item: null },
  ADMIN_QUERY: { article: 36, paragraph: null, item: 7 },
}

/**
 * The article of the 政府信息公开条例 (2019) that a ground rests on.
 * @example articleOf('PROCESS_INFO') // { article: 16, paragraph: 2, item: null }
 */
export function articleOf(ground: ExemptionGround): GroundArticle {
  return ARTICLES[ground]
}
