import { useTranslation } from 'react-i18next'
import type { ChainRule, ReviewChain } from '../../../domain/notice/review-chain.ts'

/** What a chain holds for, in words: 村务的财务, 全部信息. */
export function useScopeWords() {
  const { t } = useTranslation(['review', 'terms'])
  return ({ regime, noticeKind }: Pick<ChainRule, 'regime' | 'noticeKind'>): string => {
    if (regime !== null && noticeKind !== null) {
      return t('review:settings.scopeBoth', {
        regime: t(`terms:regime.${regime}`),
        kind: t(`terms:noticeKind.${noticeKind}`),
      })
    }
    if (regime !== null) return t('review:settings.scopeRegime', { regime: t(`terms:regime.${regime}`) })
    if (noticeKind !== null) {
      return t('review:settings.scopeKind', { kind: t(`terms:noticeKind.${noticeKind}`) })
    }
    return t('review:settings.scopeAll')
  }
}

/** A chain as one sentence: 先由审核，再由保密审查、合法性审查（同时），最后由领导审定，都同意后可以发布。 */
export function useChainSentence() {
  const { t } = useTranslation(['review', 'terms', 'notice'])
  return (chain: ReviewChain): string => {
    const steps = chain.map((stage, index) => {
      const kinds = stage.map((kind) => t(`terms:decisionKind.${kind}`)).join(t('notice:listComma'))
      const what = stage.length > 1 ? t('review:settings.together', { kinds }) : kinds
      if (chain.length === 1) return what
      if (index === 0) return t('review:settings.first', { what })
      return index === chain.length - 1
        ? t('review:settings.last', { what })
        : t('review:settings.then', { what })
    })
    return t('review:settings.sentence', { steps: steps.join(t('review:settings.stepComma')) })
  }
}
