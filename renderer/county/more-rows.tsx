import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PagedRows } from './use-pages.ts'

/** The end of a list: the way to more, or how many there are. */
export function MoreRows<Row>({ rows }: { readonly rows: PagedRows<Row> }) {
  const { t } = useTranslation('county')
  const count = rows.data?.length ?? 0
  return (
    <div className="more-rows">
      {rows.more === null ? (
        <p className="sub">{t('list.end', { count })}</p>
      ) : (
        <>
          <Button loading={rows.busy} onClick={rows.more}>
            {t('list.more')}
          </Button>
          <span className="sub">{t('list.soFar', { count })}</span>
        </>
      )}
    </div>
  )
}
