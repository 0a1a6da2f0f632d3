import { signageAddress } from './address.ts'
import { PreviewPage } from './preview/preview-page.tsx'
import { ScreenPage } from './screen-page.tsx'

/** A passive screen, or one notice as a screen would show it, by the address. */
export function SignagePage({ path, search }: { readonly path: string; readonly search: string }) {
  const address = signageAddress(path, search)
  return address.kind === 'SCREEN' ? (
    <ScreenPage screen={address.screen} at={address.at} />
  ) : (
    <PreviewPage search={search} />
  )
}
