import { useTranslation } from 'react-i18next'
import { useHome } from '../frame/board-queries.ts'
import { NoticeList } from './notice-list.tsx'

/** A list of one group, or of everything. */
export function GroupPage(props: { group: string | null }) {
  const { t } = useTranslation('kiosk')
  const home = useHome()
  const { group } = props
  const name = home.data?.home.groups.find((candidate) => candidate.id === group)?.name
  return <NoticeList asked={group === null ? {} : { group }} title={name ?? t('list.all')} />
}
