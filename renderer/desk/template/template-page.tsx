import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplatesView, TemplateView } from '../../../server/display/template/views.ts'
import { getTemplates, TEMPLATE_LIST_KEY } from '../api/template-api.ts'
import { href } from '../../shared/desk/route.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { TemplateEditor } from './template-editor.tsx'
import { useTemplateWords } from './use-template-words.ts'

function Head(props: {
  readonly view: TemplateView
  readonly all: TemplatesView
  readonly copy: () => void
}) {
  const { t } = useTranslation(['template', 'terms'])
  const { nameOf, paperOf } = useTemplateWords()
  const { template, version, retired, copiedFrom } = props.view
  const original = props.all.templates.find((one) => one.template.id === copiedFrom)?.template
  const note =
    version === 0
      ? t('template:edit.shippedNote')
      : !props.all.mayChange
        ? t('template:edit.readOnly')
        : retired
          ? t('template:edit.retiredNote')
          : null
  const from = original ? t('template:edit.madeFrom', { name: nameOf(original) }) : ''
  return (
    <>
      <p className="tp-back">
        <a href={href('/templates')}>{t('template:edit.back')}</a>
      </p>
      <PageHead
        title={nameOf(template)}
        sub={version === 0 ? paperOf(template.paper) : `${t(`terms:sheetForm.${template.form}`)}　${from}`}
      >
        {props.all.mayChange && !retired ? (
          <Button onClick={props.copy}>{t('template:card.copy')}</Button>
        ) : null}
      </PageHead>
      {note === null ? null : <p className="note">{note}</p>}
    </>
  )
}

function Found({ id, all }: { readonly id: string; readonly all: TemplatesView }) {
  const { t } = useTranslation('template')
  const { nameOf } = useTemplateWords()
  const [copying, setCopying] = useState(false)
  const view = all.templates.find(({ template }) => template.id === id)
  if (view === undefined) {
    return (
      <EmptyState title={t('edit.notFound')}>
        <a href={href('/templates')}>{t('edit.back')}</a>
      </EmptyState>
    )
  }
  return (
    <>
      <Head view={view} all={all} copy={() => setCopying(true)} />
      <TemplateEditor view={view} fixed={view.version === 0 || view.retired || !all.mayChange} />
      {copying ? (
        <CopyDialog
          of={view.template}
          names={new Set(all.templates.map(({ template }) => nameOf(template)))}
          close={() => setCopying(false)}
        />
      ) : null}
    </>
  )
}

/** One template with its sheet. */
export function TemplatePage({ id }: { readonly id: string }) {
  const query = useQuery({ queryKey: TEMPLATE_LIST_KEY, queryFn: getTemplates })
  return <QueryBody query={query}>{(all) => <Found id={id} all={all} />}</QueryBody>
}
