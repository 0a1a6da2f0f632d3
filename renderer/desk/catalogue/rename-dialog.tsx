import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Catalogue } from '../../../domain/catalogue/catalogue-item.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { renameCatalogue } from '../api/catalogue-api.ts'
import { CATALOGUES_KEY } from './catalogue-keys.ts'

/** Gives a catalogue another name; its versions and items stay as they are. */
export function RenameDialog({
  catalogue,
  close,
}: {
  readonly catalogue: Catalogue
  readonly close: () => void
}) {
  const { t } = useTranslation(['catalogue', 'desk'])
  const queries = useQueryClient()
  const field = useId()
  const [name, setName] = useState(catalogue.name)
  const rename = useMutation({
    mutationFn: () => renameCatalogue(catalogue.id, name.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: CATALOGUES_KEY })
      close()
    },
  })
  return (
    <Modal
      open
      title={t('catalogue:page.rename')}
      okText={t('desk:common.save')}
      cancelText={t('desk:common.cancel')}
      okButtonProps={{
        disabled: name.trim() === '' || name.trim() === catalogue.name,
        loading: rename.isPending,
      }}
      onOk={() => rename.mutate()}
      onCancel={close}
    >
      <label htmlFor={field}>{t('desk:catalogue.name')}</label>
      <Input id={field} value={name} onChange={(event) => setName(event.target.value)} />
      <RefusalMessage error={rename.error} />
    </Modal>
  )
}
