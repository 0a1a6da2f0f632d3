import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CatalogueItem } from '../../../../domain/catalogue/catalogue-item.ts'
import type { CatalogueDetail } from '../../../../server/catalogue/views.ts'
import { emptyItem } from './empty-row.ts'
import { ItemRetention } from './item-retention.tsx'
import { ItemWork } from './item-work.tsx'
import { UnitItems } from './unit-items.tsx'
import { useMayRelease } from '../use-may-release.ts'

type Props = {
  readonly detail: CatalogueDetail
  readonly item: CatalogueItem | null
  /** An item is being added. */
  readonly adding: boolean
  readonly close: () => void
}

/** One row with all its texts whole, its rule and what differs in units; to read, and in a draft to change. */
export function ItemDrawer({ detail, item, adding, close }: Props) {
  const mayRelease = useMayRelease(detail)
  const { t } = useTranslation(['catalogue', 'desk'])
  const { catalogue, shown, unitIds, unitItems } = detail
  const extras = [...new Set(detail.items.flatMap((one) => Object.keys(one.extra)))]
  const of = adding ? emptyItem(catalogue.id, extras) : item
  const title = adding
    ? t('catalogue:page.addItem')
    : shown.may.edit
      ? t('desk:catalogue.editTitle')
      : t('desk:catalogue.viewTitle')
  return (
    <Drawer
      open={of !== null}
      title={title}
      size={760}
      destroyOnHidden
      onClose={close}
      rootClassName="item-drawer"
    >
      {of !== null && (
        <>
          {!shown.may.edit && (
            <p className="note">
              {t(`catalogue:page.frozen.${shown.state}`, { number: shown.number })}
              {detail.mayRevise && t('catalogue:page.reviseFirst')}
            </p>
          )}
          <ItemWork key={of.id} item={of} catalogueId={catalogue.id} fixed={!shown.may.edit} close={close} />
          {!adding && <ItemRetention key={`retention-${of.id}`} itemId={of.id} />}
          {!adding && (
            <UnitItems
              key={`units-${of.id}`}
              item={of}
              unitIds={unitIds}
              unitItems={unitItems.filter((one) => one.itemId === of.id)}
              mayRelease={mayRelease}
            />
          )}
        </>
      )}
    </Drawer>
  )
}
