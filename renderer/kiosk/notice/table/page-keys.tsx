import { useTranslation } from 'react-i18next'

// Beyond so many pages single steps take too long to reach the end.
const MANY = 15

/** Which rows of a long table are on the glass, and keys to turn to others. */
export function PageKeys(props: {
  readonly page: number
  readonly size: number
  readonly total: number
  readonly turn: (page: number) => void
}) {
  const { t } = useTranslation('kiosk')
  const { page, size, total, turn } = props
  const pages = Math.ceil(total / size)
  const key = (step: number, name: string) => {
    const to = Math.min(pages - 1, Math.max(0, page + step))
    return (
      <button
        type="button"
        className="button button-quiet"
        aria-disabled={to === page}
        onClick={() => {
          if (to !== page) turn(to)
        }}
      >
        {name}
      </button>
    )
  }
  return (
    <nav
      className={pages > MANY ? 'table-pages table-pages-many' : 'table-pages'}
      aria-label={t('table.pages')}
    >
      <p role="status">
        {t('table.place', { from: page * size + 1, to: Math.min(total, (page + 1) * size), total })}
      </p>
      {pages > MANY ? key(-10, `« ${t('table.backTen')}`) : null}
      {key(-1, `← ${t('table.back')}`)}
      {key(1, `${t('table.on')} →`)}
      {pages > MANY ? key(10, `${t('table.onTen')} »`) : null}
    </nav>
  )
}
