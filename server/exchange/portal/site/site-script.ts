/**
 * The only script of a site: it searches titles, document and index numbers on the search page. Titles lie in files of their own that
 * are loaded as scripts, newest first, since a page opened from a stick may not read files in any other way. Old browsers of offices
 * run it: nothing newer than ES2017.
 */
export const SITE_SCRIPT = `'use strict'
;(function () {
  var MOST = 100
  var root = document.getElementById('search')
  var parts = window.boardParts || []
  if (!root || !window.boardParts) return
  var form = root.querySelector('form')
  var said = root.querySelector('.said')
  var found = root.querySelector('.found')
  var loaded = {}
  var asked = 0
  root.querySelector('.no-script').hidden = true
  form.hidden = false
  window.boardTitles = function (part, rows) {
    loaded[part] = rows
  }
  function load(part) {
    if (loaded[part]) return Promise.resolve(loaded[part])
    return new Promise(function (resolve, reject) {
      var script = document.createElement('script')
      script.src = 'search/' + part + '.js'
      script.onload = function () {
        resolve(loaded[part] || [])
      }
      script.onerror = reject
      document.head.appendChild(script)
    })
  }
  function plain(text) {
    return text.normalize('NFKC').toLowerCase().replace(/\\s+/g, '')
  }
  function show(row) {
    var line = document.createElement('li')
    var tag = document.createElement('span')
    var place = document.createElement('span')
    var link = document.createElement('a')
    var day = document.createElement('time')
    tag.className = 'tag'
    tag.textContent = row[4]
    place.className = 'line'
    link.href = row[1]
    link.textContent = row[0]
    day.textContent = row[2]
    place.appendChild(link)
    if (row[3]) {
      var number = document.createElement('small')
      number.textContent = ' ' + row[3]
      place.appendChild(number)
    }
    line.appendChild(tag)
    line.appendChild(place)
    line.appendChild(day)
    found.appendChild(line)
  }
  function look(words, at, count, mine) {
    if (mine !== asked) return Promise.resolve()
    if (at >= parts.length || count >= MOST) {
      if (count === 0) said.textContent = root.dataset.searchnone
      else if (count >= MOST) said.textContent = root.dataset.searchmost.replace('#', String(MOST))
      else said.textContent = root.dataset.searchfound.replace('#', String(count))
      return Promise.resolve()
    }
    return load(parts[at]).then(function (rows) {
      if (mine !== asked) return undefined
      for (var i = 0; i < rows.length && count < MOST; i++) {
        var text = plain(rows[i][0] + ' ' + rows[i][3] + ' ' + rows[i][5])
        if (
          words.every(function (word) {
            return text.indexOf(word) >= 0
          })
        ) {
          show(rows[i])
          count++
        }
      }
      return look(words, at + 1, count, mine)
    })
  }
  form.addEventListener('submit', function (event) {
    event.preventDefault()
    var words = document.getElementById('words').value.split(/\\s+/).map(plain).filter(Boolean)
    found.textContent = ''
    said.textContent = ''
    if (words.length === 0) return
    asked++
    said.textContent = root.dataset.searchwait
    look(words, 0, 0, asked).catch(function () {
      said.textContent = root.dataset.searchfailed
    })
  })
})()
`

/** A title for the search: title, address from the search page, date, document number, kind, index number. */
export type SearchTitle = readonly [
  title: string,
  address: string,
  date: string,
  documentNumber: string,
  kind: string,
  indexNumber: string,
]

// Within a script these would end it or a line.
const asScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[<\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/**
 * One file of titles.
 * @example titlesScript('1', [['停电通知', 'notices/3f/….html', '2026年3月5日', '', '通知', '11…/2026-00412']])
 */
export function titlesScript(part: string, titles: readonly SearchTitle[]): string {
  return `boardTitles(${asScript(part)}, [\n${titles.map(asScript).join(',\n')}\n])\n`
}

/**
 * Which files of titles there are, newest first.
 * @example partsScript(['1', '2']) // 'window.boardParts = ["1","2"]'
 */
export function partsScript(parts: readonly string[]): string {
  return `window.boardParts = ${asScript(parts)}\n`
}
