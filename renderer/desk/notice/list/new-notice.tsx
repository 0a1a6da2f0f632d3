import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../../../shared/ui/refusal-message.tsx'
import { navigate } from '../../../shared/desk/route.ts'
import { createNotice, readDocx } from '../notice-api.ts'
import { useLeftOut } from '../use-left-out.ts'
import { WordFileInput } from '../word-file-input.tsx'

/** Begins a notice, empty or from a Word file. */
export function NewNotice() {
  const { t, i18n } = useTranslation(['notice', 'terms'])
  const { message } = App.useApp()
  const leftOut = useLeftOut()
  const input = useRef<HTMLInputElement>(null)
  const begin = useMutation({
    mutationFn: async (file: File | null) => {
      const notice = await createNotice()
      if (file === null) return { id: notice.id, refusal: null, notes: [] }
      // A file that cannot be read leaves an empty notice to paste into, and says why.
      return await readDocx(notice.id, file).then(
        ({ notes }) => ({ id: notice.id, refusal: null, notes }),
        (refusal: unknown) => ({ id: notice.id, refusal, notes: [] }),
      )
    },
    onSuccess: ({ id, refusal, notes }) => {
      leftOut(notes)
      if (refusal !== null) void message.error(refusalText(i18n, refusal), 8)
      navigate(`/notices/${id}`)
    },
    onError: (error) => void message.error(refusalText(i18n, error)),
  })
  return (
    <>
      <Button disabled={begin.isPending} onClick={() => input.current?.click()}>
        {t('notice:list.fromWord')}
      </Button>
      <Button
        type="primary"
        loading={begin.isPending}
        onClick={() => {
          begin.mutate(null)
        }}
      >
        {t('notice:list.new')}
      </Button>
      <WordFileInput
        field={input}
        label={t('notice:list.fromWord')}
        take={(file) => {
          begin.mutate(file)
        }}
      />
    </>
  )
}
