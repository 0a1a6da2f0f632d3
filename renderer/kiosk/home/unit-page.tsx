import { useTranslation } from 'react-i18next'
import { useShelves } from '../frame/board-queries.ts'
import { NoticeList } from './notice-list.tsx'

/** Everything of one unit: a village, a Party branch, an office. */
export function UnitPage(props: { unit: string }) {
  const { t } = useTranslation('kiosk')
  const unit = useShelves().data?.units.find(({ id }) => id === props.unit)
  return <NoticeList asked={{ unit: props.unit }} title={unit?.name ?? t('boardName')} />
}
