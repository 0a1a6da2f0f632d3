import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateReport } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { gateKey, noticeKey, NOTICES_KEY } from '../keys.ts'
import { getGate, submitNotice } from '../notice-api.ts'
import type { Missing } from './missing.ts'
import type { Draft } from './use-draft.ts'

/** Hands the draft in; while something is missing the button says what, and leads there. */
export function SubmitButton(props: {
  readonly id: string
  readonly draft: Draft
  /** Saves text and placement; true when the server has everything. */
  readonly flush: () => Promise<boolean>
  readonly missing: (gate: GateReport | undefined) => readonly Missing[]
  readonly jump: (part: Missing) => void
}) {
  const { t } = useTranslation('notice')
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const submit = useMutation({
    mutationFn: async () => {
      if (!(await props.flush())) return null
      // The gate is asked afresh: the last answer may be about an older text.
      const gate = await queries.fetchQuery({
        queryKey: gateKey(props.id),
        queryFn: () => getGate(props.id, 'draft'),
        staleTime: 0,
      })
      if (props.missing(gate).length > 0) {
        setOpen(true)
        return null
      }
      return await submitNotice(props.id, props.draft.revision())
    },
    onSuccess: (detail) => {
      if (detail === null) return
      queries.setQueryData(noticeKey(props.id), detail)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
    },
  })
  const missing = props.missing(queries.getQueryData(gateKey(props.id)))
  return (
    <>
      <RefusalMessage error={submit.error} />
      <Popover
        open={open && missing.length > 0}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomRight"
        title={t('submit.missingTitle', { count: missing.length })}
        content={
          <ul className="nt-missing">
            {missing.map((part) => (
              <li key={part.code + part.field}>
                <button
                  type="button"
                  className="nt-link"
                  onClick={() => {
                    setOpen(false)
                    props.jump(part)
                  }}
                >
                  {t(`missing.${part.code}`, part.params)}
                </button>
              </li>
            ))}
          </ul>
        }
      >
        {missing.length > 0 ? (
          <button type="button" className="nt-link nt-missing-count" aria-expanded={open}>
            {t('submit.missing', { count: missing.length })}
          </button>
        ) : null}
      </Popover>
      <Button
        type="primary"
        loading={submit.isPending}
        onClick={() => {
          if (missing.length > 0) setOpen(true)
          else submit.mutate()
        }}
      >
        {t('submit.action')}
      </Button>
    </>
  )
}
