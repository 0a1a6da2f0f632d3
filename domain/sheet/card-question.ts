import type { TextSection } from './text-section.ts'

/** What people ask of a policy, in the order in which a 明白卡 answers. */
export const CARD_QUESTIONS = ['WHO', 'HOW_MUCH', 'BRING', 'HOW', 'WHEN', 'WHERE', 'NOT'] as const
/** One: 谁能办, 补多少, 带什么, 怎么办, 什么时候, 找谁, 哪些不算. */
export type CardQuestion = (typeof CARD_QUESTIONS)[number]

// By the words offices put into such headings. Tried in this order: 申请材料 is no 申请, 不予补贴的情形 is no 补贴,
// 办理条件 says who may come and not how, 监督检查 what officials do and not whom to call.
const ASKED: readonly (readonly [CardQuestion, RegExp])[] = [
  ['NOT', /不予|不补|不得享受|不享受|排除|除外|哪些情况不/u],
  ['BRING', /材料|证件|携带|带什么/u],
  ['WHO', /对象|条件|谁能|谁可以|哪些人|资格|适用范围|受理范围|参保范围/u],
  ['HOW_MUCH', /标准|金额|多少|待遇|额度|收费|费用|租金|价格/u],
  ['WHERE', /咨询|联系|找谁|问谁|办理地点|受理地点|受理单位|办理窗口|(?:监督|投诉|举报)(?:电话|渠道|方式)/u],
  ['WHEN', /时间|时限|期限|什么时候|何时|截止/u],
  ['HOW', /程序|流程|步骤|怎样|怎么|如何|办理方式|申请|申报|审核|发放/u],
]

/** An answer on the card: the question and the section of the text that answers it. */
export type CardAnswer = { readonly question: CardQuestion; readonly section: TextSection }

/**
 * The question a heading answers; null when its words say none.
 * @example cardQuestion('二、补贴标准') // 'HOW_MUCH'
 */
export function cardQuestion(heading: string): CardQuestion | null {
  return ASKED.find(([, words]) => words.test(heading))?.[0] ?? null
}

/**
 * What a 明白卡 says: the sections whose headings answer what people ask, in that order, each in the text's own
 * words. Empty when no heading does: then the card carries the text as it stands.
 * @example cardAnswers(sectionsOf(body)).map(({ question }) => question) // ['WHO', 'HOW_MUCH', 'HOW']
 */
export function cardAnswers(sections: readonly TextSection[]): readonly CardAnswer[] {
  const answers = sections.flatMap((section): CardAnswer[] => {
    const question = section.heading === '' ? null : cardQuestion(section.heading)
    return question === null ? [] : [{ question, section }]
  })
  return CARD_QUESTIONS.flatMap((question) => answers.filter((answer) => answer.question === question))
}
