import type { Tombstone } from '../../../display/views.ts'
import { escaped } from '../../../plain-page.ts'
import { factsHtml, linkHtml, pageHtml, type SiteFrame } from './page-html.ts'
import { noticePath } from './site-path.ts'
import { dateHtml } from './site-words.ts'

/**
 * What stays of a withdrawn notice: that it was here, when it went and why; nothing of its content.
 * @example tombstonePage(frame, tombstone).path // 'site/notices/3f/11…_2026-00412.html'
 */
export function tombstonePage(
  frame: SiteFrame,
  notice: Tombstone,
): { readonly path: string; readonly html: string } {
  const { say } = frame
  const path = noticePath(notice.indexNumber)
  const title = notice.title ?? say('kiosk:notice.titleHidden')
  const into = notice.consolidatedInto
  const body = `<article class="notice gone">
<p class="banner">${escaped(say(notice.reason === 'EXPIRED' ? 'kiosk:notice.expired' : 'kiosk:notice.withdrawn'))}</p>
<h1>${escaped(title)}</h1>
${factsHtml([
  [
    say('kiosk:notice.indexNumber'),
    `<span class="code">${escaped(notice.indexNumber).replace('/', '/<wbr>')}</span>`,
  ],
  [say('kiosk:notice.withdrawnDate'), dateHtml(notice.withdrawnDate)],
  [say('kiosk:notice.withdrawnReason'), escaped(say(`terms:withdrawalReason.${notice.reason}`))],
  [say('kiosk:notice.withdrawnNote'), escaped(notice.note)],
  [
    say('kiosk:notice.consolidatedInto'),
    into === null ? '' : linkHtml(path, noticePath(into.indexNumber), into.title),
  ],
])}
</article>`
  return { path, html: pageHtml(frame, { path, title, body }) }
}
