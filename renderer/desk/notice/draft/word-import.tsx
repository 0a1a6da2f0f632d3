import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { bodyText } from '../../../../domain/notice/body-text.ts'
import { refusalText } from '../../../shared/ui/refusal-message.tsx'
import { noticeKey } from '../keys.ts'
import { readDocx } from '../notice-api.ts'
import { useLeftOut } from '../use-left-out.ts'
import type { Draft } from './use-draft.ts'
import { WordFileInput } from '../word-file-input.tsx'

/** Fills title, text and pictures from a Word file; asks first when there is a text to lose. */
export function WordImport(props: { readonly id: string; readonly draft: Draft }) {
  const { t, i18n } = useTranslation(['notice', 'terms'])
  const { modal, message } = App.useApp()
  const leftOut = useLeftOut()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const fill = useMutation({
    mutationFn: async (file: File) => {
      await props.draft.flush()
      return await readDocx(props.id, file)
    },
    onSuccess: (answer) => {
      props.draft.adopt(answer.draft)
      // The file's pictures have become attachments of the notice.
      void queries.invalidateQueries({ queryKey: noticeKey(props.id) })
      void message.success(t('notice:word.done'))
      leftOut(answer.notes)
    },
    onError: (error) => void message.error(refusalText(i18n, error)),
  })
  return (
    <>
      <Button
        loading={fill.isPending}
        onClick={() => {
          if (bodyText(props.draft.read().body).trim() === '') {
            input.current?.click()
            return
          }
          modal.confirm({
            title: t('notice:word.replaceTitle'),
            content: t('notice:word.replaceMeaning'),
            okText: t('notice:word.replace'),
            cancelText: t('notice:cancel'),
            onOk: () => {
              input.current?.click()
            },
          })
        }}
      >
        {t('notice:word.fill')}
      </Button>
      <WordFileInput
        field={input}
        label={t('notice:word.fill')}
        take={(file) => {
          fill.mutate(file)
        }}
      />
    </>
  )
}
