import { lazy, type RefObject, Suspense } from 'react'
import type { NoticeLanguage } from '../../../../domain/notice/language.ts'

// The first page of the kiosk reads nothing aloud and does not carry what that needs; without it the text is still there.
const Bar = lazy(async () => {
  try {
    return { default: (await import('./reader-bar.tsx')).ReaderBar }
  } catch {
    return { default: () => null }
  }
})

const Key = lazy(async () => {
  try {
    return { default: (await import('./read-aloud.tsx')).ReadAloud }
  } catch {
    return { default: () => null }
  }
})

/** The key of a text that stands alone on the glass. */
export function ReadAloudKey(props: { readonly root: RefObject<Element | null> }) {
  return (
    <Suspense fallback={null}>
      <Key {...props} />
    </Suspense>
  )
}

/** Offers the text inside `root` to be read aloud; keyed by language, since another text is another reading. */
export function ReadAloudBar(props: {
  readonly root: RefObject<Element | null>
  readonly language: NoticeLanguage | null
}) {
  return (
    <Suspense fallback={null}>
      <Bar key={props.language ?? 'zh-Hans'} {...props} />
    </Suspense>
  )
}
