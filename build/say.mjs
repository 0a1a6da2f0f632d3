import { stdout } from 'node:process'

/**
 * One line in the two languages of the people who may read it: the clerk's and the technician's.
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  stdout.write(`${chinese}  ${english}\n`)
}
