import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DictionaryKind } from '../../../domain/wording/wording-entry.ts'
import type { DictionariesView } from '../../../server/wording/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { compareDictionary, DICTIONARIES_KEY, takeDictionary } from '../api/wording-api.ts'
import { FileDrop } from '../../shared/desk/file-drop.tsx'
import { DictionaryDifference } from './dictionary-difference.tsx'

function TakeForm(props: { readonly kind: DictionaryKind; readonly done: () => void }) {
  const { t } = useTranslation(['wording', 'terms'])
  const queries = useQueryClient()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const compare = useMutation({
    mutationFn: (chosen: File) => compareDictionary(props.kind, chosen),
    onSuccess: (preview, chosen) => {
      setFile(chosen)
      setSource(preview.source)
    },
    onError: () => setFile(null),
  })
  const take = useMutation({
    mutationFn: () => {
      if (!file || !compare.data) throw new Error('nothing was compared')
      return takeDictionary(props.kind, file, { digest: compare.data.digest, source })
    },
    onSuccess: (view) => {
      queries.setQueryData<DictionariesView>(DICTIONARIES_KEY, view)
      void queries.invalidateQueries({ queryKey: DICTIONARIES_KEY })
      props.done()
    },
  })
  const preview = file === null ? undefined : compare.data
  const changes = preview ? preview.added.length + preview.changed.length + preview.removed.length : 0
  return (
    <>
      <p className="sub">
        {t(props.kind === 'LEADER' ? 'wording:take.formatLeader' : 'wording:take.format')}
      </p>
      <FileDrop
        label={t('wording:take.choose')}
        hint={t('wording:take.hint')}
        accept=".xlsx,.csv,.json"
        busy={compare.isPending}
        onFile={(chosen) => {
          take.reset()
          compare.mutate(chosen)
        }}
      />
      <RefusalMessage error={compare.error} />
      {preview && file ? (
        <>
          <h3 className="reg-heading">{file.name}</h3>
          {changes === 0 ? <p>{t('wording:take.nothing')}</p> : <DictionaryDifference preview={preview} />}
          {changes === 0 ? null : (
            <>
              <label htmlFor={id}>{t('wording:take.source')}</label>
              <Input
                id={id}
                value={source}
                maxLength={100}
                placeholder={t('wording:take.sourceExample')}
                onChange={(event) => setSource(event.target.value)}
              />
              <p className="sub reg-after">{t('wording:take.meaning')}</p>
              <RefusalMessage error={take.error} />
              <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
                {t('wording:take.do')}
              </Button>
            </>
          )}
        </>
      ) : null}
    </>
  )
}

/** Takes a dictionary in: file, difference, decision. */
export function TakeDrawer(props: { readonly kind: DictionaryKind | null; readonly close: () => void }) {
  const { t } = useTranslation(['wording', 'terms'])
  const { kind, close } = props
  return (
    <Drawer
      open={kind !== null}
      title={kind === null ? '' : t('wording:take.title', { name: t(`terms:dictionaryKind.${kind}`) })}
      size={640}
      destroyOnHidden
      onClose={close}
    >
      {kind === null ? null : <TakeForm kind={kind} done={close} />}
    </Drawer>
  )
}
