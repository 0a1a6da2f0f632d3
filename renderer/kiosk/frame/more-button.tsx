import { useTranslation } from 'react-i18next'

/** How much of a list is shown, and a key for more of it. */
export function MoreButton(props: {
  shown: number
  total: number | null
  hasMore: boolean
  isLoading: boolean
  onMore: () => void
}) {
  const { t } = useTranslation('kiosk')
  const { shown, total } = props
  return (
    <div className="more">
      <p>{total === null ? t('list.shownOnly', { shown }) : t('list.shown', { shown, total })}</p>
      {props.hasMore ? (
        <button type="button" className="button" aria-disabled={props.isLoading} onClick={props.onMore}>
          {props.isLoading ? `${t('state.loading')}…` : t('list.more')}
        </button>
      ) : null}
    </div>
  )
}
