import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, ConfigProvider, Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplatesView, TemplateView } from '../../../server/display/template/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { changeTemplate, TEMPLATE_LIST_KEY, TEMPLATES_KEY } from '../api/template-api.ts'
import { AreaFields } from './area-fields.tsx'
import { FieldsContext } from './fields-context.ts'
import { GroupFrame } from './group-frame.tsx'
import { PageFields, TableFields } from './other-fields.tsx'
import { PaperFields } from './paper-fields.tsx'
import { ReadingFields } from './reading-fields.tsx'
import { TemplateHistory } from './template-history.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { TypeFields } from './type-fields.tsx'
import { useLeaveGuard } from './use-leave-guard.tsx'
import { useTemplateDraft } from './use-template-draft.ts'

const GROUPS = [
  ['PAPER', PaperFields],
  ['AREA', AreaFields],
  ['TYPE', TypeFields],
  ['TABLE', TableFields],
  ['PAGE', PageFields],
  ['READING', ReadingFields],
] as const

type Draft = ReturnType<typeof useTemplateDraft>

function useSave(view: TemplateView, draft: Draft) {
  const { t } = useTranslation('template')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { id } = view.template
  return useMutation({
    mutationFn: () =>
      changeTemplate(id, {
        version: view.version,
        name: draft.name.trim(),
        definition: draft.definition,
      }),
    onSuccess: (saved) => {
      queries.setQueryData<TemplatesView>(
        TEMPLATE_LIST_KEY,
        (all) =>
          all && { ...all, templates: all.templates.map((one) => (one.template.id === id ? saved : one)) },
      )
      draft.load(saved.template)
      void queries.invalidateQueries({ queryKey: TEMPLATES_KEY })
      void message.success(t('edit.saved', { number: saved.version }))
    },
  })
}

function NameField({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('template')
  const id = useId()
  const empty = draft.name.trim() === ''
  return (
    <div className="tp-group tp-field">
      <label htmlFor={id}>{t('edit.name')}</label>
      <Input
        id={id}
        value={draft.name}
        maxLength={40}
        status={empty ? 'error' : ''}
        aria-invalid={empty}
        onChange={(event) => draft.setName(event.target.value)}
      />
      {empty ? (
        <p className="tp-bounds" role="alert">
          {t('edit.nameNeeded')}
        </p>
      ) : null}
    </div>
  )
}

/** The fields of a template with its sheet beside them; `fixed` only shows it. */
export function TemplateEditor({ view, fixed }: { readonly view: TemplateView; readonly fixed: boolean }) {
  const { t } = useTranslation('template')
  const { message } = App.useApp()
  const draft = useTemplateDraft(view.template)
  const save = useSave(view, draft)
  const own = view.version > 0
  const { form, id } = view.template
  useLeaveGuard(draft.isUnsaved)
  return (
    <div className="tp-editor">
      <div className="tp-fields card">
        <FieldsContext.Provider
          value={{
            form,
            definition: draft.definition,
            change: draft.change,
            boundOf: (field) => draft.bounds.find((bound) => bound.field === field),
            fixed,
          }}
        >
          <ConfigProvider componentDisabled={fixed}>
            {own ? <NameField draft={draft} /> : null}
            {GROUPS.map(([group, Fields]) => (
              <GroupFrame key={group} group={group} form={form}>
                <Fields />
              </GroupFrame>
            ))}
          </ConfigProvider>
        </FieldsContext.Provider>
        {own ? (
          <TemplateHistory
            id={id}
            current={view.version}
            load={
              fixed
                ? null
                : (version) => {
                    draft.load(version.template)
                    void message.info(t('history.loaded', { number: version.number }))
                  }
            }
          />
        ) : null}
        {fixed ? null : (
          <div className="tp-save">
            <RefusalMessage error={save.error} />
            <Button
              type="primary"
              disabled={!draft.isUnsaved || !draft.isFitting || draft.name.trim() === ''}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              {t('edit.save', { number: view.version + 1 })}
            </Button>
            {draft.isUnsaved ? (
              <>
                <Button onClick={() => draft.load(view.template)}>{t('edit.discard')}</Button>
                <span className="sub">{t('edit.unsaved')}</span>
              </>
            ) : null}
          </div>
        )}
      </div>
      <TemplatePreview form={form} definition={draft.fitting} waits={!draft.isFitting} />
    </div>
  )
}
