import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticePreview } from '../../../server/notice/notice-preview.ts'
import { send } from '../../shared/request.ts'
import { AttachmentBaseContext } from '../notice/attachment-base.ts'
import { useHome } from '../frame/board-queries.ts'
import { EditionView } from '../notice/edition-view.tsx'
import { Head } from '../frame/head.tsx'
import { KeyRow } from '../frame/key-row.tsx'
import { NavigationContext } from '../frame/navigation.ts'
import { PageState } from '../frame/page-state.tsx'
import type { PreviewAsked } from './preview-asked.ts'
import './preview.css'
import { speak } from '../frame/speak.ts'
import { ScrollFurther } from '../frame/scroll-further.tsx'
import { documentLanguage, useLanguage } from '../frame/use-language.ts'
import { useVisitSettings } from '../frame/use-visit-settings.ts'
import { VisitContext } from '../frame/visit.ts'
import { DisplaySettings } from '../frame/display-lazy.tsx'

// The other pages show what is published: inside the desk a preview leads nowhere, opened by itself to the board.
function toBoard(): void {
  if (window.parent === window) window.location.assign('/kiosk/')
}

/** One notice on the glass before it is published, for the desk: the same view, the same keys, and it says so. */
export function PreviewApp({ asked }: { readonly asked: PreviewAsked }) {
  const { t, i18n } = useTranslation('kiosk')
  const language = useLanguage()
  const page = useRef<HTMLElement>(null)
  const home = useHome()
  const visit = useVisitSettings()
  const [isDisplayOpen, setDisplayOpen] = useState(false)
  const preview = useQuery({
    queryKey: ['preview', asked.notice, asked.of],
    queryFn: async ({ signal }): Promise<NoticePreview> => {
      const question = new URLSearchParams({ of: asked.of })
      const answer = await send(
        `/api/desk/notices/${encodeURIComponent(asked.notice)}/preview?${question.toString()}`,
        { signal },
      )
      return (await answer.json()) as NoticePreview
    },
    // What was handed in never changes; a draft is asked for anew each time the face is opened.
    staleTime: Infinity,
    gcTime: 0,
  })
  const navigation = useMemo(() => ({ open: toBoard, back: () => undefined }), [])

  useEffect(() => {
    document.documentElement.lang = documentLanguage(language)
  }, [language])

  return (
    <NavigationContext value={navigation}>
      <VisitContext value={visit}>
        <div className="board">
          <Head home={home.data} isHome={false} />
          <main className="page" ref={page}>
            <PageState asked={preview} data={preview.data}>
              {({ edition, attachmentBase }) => (
                <AttachmentBaseContext value={attachmentBase}>
                  <EditionView edition={edition} />
                </AttachmentBaseContext>
              )}
            </PageState>
          </main>
          <ScrollFurther page={page} />
          {isDisplayOpen ? <DisplaySettings close={() => setDisplayOpen(false)} /> : null}
          <div className="foot">
            <KeyRow
              language={language}
              isDisplayOpen={isDisplayOpen}
              onDisplay={() => setDisplayOpen(true)}
              onLanguage={(next) => speak(i18n, next)}
            />
          </div>
        </div>
      </VisitContext>
      <p className="preview-mark">{t('preview')}</p>
    </NavigationContext>
  )
}
