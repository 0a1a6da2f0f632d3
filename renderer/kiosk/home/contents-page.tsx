import { useTranslation } from 'react-i18next'
import type { ContentGroup } from '../../../domain/display/content-group.ts'
import { NoticeList } from './notice-list.tsx'

/** One of the six content groups. */
export function ContentsPage(props: { contentGroup: ContentGroup }) {
  const { t } = useTranslation('terms')
  const { contentGroup } = props
  return <NoticeList asked={{ contentGroup }} title={t(`contentGroup.${contentGroup}`)} />
}
