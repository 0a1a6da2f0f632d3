import type { PublicDisplay } from '../../../display/public-display/views.ts'
import { escaped } from '../../../plain-page.ts'
import { factsHtml } from './page-html.ts'
import { dateWords, type Say } from './site-words.ts'

/**
 * Until when a 公示 hangs, where, how to object and what came of it. Days left are not told: a copy on a stick would tell them wrongly
 * the day after.
 * @example displayHtml(display, say)
 */
export function displayHtml(display: PublicDisplay, say: Say): string {
  const { term, route, removal, result, state } = display
  const text = (key: string, params?: Record<string, string | number>) =>
    escaped(say(`kiosk:display.${key}`, params))
  const length = say(term.unit === 'workday' ? 'kiosk:display.workdays' : 'kiosk:display.days', {
    number: term.amount,
  })
  const objecting = state === 'SCHEDULED' || state === 'ON_DISPLAY' || state === 'INTERRUPTED'
  const facts = factsHtml([
    [
      say('kiosk:display.period'),
      text('fromTo', { from: dateWords(display.startsOn), to: dateWords(display.lastDay), length }),
    ],
    [say('kiosk:display.places'), escaped(display.places.join(say('kiosk:display.comma')))],
    [say('kiosk:display.basis'), escaped(display.basis)],
    ...(objecting
      ? ([
          [say('kiosk:display.telephone'), escaped(route.telephone)],
          [say('kiosk:display.address'), escaped(route.address)],
          [say('kiosk:display.person'), escaped(route.person)],
          [say('kiosk:display.email'), escaped(route.email)],
        ] as const)
      : []),
    ...display.earlier.map(
      ({ startsOn, until, reason }) =>
        [
          say('kiosk:display.earlier'),
          text('earlierSpan', { from: dateWords(startsOn), to: dateWords(until), reason }),
        ] as const,
    ),
  ])
  return `<section class="display"><h2>${text('heading')}</h2>
${removal ? `<p class="banner">${text('removal', { date: dateWords(removal.on), reason: removal.reason })}</p>` : ''}
${result ? `<p>${escaped(result.text)}</p>` : ''}
${facts}${objecting ? `<p>${text('howTo')}</p>` : ''}</section>`
}
