import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { byteSize } from '../../../shared/ui/byte-size.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { previewImport } from '../../api/catalogue-api.ts'
import { navigate } from '../../../shared/desk/route.ts'
import { FileDrop } from '../../../shared/desk/file-drop.tsx'

/** The place to drop a catalogue file; it is read and shown first, nothing is taken here. */
export function ImportDrop() {
  const { t } = useTranslation(['catalogue', 'desk'])
  const asking = useRef<AbortController | null>(null)
  const read = useMutation({
    mutationFn: (file: File) => {
      asking.current = new AbortController()
      return previewImport(file, asking.current.signal)
    },
    onSuccess: (preview) => navigate(`/catalogue/import/${encodeURIComponent(preview.id)}`),
  })
  useEffect(() => () => asking.current?.abort(), [])
  const stop = () => {
    asking.current?.abort()
    // What was asked for is forgotten, so that stopping does not end as a refusal.
    read.reset()
  }
  return (
    <>
      <FileDrop
        label={t('desk:catalogue.import')}
        hint={t('desk:catalogue.importHint')}
        accept=".xlsx,.xls,.csv"
        busy={read.isPending}
        onFile={(file) => read.mutate(file)}
      />
      {read.isPending && (
        <div className="note row" role="status">
          <span>
            {t('catalogue:import.reading', {
              name: read.variables.name,
              size: byteSize(read.variables.size),
            })}
          </span>
          <progress aria-label={t('catalogue:import.readingLabel')} />
          <Button size="small" onClick={stop}>
            {t('catalogue:import.stopReading')}
          </Button>
        </div>
      )}
      {read.error !== null && (
        <section className="note">
          <p className="strong breakable">
            {t('catalogue:import.notRead', { name: read.variables?.name ?? '' })}
          </p>
          <RefusalMessage error={read.error} />
          <p className="soft">{t('catalogue:import.nothingChanged')}</p>
        </section>
      )}
    </>
  )
}
