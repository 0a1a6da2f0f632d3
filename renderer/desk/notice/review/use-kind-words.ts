import { useTranslation } from 'react-i18next'
import type { NeededDecision } from '../../../../domain/notice/decisions.ts'

/** What a decision is called; a review of words names the language. */
export function useKindWords(): (needed: NeededDecision) => string {
  const { t } = useTranslation(['terms', 'review'])
  return ({ kind, language }) =>
    language === ''
      ? t(`terms:decisionKind.${kind}`)
      : t('review:kindOfLanguage', {
          language: t(`terms:language.${language}` as 'terms:language.en'),
          kind: t(`terms:decisionKind.${kind}`),
        })
}
