import { useTranslation } from 'react-i18next'
import type { NoticeState } from '../../../domain/notice/notice-state.ts'

const COLOURS: Readonly<Record<NoticeState, string>> = {
  DRAFT: 'nt-pill nt-pill-plain',
  IN_REVIEW: 'nt-pill',
  REFERRED: 'nt-pill',
  RETURNED: 'nt-pill nt-pill-r',
  APPROVED: 'nt-pill nt-pill-g',
  SCHEDULED: 'nt-pill nt-pill-g',
  PUBLISHED: 'nt-pill nt-pill-act',
  WITHDRAWN: 'nt-pill nt-pill-plain',
  ARCHIVED: 'nt-pill nt-pill-plain',
}

/** The state of a notice as a word; `more` says who or why. */
export function StatePill({ state, more }: { readonly state: NoticeState; readonly more?: string }) {
  const { t } = useTranslation(['notice', 'terms'])
  const word = t(`terms:noticeState.${state}`)
  return <span className={COLOURS[state]}>{more ? t('notice:pillMore', { word, more }) : word}</span>
}
