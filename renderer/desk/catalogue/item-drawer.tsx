import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { changeCatalogueItem } from '../api/catalogue-api.ts'
import { useHasRole } from '../shell/session-context.ts'
import { CATALOGUES_KEY } from './catalogue-keys.ts'
import { changedFields, ItemForm } from './item-form.tsx'

type Props = { readonly item: CatalogueItem | null; readonly close: () => void }

/** One row with all its texts whole, to read and to change. */
export function ItemDrawer({ item, close }: Props) {
  const { t } = useTranslation('desk')
  const queries = useQueryClient()
  const form = useId()
  const mayEdit = useHasRole('HANDLER', 'ADMINISTRATOR')
  const save = useMutation({
    mutationFn: ({ of, typed }: { of: CatalogueItem; typed: Parameters<typeof changedFields>[1] }) =>
      changeCatalogueItem(of.id, changedFields(of, typed)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: CATALOGUES_KEY })
      close()
    },
  })
  return (
    <Drawer
      open={item !== null}
      title={mayEdit ? t('catalogue.editTitle') : t('catalogue.viewTitle')}
      size={640}
      destroyOnHidden
      onClose={close}
      afterOpenChange={() => save.reset()}
      footer={
        mayEdit && (
          <div className="row">
            <Button type="primary" htmlType="submit" form={form} loading={save.isPending}>
              {t('common.save')}
            </Button>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <RefusalMessage error={save.error} />
          </div>
        )
      }
    >
      {item !== null && (
        <ItemForm
          key={item.id}
          id={form}
          item={item}
          fixed={!mayEdit}
          send={(typed) => save.mutate({ of: item, typed })}
        />
      )}
    </Drawer>
  )
}
