import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetTemplate } from '../../../domain/sheet/template.ts'
import type { TemplatesView, TemplateView } from '../../../server/display/template/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { getTemplates, setTemplateRetired, TEMPLATE_LIST_KEY, TEMPLATES_KEY } from '../api/template-api.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { TemplateCard } from './template-card.tsx'
import { useTemplateWords } from './use-template-words.ts'

function useRetire() {
  const { t } = useTranslation('template')
  const { nameOf } = useTemplateWords()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: ({ template, retired }: TemplateView) => setTemplateRetired(template.id, !retired),
    onSuccess: () => queries.invalidateQueries({ queryKey: TEMPLATES_KEY }),
  })
  const ask = (view: TemplateView) => {
    if (view.retired) {
      change.mutate(view)
      return
    }
    void modal.confirm({
      title: t('retire.title', { name: nameOf(view.template) }),
      content: t('retire.meaning'),
      okText: t('retire.ok'),
      cancelText: t('retire.cancel'),
      onOk: () => change.mutate(view),
    })
  }
  return { ask, error: change.error }
}

function Lists({ view }: { readonly view: TemplatesView }) {
  const { t } = useTranslation('template')
  const { nameOf } = useTemplateWords()
  const [copying, setCopying] = useState<SheetTemplate | null>(null)
  const retire = useRetire()
  const own = view.templates.filter(({ version, retired }) => version > 0 && !retired)
  const retired = view.templates.filter((one) => one.retired)
  const cards = (views: readonly TemplateView[]) => (
    <ul className="tp-cards">
      {views.map((one) => (
        <TemplateCard
          key={one.template.id}
          view={one}
          mayChange={view.mayChange}
          copy={() => setCopying(one.template)}
          retire={() => retire.ask(one)}
        />
      ))}
    </ul>
  )
  return (
    <>
      <RefusalMessage error={retire.error} />
      <section className="card" aria-labelledby="tp-own">
        <h2 id="tp-own">{t('own')}</h2>
        {own.length > 0 ? (
          cards(own)
        ) : (
          <p className="card-body sub">{t(view.mayChange ? 'ownNone' : 'ownNoneReadOnly')}</p>
        )}
        {retired.length > 0 ? (
          <details className="tp-retired">
            <summary>
              {t('retired')} {retired.length}
            </summary>
            {cards(retired)}
          </details>
        ) : null}
      </section>
      <section className="card" aria-labelledby="tp-shipped">
        <h2 id="tp-shipped">{t('shipped')}</h2>
        {cards(view.templates.filter(({ version }) => version === 0))}
      </section>
      {copying === null ? null : (
        <CopyDialog
          of={copying}
          names={new Set(view.templates.map(({ template }) => nameOf(template)))}
          close={() => setCopying(null)}
        />
      )}
    </>
  )
}

/** Every template: those of the office first, then the product's own. */
export function TemplatesPage() {
  const { t } = useTranslation('template')
  const query = useQuery({ queryKey: TEMPLATE_LIST_KEY, queryFn: getTemplates })
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} />
      <QueryBody query={query}>{(view) => <Lists view={view} />}</QueryBody>
    </>
  )
}
