import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetTemplate } from '../../../domain/sheet/template.ts'
import type { TemplatesView } from '../../../server/display/template/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { copyTemplate, TEMPLATE_LIST_KEY, TEMPLATES_KEY } from '../api/template-api.ts'
import { navigate } from '../../shared/desk/route.ts'
import { useTemplateWords } from './use-template-words.ts'

/** The first name of the form “海报（2）” that nobody has taken. */
function freeName(taken: ReadonlySet<string>, nth: (number: number) => string): string {
  let number = 2
  while (taken.has(nth(number))) number += 1
  return nth(number)
}

/** Names the copy of a template and opens it. */
export function CopyDialog(props: {
  readonly of: SheetTemplate
  readonly names: ReadonlySet<string>
  readonly close: () => void
}) {
  const { t } = useTranslation('template')
  const { nameOf } = useTemplateWords()
  const queries = useQueryClient()
  const field = useId()
  const original = nameOf(props.of)
  const [name, setName] = useState(() =>
    freeName(props.names, (number) => t('copy.suggested', { name: original, number })),
  )
  const copy = useMutation({
    mutationFn: () => copyTemplate(props.of.id, name.trim()),
    onSuccess: (made) => {
      queries.setQueryData<TemplatesView>(
        TEMPLATE_LIST_KEY,
        (view) => view && { ...view, templates: [...view.templates, made] },
      )
      void queries.invalidateQueries({ queryKey: TEMPLATES_KEY })
      navigate(`/templates/${made.template.id}`)
    },
  })
  const ready = name.trim() !== ''
  return (
    <Modal
      open
      title={t('copy.title', { name: original })}
      okText={t('copy.ok')}
      cancelText={t('copy.cancel')}
      okButtonProps={{ disabled: !ready, loading: copy.isPending }}
      onOk={() => copy.mutate()}
      onCancel={props.close}
    >
      <label htmlFor={field}>{t('copy.name')}</label>
      <Input
        id={field}
        autoFocus
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => {
          if (ready && !copy.isPending) copy.mutate()
        }}
      />
      <RefusalMessage error={copy.error} />
    </Modal>
  )
}
